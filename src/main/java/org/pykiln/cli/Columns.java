package org.pykiln.cli;

import java.util.ArrayList;
import java.util.List;

/// Rows of aligned columns, of which the last is wrapped where a page of text ends.
final class Columns {
    static final int WIDTH = 100;
    private static final String GAP = "  ";

    private final int indent;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param indent blanks before every line
    Columns(int indent) {
        this.indent = indent;
    }

    /// All rows have as many cells.
    void row(String... cells) {
        rows.add(List.of(cells));
    }

    String text() {
        return String.join("", rows());
    }

    /// Of one or more lines each.
    List<String> rows() {
        List<String> texts = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder text = new StringBuilder();
            StringBuilder start = new StringBuilder(" ".repeat(indent));
            for (int column = 0; column < row.size() - 1; column++) {
                String cell = row.get(column);
                start.append(cell).append(" ".repeat(width(column) - cell.length())).append(GAP);
            }
            String blank = " ".repeat(start.length());
            String before = start.toString();
            for (String line : wrapped(row.getLast(), WIDTH - start.length())) {
                text.append((before + line).stripTrailing()).append('\n');
                before = blank;
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    /// At blanks only: a word that is longer than a line stays whole.
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ")) {
                if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
