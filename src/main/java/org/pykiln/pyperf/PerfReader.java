package org.pykiln.pyperf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Turns parsed JSON into a suite, with pyperf's checks in pyperf's order (pyperf 2.10.0
/// `_bench.py`).
///
/// Other than pyperf in two points: infinite values and integers beyond 64 bits are refused, and a
/// value of true is read as the 1 that Python takes it for.
final class PerfReader {
    private enum Version {
        V5("common_metadata", "samples"),
        V6("metadata", "values"),
        V1_0("metadata", "values");

        private final String benchmarkMetadata;
        private final String values;

        Version(String benchmarkMetadata, String values) {
            this.benchmarkMetadata = benchmarkMetadata;
            this.values = values;
        }
    }

    private final String file;

    PerfReader(String file) {
        this.file = file;
    }

    PerfSuite suite(JsonValue json) throws PerfFileException {
        JsonValue.Obj root = object(json, "the file");
        Version version = version(root);
        List<JsonValue> items = array(required(root, "benchmarks"), "benchmarks").items();
        Metadata common = Metadata.EMPTY;
        if (version != Version.V5 && !(root.get("metadata") instanceof JsonValue.Null)) {
            common = metadata(root.get("metadata"));
        }
        List<PerfBenchmark> benchmarks = new ArrayList<>();
        for (JsonValue item : items) {
            benchmarks.add(benchmark(version, object(item, "a benchmark"), common));
        }
        return at(root, () -> new PerfSuite(benchmarks));
    }

    private Version version(JsonValue.Obj root) throws PerfFileException {
        JsonValue found = root.get("version");
        Object version = found == null ? null : found.plain();
        if ("1.0".equals(version)) {
            return Version.V1_0;
        }
        if (version instanceof Number number && number.doubleValue() == 6) {
            return Version.V6;
        }
        if (version instanceof Number number && number.doubleValue() == 5) {
            return Version.V5;
        }
        throw new PerfFileException(
                file,
                (found == null ? root : found).place(),
                "file format version %s not supported"
                        .formatted(version == null ? "None" : PythonText.repr(version)));
    }

    private PerfBenchmark benchmark(Version version, JsonValue.Obj json, Metadata suiteMetadata)
            throws PerfFileException {
        Metadata common = suiteMetadata.with(metadata(json.get(version.benchmarkMetadata)));
        List<PerfRun> runs = new ArrayList<>();
        for (JsonValue item : array(required(json, "runs"), "runs").items()) {
            runs.add(run(version, object(item, "a run"), common));
        }
        return at(json, () -> new PerfBenchmark(runs));
    }

    private PerfRun run(Version version, JsonValue.Obj json, Metadata common)
            throws PerfFileException {
        JsonValue own = json.get("metadata");
        JsonValue ownInner = own == null ? null : object(own, "metadata").get("inner_loops");
        Object inner = ownInner == null ? common.get("inner_loops").orElse(null) : ownInner.plain();
        List<Warmup> warmups = warmups(version, json.get("warmups"), inner);
        List<Number> values = values(version, json);
        PerfRun bare = at(json, () -> new PerfRun(Metadata.EMPTY, warmups, values));
        return bare.withMetadata(common.with(metadata(own)));
    }

    private List<Number> values(Version version, JsonValue.Obj run) throws PerfFileException {
        JsonValue json =
                version == Version.V5 ? required(run, version.values) : run.get(version.values);
        List<Number> values = new ArrayList<>();
        if (json == null) {
            return values;
        }
        if (!(json instanceof JsonValue.Arr array)) {
            throw new PerfFileException(file, json.place(), PerfRun.VALUES_RULE);
        }
        for (JsonValue item : array.items()) {
            Number value = number(item);
            if (value == null || !(value.doubleValue() > 0)) {
                throw new PerfFileException(file, item.place(), PerfRun.VALUES_RULE);
            }
            values.add(value);
        }
        return values;
    }

    private List<Warmup> warmups(
            Version version, @Nullable JsonValue json, @Nullable Object innerLoops)
            throws PerfFileException {
        List<Warmup> warmups = new ArrayList<>();
        if (json == null || json instanceof JsonValue.Null) {
            return warmups;
        }
        if (!(json instanceof JsonValue.Arr array)) {
            throw new PerfFileException(file, json.place(), Warmup.RULE);
        }
        for (JsonValue item : array.items()) {
            if (!(item instanceof JsonValue.Arr pair)
                    || pair.items().size() != 2
                    || !(number(pair.items().getFirst()) instanceof Long loops)) {
                throw new PerfFileException(file, item.place(), Warmup.RULE);
            }
            Number raw = number(pair.items().getLast());
            if (raw == null) {
                throw new PerfFileException(file, item.place(), Warmup.RULE);
            }
            Number value = raw;
            if (version != Version.V1_0) {
                long inner = innerLoops instanceof Long count ? count : 1;
                value = raw.doubleValue() / ((double) loops * inner);
            }
            Number perLoop = value;
            warmups.add(at(item, () -> new Warmup(loops, perLoop)));
        }
        return warmups;
    }

    /// Python counts true as the integer 1.
    private static @Nullable Number number(JsonValue json) {
        return switch (json.plain()) {
            case Number number -> number;
            case Boolean flag -> Long.valueOf(flag ? 1 : 0);
            case null, default -> null;
        };
    }

    private Metadata metadata(@Nullable JsonValue json) throws PerfFileException {
        if (json == null) {
            return Metadata.EMPTY;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (var entry : object(json, "metadata").members().entrySet()) {
            String name = entry.getKey();
            JsonValue value = entry.getValue();
            members.put(name, at(value, () -> MetadataRules.checked(name, value.plain())));
        }
        return Metadata.of(members);
    }

    private JsonValue required(JsonValue.Obj object, String key) throws PerfFileException {
        JsonValue value = object.get(key);
        if (value == null) {
            throw new PerfFileException(
                    file, object.place(), "%s is missing".formatted(PythonText.repr(key)));
        }
        return value;
    }

    private JsonValue.Obj object(JsonValue json, String what) throws PerfFileException {
        if (json instanceof JsonValue.Obj object) {
            return object;
        }
        throw new PerfFileException(file, json.place(), what + " must be a JSON object");
    }

    private JsonValue.Arr array(JsonValue json, String what) throws PerfFileException {
        if (json instanceof JsonValue.Arr array) {
            return array;
        }
        throw new PerfFileException(file, json.place(), what + " must be a JSON array");
    }

    private <T> T at(JsonValue json, Supplier<T> made) throws PerfFileException {
        try {
            return made.get();
        } catch (PerfDataException e) {
            throw new PerfFileException(file, json.place(), Objects.requireNonNull(e.getMessage()));
        }
    }
}
