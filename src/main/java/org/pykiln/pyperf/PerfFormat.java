package org.pykiln.pyperf;

import java.util.ArrayList;
import java.util.List;

/// Numbers as pyperf 2.10.0 prints them (`_formatter.py`), its oddities included: 20000 loops are
/// `10^4`, 0.9996 us are `1000 ns`.
public final class PerfFormat {
    private static final List<String> TIME_UNITS = List.of("sec", "ms", "us", "ns");
    private static final double[] TENS = {
        1e2, 1e1, 1e0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8
    };
    private static final int LARGEST_TEN = 2;
    private static final double KIB = 1024.0;
    private static final double MIB = KIB * KIB;

    private PerfFormat() {}

    /// One value in its unit: `34.7 us`, `28.2 MiB`.
    public static String value(PerfUnit unit, Number value) {
        return values(unit, value).getFirst();
    }

    /// Several values; times all in the unit and precision of the first.
    public static List<String> values(PerfUnit unit, Number... values) {
        List<Number> list = List.of(values);
        return switch (unit) {
            case SECOND -> times(list);
            case BYTE -> list.stream().map(PerfFormat::bytes).toList();
            case INTEGER -> list.stream().map(PerfFormat::number).toList();
        };
    }

    private static List<String> times(List<Number> values) {
        double reference = Math.abs(values.getFirst().doubleValue());
        int i = LARGEST_TEN - TENS.length;
        for (int t = 0; t < TENS.length; t++) {
            if (reference >= TENS[t]) {
                i = LARGEST_TEN - t;
                break;
            }
        }
        int precision = 2 - Math.floorMod(i, 3);
        int k = i < 0 ? -Math.floorDiv(i, 3) : 0;
        double factor = Math.pow(1000, k);
        String unit = TIME_UNITS.get(k);
        return values.stream()
                .map(value ->
                        PythonText.fixed(value.doubleValue() * factor, precision) + " " + unit)
                .toList();
    }

    static String bytes(Number value) {
        double size = value.doubleValue();
        if (size < 10 * KIB) {
            return PythonText.fixed(size, 0) + (size == 1 ? " byte" : " bytes");
        }
        if (size > 10 * MIB) {
            return PythonText.fixed(size / MIB, 1) + " MiB";
        }
        return PythonText.fixed(size / KIB, 1) + " KiB";
    }

    /// A duration in seconds: `1 min 12.7 sec`.
    public static String duration(double seconds) {
        if (seconds == 0) {
            return "0 sec";
        }
        if (seconds < 1) {
            return value(PerfUnit.SECOND, seconds);
        }
        double rest = seconds % 60;
        long minutes = Math.round((seconds - rest) / 60);
        List<String> parts = new ArrayList<>();
        add(parts, minutes / 60 / 24, " day");
        add(parts, minutes / 60 % 24, " hour");
        add(parts, minutes % 60, " min");
        if (rest != 0 && parts.size() <= 2) {
            parts.add(PythonText.fixed(rest, 1) + " sec");
        }
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count != 0) {
            parts.add(count + unit);
        }
    }

    /// A count: `4096`, `2^14`, `10^5`.
    public static String number(Number number) {
        if (number.doubleValue() >= 10_000) {
            int power = power(number, 10);
            if (power > 0) {
                return "10^" + power;
            }
        }
        if (number instanceof Long count && count > 8192) {
            int power = power(number, 2);
            if (power > 0) {
                return "2^" + power;
            }
        }
        return PythonText.repr((Object) number);
    }

    /// How often the base divides, 0 if a remainder is met before less than the base is left.
    private static int power(Number number, int base) {
        int power = 0;
        if (number instanceof Long count) {
            for (long x = count; x >= base; x /= base) {
                if (x % base != 0) {
                    return 0;
                }
                power++;
            }
            return power;
        }
        for (double x = number.doubleValue(); x >= base; x = Math.floor(x / base)) {
            if (x % base != 0) {
                return 0;
            }
            power++;
        }
        return power;
    }

    /// A count of something: `1 loop`, `2^14 loops`.
    public static String number(Number number, String unit) {
        double size = Math.abs(number.doubleValue());
        return number(number) + " " + unit + (size == 0 || size > 1 ? "s" : "");
    }

    /// `1.32x faster`, `1.09x slower` or `no change`; `ratio` is changed mean / reference mean.
    public static String ratio(double ratio) {
        if (ratio == 1) {
            return "no change";
        }
        return ratio < 1
                ? PythonText.fixed(1 / ratio, 2) + "x faster"
                : PythonText.fixed(ratio, 2) + "x slower";
    }
}
