package org.pykiln.pyperf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// One pyperf worker process: all its metadata (what a file keeps at the root and in the benchmark
/// included), its warm-ups and its values. Values are per loop iteration, strictly positive, and
/// stay what the file says: `Long` for an integer (memory), `Double` for a float (seconds).
///
/// A run without values is a calibration run. Throws [PerfDataException] with pyperf's message.
public record PerfRun(Metadata metadata, List<Warmup> warmups, List<Number> values) {
    static final String VALUES_RULE = "values must be a sequence of number > 0.0";

    public PerfRun {
        values = values.stream().map(value -> plain(value, VALUES_RULE)).toList();
        for (Number value : values) {
            if (!(value.doubleValue() > 0) || Double.isInfinite(value.doubleValue())) {
                throw new PerfDataException(VALUES_RULE);
            }
        }
        warmups = List.copyOf(warmups);
        if (values.isEmpty() && warmups.isEmpty()) {
            throw new PerfDataException("values and warmups are empty sequence");
        }
    }

    static Number plain(Number value, String rule) {
        return switch (value) {
            case Long number -> number;
            case Double number -> number;
            case Integer number -> Long.valueOf(number);
            default -> throw new PerfDataException(rule);
        };
    }

    /// The datapoint this run belongs to, if its metadata name one.
    public Optional<String> name() {
        return metadata.get("name").map(PythonText::str);
    }

    public PerfUnit unit() {
        return metadata.text("unit").map(PerfUnit::of).orElse(PerfUnit.SECOND);
    }

    public boolean isCalibration() {
        return values.isEmpty();
    }

    /// Whether this run found the number of loops (files before pyperf 1.1 do not say which of the
    /// calibrations it was).
    public boolean isLoopCalibration() {
        return isCalibration()
                && (metadata.has("calibrate_loops")
                        || !(metadata.has("recalibrate_loops")
                                || metadata.has("calibrate_warmups")
                                || metadata.has("recalibrate_warmups")));
    }

    /// The number of loops that a calibration run arrived at; empty if it calibrated warm-ups only.
    public OptionalLong calibratedLoops() {
        if (metadata.has("calibrate_loops")) {
            return metadata.integer("calibrate_loops");
        }
        if (metadata.has("recalibrate_loops")) {
            return metadata.integer("recalibrate_loops");
        }
        return isLoopCalibration() ? OptionalLong.of(loops()) : OptionalLong.empty();
    }

    /// The number of warm-ups that a calibration run arrived at.
    public OptionalLong calibratedWarmups() {
        OptionalLong first = metadata.integer("calibrate_warmups");
        return first.isPresent() ? first : metadata.integer("recalibrate_warmups");
    }

    public long loops() {
        return metadata.integer("loops").orElse(1);
    }

    public long innerLoops() {
        return metadata.integer("inner_loops").orElse(1);
    }

    /// Loop iterations in one value: raw duration = value × this.
    public long totalLoops() {
        return Math.multiplyExact(loops(), innerLoops());
    }

    /// The values as doubles, for statistics.
    public double[] doubles() {
        return values.stream().mapToDouble(Number::doubleValue).toArray();
    }

    /// A copy with one more metadata entry, such as `pykiln_image`.
    public PerfRun with(String key, Object value) {
        return withMetadata(metadata.with(key, value));
    }

    /// A copy with more metadata entries.
    public PerfRun with(Map<String, ?> more) {
        return withMetadata(metadata.with(more));
    }

    public PerfRun withMetadata(Metadata replacement) {
        return new PerfRun(replacement, warmups, values);
    }
}
