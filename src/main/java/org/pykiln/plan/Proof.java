package org.pykiln.plan;

/// One check, run inside the built image by its own interpreter, that a knob took effect.
///
/// @param knob id of the knob
/// @param claim what holds if the check does, in words
/// @param python body of a function without parameters that returns `(holds, seen)`: a bool and a
///   short text of what was found. The standard library and the names of `proof-prelude.py` are
///   there. Written by us, never made from a person's text other than through [#literal].
public record Proof(String knob, String claim, String python) {

    /// A Python string literal for any text.
    public static String literal(String text) {
        StringBuilder out = new StringBuilder("'");
        text.chars()
                .forEach(c -> {
                    if (c >= ' ' && c < 127 && c != '\'' && c != '\\') {
                        out.append((char) c);
                    } else {
                        out.append(String.format("\\u%04x", c));
                    }
                });
        return out.append('\'').toString();
    }
}
