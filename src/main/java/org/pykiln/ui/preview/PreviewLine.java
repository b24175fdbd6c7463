package org.pykiln.ui.preview;

import java.util.List;
import java.util.Set;

/// One line of the Dockerfile as it is shown.
///
/// @param number from 1
/// @param knobs ids of the knobs behind it
/// @param changed whether one of them differs from the reference
/// @param tag label of those that do; empty where the line above says the same
/// @param spans the text in pieces of one colour
public record PreviewLine(
        int number, String text, Set<String> knobs, boolean changed, String tag, List<Span> spans) {
    /// What a piece of text is.
    public enum Token {
        PLAIN,
        COMMENT,
        INSTRUCTION,
        OPTION,
        STRING,
        VARIABLE,
        CONTINUATION
    }

    /// A piece of text of one kind.
    public record Span(Token token, String text) {}

    public PreviewLine {
        knobs = Set.copyOf(knobs);
        spans = List.copyOf(spans);
    }
}
