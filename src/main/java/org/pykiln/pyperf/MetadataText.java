package org.pykiln.pyperf;

import java.util.Collection;
import java.util.List;

/// Metadata as pyperf prints them, one line each.
final class MetadataText {
    private MetadataText() {}

    static void append(List<String> lines, String prefix, Metadata metadata) {
        metadata.entries()
                .forEach((name, value) -> lines.add(prefix + name + ": " + text(name, value)));
    }

    static String text(String name, Object value) {
        return switch (name) {
            case "loops",
                    "inner_loops",
                    "calibrate_loops",
                    "recalibrate_loops",
                    "calibrate_warmups",
                    "recalibrate_warmups" ->
                    value instanceof Number number
                            ? PerfFormat.number(number)
                            : PythonText.str(value);
            case "duration", "uptime" -> PerfFormat.duration(number(value));
            case "load_avg_1min" -> PythonText.fixed(number(value), 2);
            case "mem_max_rss", "mem_peak_pagefile_usage", "command_max_rss" ->
                    PerfFormat.value(PerfUnit.BYTE, number(value));
            default -> PythonText.str(value);
        };
    }

    private static double number(Object value) {
        return value instanceof Number number
                ? number.doubleValue()
                : Boolean.TRUE.equals(value) ? 1 : 0;
    }

    /// Appends what all have in common under its own title, if there are several.
    ///
    /// @return what each has beside that, its name excepted
    static List<Metadata> appendCommon(List<String> lines, List<Metadata> all) {
        if (all.size() < 2) {
            return all;
        }
        List<Metadata> unnamed =
                all.stream().map(metadata -> metadata.without(List.of("name"))).toList();
        Metadata common = Metadata.common(unnamed);
        if (!common.entries().isEmpty()) {
            lines.add("Common metadata");
            lines.add("===============");
            lines.add("");
            append(lines, "- ", common);
        }
        Collection<String> names = common.entries().keySet();
        return unnamed.stream().map(metadata -> metadata.without(names)).toList();
    }
}
