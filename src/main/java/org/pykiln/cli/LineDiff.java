package org.pykiln.cli;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.diff.SideBySide;
import org.pykiln.diff.SideBySide.Row;

/// The lines in which two texts differ.
final class LineDiff {
    private LineDiff() {}

    /// Lines that begin with `-` (only in the first text) or `+` (only in the second), or are empty
    /// between places that do not touch.
    static List<String> of(List<String> left, List<String> right) {
        List<String> lines = new ArrayList<>();
        for (List<Row> place : SideBySide.of(left, right).differences()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            place.stream()
                    .filter(Row::hasLeft)
                    .forEach(row -> lines.add("-" + left.get(row.left())));
            place.stream()
                    .filter(Row::hasRight)
                    .forEach(row -> lines.add("+" + right.get(row.right())));
        }
        return lines;
    }
}
