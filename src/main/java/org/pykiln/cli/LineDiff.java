package org.pykiln.cli;

import java.util.ArrayList;
import java.util.List;

/// The lines in which two texts differ, by the longest sequence of lines that both have.
final class LineDiff {
    private LineDiff() {}

    /// Lines that begin with `-` (only in the first text) or `+` (only in the second), or are empty
    /// between places that do not touch.
    static List<String> of(List<String> left, List<String> right) {
        int[][] common = common(left, right);
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        boolean apart = false;
        while (i < left.size() || j < right.size()) {
            if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
                i++;
                j++;
                apart = !lines.isEmpty();
                continue;
            }
            if (apart) {
                lines.add("");
                apart = false;
            }
            boolean removed =
                    j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1]);
            lines.add(removed ? "-" + left.get(i++) : "+" + right.get(j++));
        }
        return lines;
    }

    /// Length of the longest common sequence of what is left from each pair of lines on.
    private static int[][] common(List<String> left, List<String> right) {
        int[][] length = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                length[i][j] =
                        left.get(i).equals(right.get(j))
                                ? length[i + 1][j + 1] + 1
                                : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }
}
