package org.pykiln.ui.preview;

import java.util.List;
import org.pykiln.diff.SideBySide;
import org.pykiln.diff.SideBySide.Kind;
import org.pykiln.diff.SideBySide.Row;
import org.pykiln.ui.preview.Span.Mark;

/// Two lines that stand opposite each other, as they are shown.
public record DiffRow(Kind kind, Side left, Side right) implements DiffItem {
    /// One of them.
    ///
    /// @param number from 1, or 0 where there is no line
    /// @param spans the text in pieces of one colour; what the other line has differently is marked
    public record Side(int number, String text, List<Span> spans) {
        private static final Side NONE = new Side(0, "", List.of());

        public Side {
            spans = List.copyOf(spans);
        }

        private static Side of(int number, String text) {
            return new Side(number, text, Highlighter.spans(text));
        }

        private Side marked(int from, int to) {
            return new Side(number, text, Span.marked(spans, from, to, Mark.OTHER));
        }

        public boolean isThere() {
            return number > 0;
        }
    }

    static List<DiffRow> of(SideBySide diff, List<String> left, List<String> right) {
        return diff.rows().stream()
                .map(row -> of(row, side(row.left(), left), side(row.right(), right)))
                .toList();
    }

    /// Both sides, for whoever looks for something in them.
    public String text() {
        return left.text() + "\n" + right.text();
    }

    private static Side side(int line, List<String> text) {
        return line == Row.NONE ? Side.NONE : Side.of(line + 1, text.get(line));
    }

    private static DiffRow of(Row row, Side left, Side right) {
        if (row.kind() != Kind.CHANGED) {
            return new DiffRow(row.kind(), left, right);
        }
        String one = left.text();
        String other = right.text();
        int shorter = Math.min(one.length(), other.length());
        int head = 0;
        while (head < shorter && one.charAt(head) == other.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        // lines that have little in common are different lines, and marks would be noise
        return 3 * (head + tail) < Math.max(one.length(), other.length())
                ? new DiffRow(row.kind(), left, right)
                : new DiffRow(
                        row.kind(),
                        left.marked(head, one.length() - tail),
                        right.marked(head, other.length() - tail));
    }
}
