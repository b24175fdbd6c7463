package org.pykiln.pyperf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes a suite as `json.dump(…, sort_keys=True, separators=(",", ":"))` would, metadata spread
/// over root, benchmark and run as pyperf spreads them.
final class PerfWriter {
    private final StringBuilder out = new StringBuilder(1 << 16);

    private PerfWriter() {}

    static String text(PerfSuite suite) {
        PerfWriter writer = new PerfWriter();
        writer.suite(suite);
        return writer.out.append('\n').toString();
    }

    private void suite(PerfSuite suite) {
        List<Metadata> shared = new ArrayList<>();
        suite.benchmarks().forEach(benchmark -> shared.add(benchmark.metadata()));
        Map<String, Object> root = Metadata.common(shared).entries();
        out.append("{\"benchmarks\":[");
        for (int i = 0; i < shared.size(); i++) {
            out.append(i == 0 ? "" : ",");
            benchmark(suite.benchmarks().get(i), shared.get(i).entries(), root.keySet());
        }
        out.append(']');
        if (!root.isEmpty()) {
            out.append(",\"metadata\":");
            metadata(root, Set.of());
        }
        out.append(",\"version\":\"1.0\"}");
    }

    private void benchmark(PerfBenchmark benchmark, Map<String, Object> shared, Set<String> root) {
        Set<String> outer = new HashSet<>(root);
        outer.addAll(shared.keySet());
        out.append('{');
        if (!root.containsAll(shared.keySet())) {
            out.append("\"metadata\":");
            metadata(shared, root);
            out.append(',');
        }
        out.append("\"runs\":[");
        String separator = "";
        for (PerfRun run : benchmark.runs()) {
            out.append(separator);
            run(run, outer);
            separator = ",";
        }
        out.append("]}");
    }

    private void run(PerfRun run, Set<String> outer) {
        out.append('{');
        String separator = "";
        if (!outer.containsAll(run.metadata().entries().keySet())) {
            out.append("\"metadata\":");
            metadata(run.metadata().entries(), outer);
            separator = ",";
        }
        if (!run.values().isEmpty()) {
            out.append(separator).append("\"values\":");
            array(run.values());
            separator = ",";
        }
        if (!run.warmups().isEmpty()) {
            out.append(separator).append("\"warmups\":[");
            for (int i = 0; i < run.warmups().size(); i++) {
                Warmup warmup = run.warmups().get(i);
                out.append(i == 0 ? "" : ",");
                array(List.of(warmup.loops(), warmup.value()));
            }
            out.append(']');
        }
        out.append('}');
    }

    private void metadata(Map<String, Object> metadata, Set<String> without) {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, Object> entry : metadata.entrySet()) {
            if (!without.contains(entry.getKey())) {
                out.append(separator);
                string(entry.getKey());
                out.append(':');
                value(entry.getValue());
                separator = ",";
            }
        }
        out.append('}');
    }

    private void array(Collection<?> items) {
        out.append('[');
        String separator = "";
        for (Object item : items) {
            out.append(separator);
            value(item);
            separator = ",";
        }
        out.append(']');
    }

    private void value(Object value) {
        switch (value) {
            case String text -> string(text);
            case Double number when number.isNaN() -> out.append("NaN");
            case Double number when number.isInfinite() ->
                    out.append(number > 0 ? "Infinity" : "-Infinity");
            case Double number -> out.append(PythonText.repr(number.doubleValue()));
            case List<?> list -> array(list);
            default -> out.append(value);
        }
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case '\b' -> out.append("\\b");
                default -> {
                    if (c >= ' ' && c <= '~') {
                        out.append(c);
                    } else {
                        out.append("\\u%04x".formatted((int) c));
                    }
                }
            }
        }
        out.append('"');
    }
}
