package org.pykiln.report;

/// Text as content of HTML and SVG, where it can be neither a tag nor the end of an attribute.
final class Markup {

    private Markup() {}

    static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(out, point));
        return out.toString();
    }

    private static void append(StringBuilder out, int point) {
        switch (point) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(isAllowed(point) ? point : 0xfffd);
        }
    }

    /// XML 1.0 characters, without those that turn the direction of what follows them.
    private static boolean isAllowed(int point) {
        boolean control = point < 0x20 && point != '\t' && point != '\n' && point != '\r';
        boolean direction =
                (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
        boolean half = point >= 0xd800 && point <= 0xdfff;
        return !control && !direction && !half && point != 0xfffe && point != 0xffff;
    }
}
