package org.pykiln.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A piece of a line that is drawn in one way.
///
/// @param token what it is in a Dockerfile
/// @param mark why it stands out of the line
public record Span(Token token, String text, Mark mark) {
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

    /// Why a piece stands out.
    public enum Mark {
        NONE,
        /// The line opposite has something else here.
        OTHER,
        /// It is what somebody looks for.
        FOUND
    }

    Span(Token token, String text) {
        this(token, text, Mark.NONE);
    }

    /// The same line with a mark on its characters from one up to another.
    static List<Span> marked(List<Span> line, int from, int to, Mark mark) {
        List<Span> spans = new ArrayList<>();
        int start = 0;
        for (Span span : line) {
            int length = span.text.length();
            int begin = Math.clamp(from - start, 0, length);
            int end = Math.clamp(to - start, begin, length);
            span.add(spans, 0, begin, span.mark);
            span.add(spans, begin, end, mark);
            span.add(spans, end, length, span.mark);
            start += length;
        }
        return spans;
    }

    /// The same line with a mark on every place that has the words, in whatever letters.
    static List<Span> found(List<Span> line, String wanted) {
        if (wanted.isEmpty()) {
            return line;
        }
        String text = lower(text(line));
        String low = lower(wanted);
        List<Span> spans = line;
        for (int at = text.indexOf(low); at >= 0; at = text.indexOf(low, at + low.length())) {
            spans = marked(spans, at, at + low.length(), Mark.FOUND);
        }
        return spans;
    }

    static boolean has(String text, String wanted) {
        return !wanted.isEmpty() && lower(text).contains(lower(wanted));
    }

    static String text(List<Span> line) {
        StringBuilder text = new StringBuilder();
        line.forEach(span -> text.append(span.text));
        return text.toString();
    }

    private void add(List<Span> spans, int begin, int end, Mark as) {
        if (begin < end) {
            spans.add(new Span(token, text.substring(begin, end), as));
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
