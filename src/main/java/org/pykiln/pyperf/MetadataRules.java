package org.pykiln.pyperf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which metadata pyperf accepts (pyperf 2.10.0 `_metadata.py`).
final class MetadataRules {
    private enum Kind {
        TEXT,
        INTEGER,
        NUMBER,
        TAGS,
        ANY
    }

    private record Rule(Kind kind, Predicate<Object> valid) {}

    private static final Rule AT_LEAST_ONE =
            new Rule(Kind.INTEGER, value -> number(value).doubleValue() >= 1);
    private static final Rule NOT_NEGATIVE_INTEGER =
            new Rule(Kind.INTEGER, value -> number(value).doubleValue() >= 0);
    private static final Rule NOT_NEGATIVE =
            new Rule(Kind.NUMBER, value -> number(value).doubleValue() >= 0);
    private static final Rule DATE = new Rule(Kind.TEXT, value -> true);
    private static final Rule OTHER = new Rule(Kind.ANY, value -> true);

    private static final Map<String, Rule> RULES =
            Map.ofEntries(
                    Map.entry("loops", AT_LEAST_ONE),
                    Map.entry("inner_loops", AT_LEAST_ONE),
                    Map.entry("duration", NOT_NEGATIVE),
                    Map.entry("uptime", NOT_NEGATIVE),
                    Map.entry("load_avg_1min", NOT_NEGATIVE),
                    Map.entry("mem_max_rss", AT_LEAST_ONE),
                    Map.entry("mem_peak_pagefile_usage", AT_LEAST_ONE),
                    Map.entry("command_max_rss", AT_LEAST_ONE),
                    Map.entry(
                            "unit",
                            new Rule(Kind.TEXT, value -> PerfUnit.isKnown(value.toString()))),
                    Map.entry("date", DATE),
                    Map.entry("boot_time", DATE),
                    Map.entry("calibrate_loops", AT_LEAST_ONE),
                    Map.entry("recalibrate_loops", AT_LEAST_ONE),
                    Map.entry("calibrate_warmups", NOT_NEGATIVE_INTEGER),
                    Map.entry("recalibrate_warmups", NOT_NEGATIVE_INTEGER),
                    Map.entry("tags", new Rule(Kind.TAGS, MetadataRules::areTags)));

    private MetadataRules() {}

    static SortedMap<String, Object> checked(Map<String, ?> entries) {
        TreeMap<String, Object> checked = new TreeMap<>(PythonText.ORDER);
        entries.forEach((name, value) -> checked.put(name, checked(name, value)));
        return checked;
    }

    /// `value` may hold null, maps and lists: they are what a file can hold and pyperf refuses.
    static Object checked(String name, @Nullable Object value) {
        Object plain = value instanceof Integer small ? Long.valueOf(small) : value;
        if (plain instanceof String text) {
            plain = checkedText(name, text);
        }
        Rule rule = RULES.getOrDefault(name, OTHER);
        if (plain == null || !isA(rule.kind, plain)) {
            throw new PerfDataException(
                    "invalid metadata %s value type: got '%s'"
                            .formatted(PythonText.repr(name), pythonType(plain)));
        }
        if (!rule.valid.test(plain)) {
            throw new PerfDataException(
                    "invalid metadata %s value: %s"
                            .formatted(PythonText.repr(name), PythonText.repr(plain)));
        }
        return plain instanceof List<?> list ? List.copyOf(list) : plain;
    }

    private static String checkedText(String name, String text) {
        String stripped = PythonText.strip(text);
        if (stripped.indexOf('\n') >= 0 || stripped.indexOf('\r') >= 0) {
            throw new PerfDataException(
                    "newline characters are not allowed in metadata values: "
                            + PythonText.repr(stripped));
        }
        if (stripped.isEmpty()) {
            throw new PerfDataException(
                    "metadata %s value is empty".formatted(PythonText.repr(name)));
        }
        return stripped;
    }

    private static boolean isA(Kind kind, Object value) {
        boolean integer = value instanceof Long || value instanceof Boolean;
        boolean number = integer || value instanceof Double;
        return switch (kind) {
            case TEXT -> value instanceof String;
            case INTEGER -> integer;
            case NUMBER -> number;
            case TAGS -> value instanceof List<?>;
            case ANY -> number || value instanceof String;
        };
    }

    private static boolean areTags(Object value) {
        return value instanceof List<?> list
                && list.stream()
                        .allMatch(tag ->
                                tag instanceof String text
                                        && !text.isEmpty()
                                        && !text.equals("all"));
    }

    private static String pythonType(@Nullable Object value) {
        return switch (value) {
            case null -> "NoneType";
            case String text -> "str";
            case Boolean flag -> "bool";
            case Double number -> "float";
            case Long number -> "int";
            case List<?> list -> "list";
            case Map<?, ?> map -> "dict";
            default -> value.getClass().getSimpleName();
        };
    }

    private static Number number(Object value) {
        return value instanceof Boolean flag ? Long.valueOf(flag ? 1 : 0) : (Number) value;
    }

    /// Python's `==`: true is 1 is 1.0.
    static boolean same(Object a, Object b) {
        boolean numbers =
                (a instanceof Number || a instanceof Boolean)
                        && (b instanceof Number || b instanceof Boolean);
        if (!numbers) {
            return a.equals(b);
        }
        Number x = number(a);
        Number y = number(b);
        if (x instanceof Long i && y instanceof Long j) {
            return i.longValue() == j.longValue();
        }
        double p = x.doubleValue();
        double q = y.doubleValue();
        if (p != q || Double.isInfinite(p)) {
            return p == q;
        }
        return exact(x).compareTo(exact(y)) == 0;
    }

    private static BigDecimal exact(Number number) {
        return number instanceof Long integer
                ? BigDecimal.valueOf(integer)
                : new BigDecimal(number.doubleValue());
    }
}
