package org.pykiln.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/// Two texts, line by line: equal lines stand opposite each other, and so do lines that came in
/// each other's place. No other pairing leaves more lines equal. A pure function.
///
/// @param rows from top to bottom; their left sides are all lines of the left text in order, their
///   right sides those of the right one
public record SideBySide(List<Row> rows) {
    /// How the sides of a row differ.
    public enum Kind {
        SAME,
        CHANGED,
        REMOVED,
        ADDED
    }

    /// Lines that stand opposite each other.
    ///
    /// @param left index of a line of the left text, or [#NONE]
    /// @param right index of a line of the right text, or [#NONE]
    public record Row(Kind kind, int left, int right) {
        /// Nothing stands on this side.
        public static final int NONE = -1;

        public boolean hasLeft() {
            return left != NONE;
        }

        public boolean hasRight() {
            return right != NONE;
        }

        public boolean differs() {
            return kind != Kind.SAME;
        }
    }

    public SideBySide {
        rows = List.copyOf(rows);
    }

    public static SideBySide of(List<String> left, List<String> right) {
        List<Row> rows = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(left, right, true).getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = delta.getTarget().getPosition();
            int gone = delta.getSource().size();
            int come = delta.getTarget().size();
            Kind both = delta.getType() == DeltaType.EQUAL ? Kind.SAME : Kind.CHANGED;
            for (int i = 0; i < Math.max(gone, come); i++) {
                rows.add(
                        i < Math.min(gone, come)
                                ? new Row(both, from + i, to + i)
                                : i < gone
                                        ? new Row(Kind.REMOVED, from + i, Row.NONE)
                                        : new Row(Kind.ADDED, Row.NONE, to + i));
            }
        }
        return new SideBySide(rows);
    }

    /// Every place where the texts differ: the rows from one that is the same to the next.
    public List<List<Row>> differences() {
        List<List<Row>> differences = new ArrayList<>();
        for (int start : starts()) {
            int end = start;
            while (end < rows.size() && rows.get(end).differs()) {
                end++;
            }
            differences.add(rows.subList(start, end));
        }
        return differences;
    }

    /// Index of the first row of each of the [#differences].
    public List<Integer> starts() {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).differs() && (i == 0 || !rows.get(i - 1).differs())) {
                starts.add(i);
            }
        }
        return starts;
    }
}
