package org.pykiln.recipe;

/// Text from outside, made fit for an error message: short, one line, no control characters.
public final class Printable {
    private static final int LONGEST = 80;

    private Printable() {}

    public static String of(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .forEach(c -> {
                    if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                        out.append(String.format("\\u%04x", c));
                    } else {
                        out.appendCodePoint(c);
                    }
                });
        return text.codePointCount(0, text.length()) > LONGEST ? out + "…" : out.toString();
    }
}
