package org.pykiln.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pykiln.diff.SideBySide.Kind;
import org.pykiln.ui.common.Texts;

/// Rows that are the same on both sides and are not shown.
///
/// @param from index of the first of the rows
/// @param to index after the last of them
public record Fold(int from, int to) implements DiffItem {
    /// How many rows are shown before and after a difference, to tell where it is.
    static final int CONTEXT = 3;

    /// A fold takes a line itself, and is read as one.
    static final int LEAST = 4;

    /// `… 23 unchanged lines`
    public String text() {
        return "… " + Texts.count(to - from, "unchanged line");
    }

    boolean holds(int row) {
        return from <= row && row < to;
    }

    /// All rows in their order, with those folded that are far from any difference. A pure
    /// function.
    ///
    /// @param opened where folds begin that are not wanted
    static List<DiffItem> of(List<DiffRow> rows, Set<Integer> opened) {
        List<DiffItem> items = new ArrayList<>();
        int at = 0;
        while (at < rows.size()) {
            int end = endOfSame(rows, at);
            Fold fold =
                    new Fold(at == 0 ? 0 : at + CONTEXT, end == rows.size() ? end : end - CONTEXT);
            if (fold.to - fold.from >= LEAST && !opened.contains(fold.from)) {
                items.addAll(rows.subList(at, fold.from));
                items.add(fold);
                items.addAll(rows.subList(fold.to, end));
            } else {
                items.addAll(rows.subList(at, end));
            }
            if (end < rows.size()) {
                items.add(rows.get(end));
            }
            at = end + 1;
        }
        return items;
    }

    private static int endOfSame(List<DiffRow> rows, int from) {
        int end = from;
        while (end < rows.size() && rows.get(end).kind() == Kind.SAME) {
            end++;
        }
        return end;
    }
}
