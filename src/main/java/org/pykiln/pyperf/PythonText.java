package org.pykiln.pyperf;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Text as Python writes it: `repr`, `str`, `%.2f`, `str.strip` and the order of `sorted`.
///
/// Java's own formatting differs where it matters: `%.2f` of 2.675 is 2.68 in Java and 2.67 in
/// Python, `8.8E-5` is `8.8e-05` there, and strings are ordered by code point, not by char.
final class PythonText {
    /// The order of Python's `sorted` over strings.
    static final Comparator<String> ORDER =
            (a, b) -> {
                int i = 0;
                while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
                    i++;
                }
                if (i == a.length() || i == b.length()) {
                    return Integer.compare(a.length(), b.length());
                }
                return Integer.compare(rank(a.charAt(i)), rank(b.charAt(i)));
            };

    private static final int SHORTEST_PLAIN_EXPONENT = -4;
    private static final int LONGEST_PLAIN_EXPONENT = 16;

    private PythonText() {}

    /// Surrogates stand for code points above U+FFFF, so they sort after every other char.
    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }

    /// `'%.{places}f' % value`: the exact value of the double, rounded half to even.
    static String fixed(double value, int places) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String digits =
                new BigDecimal(Math.abs(value))
                        .setScale(places, RoundingMode.HALF_EVEN)
                        .toPlainString();
        boolean negative = Double.doubleToRawLongBits(value) < 0;
        return negative ? "-" + digits : digits;
    }

    /// `'%+.{places}f' % value`.
    static String signedFixed(double value, int places) {
        String text = fixed(value, places);
        return text.startsWith("-") ? text : "+" + text;
    }

    /// `repr` of a float: the shortest digits that read back as the same double.
    static String repr(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return Double.doubleToRawLongBits(value) < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - shortest.scale() - 1;
        String text;
        if (exponent < SHORTEST_PLAIN_EXPONENT || exponent >= LONGEST_PLAIN_EXPONENT) {
            String mantissa =
                    digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            String power = Integer.toString(Math.abs(exponent));
            text =
                    mantissa
                            + (exponent < 0 ? "e-" : "e+")
                            + (power.length() == 1 ? "0" : "")
                            + power;
        } else {
            String plain = shortest.toPlainString();
            text = plain.contains(".") ? plain : plain + ".0";
        }
        return value < 0 ? "-" + text : text;
    }

    /// Java gives two digits where one would do (4.9E-324, in Python 5e-324).
    private static BigDecimal shortest(double positive) {
        BigDecimal decimal = new BigDecimal(Double.toString(positive)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            BigDecimal one = decimal.round(new MathContext(1, RoundingMode.HALF_EVEN));
            if (one.doubleValue() == positive) {
                return one.stripTrailingZeros();
            }
        }
        return decimal;
    }

    /// `str(value)` of a metadata value.
    static String str(Object value) {
        return value instanceof String text ? text : repr(value);
    }

    /// `repr(value)` of a metadata value, or of what a file has instead of one.
    static String repr(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case String text -> repr(text);
            case Double number -> repr(number.doubleValue());
            case Boolean flag -> flag ? "True" : "False";
            case List<?> list ->
                    list.stream().map(PythonText::repr).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(entry -> repr(entry.getKey()) + ": " + repr(entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }

    static String repr(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> appendEscaped(out, c, quote));
        return out.append(quote).toString();
    }

    private static void appendEscaped(StringBuilder out, int c, char quote) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\\' -> out.append("\\\\");
            default -> {
                if (c == quote) {
                    out.append('\\').append(quote);
                } else if (isPrintable(c)) {
                    out.appendCodePoint(c);
                } else if (c < 0x100) {
                    out.append("\\x%02x".formatted(c));
                } else if (c < 0x10000) {
                    out.append("\\u%04x".formatted(c));
                } else {
                    out.append("\\U%08x".formatted(c));
                }
            }
        }
    }

    private static boolean isPrintable(int c) {
        if (c == ' ') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /// `text.strip()`.
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return (c >= 0x1c && c <= 0x20)
                || (c >= '\t' && c <= '\r')
                || c == 0x85
                || Character.isSpaceChar(c);
    }

    /// `len(text)`: code points, not chars.
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// `text.ljust(width)`.
    static String ljust(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }

    /// `text.rjust(width)`.
    static String rjust(String text, int width) {
        return " ".repeat(Math.max(0, width - length(text))) + text;
    }
}
