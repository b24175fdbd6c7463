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
                    if (isPlain(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(String.format("\\u%04x", c));
                    }
                });
        return text.codePointCount(0, text.length()) > LONGEST ? out + "…" : out.toString();
    }

    /// Whether a character neither ends a line nor changes how the text around it is shown (bidi
    /// and zero-width marks), and is one at all (half a surrogate pair is not).
    public static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
