package org.pykiln.pyperf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// A table as pyperf draws it, in reStructuredText or Markdown.
record TextTable(List<String> headers, List<List<String>> rows) {
    List<String> lines(CompareOptions.TableFormat format) {
        List<Integer> widths = widths();
        List<String> lines = new ArrayList<>();
        switch (format) {
            case REST -> {
                lines.add(rule(widths, "-"));
                lines.add(row(widths, headers));
                lines.add(rule(widths, "="));
                for (List<String> row : rows) {
                    lines.add(row(widths, row));
                    lines.add(rule(widths, "-"));
                }
            }
            case MD -> {
                lines.add(row(widths, headers));
                lines.add(
                        joined(
                                widths.size(),
                                "|",
                                i ->
                                        i == 0
                                                ? "-".repeat(widths.get(i) + 2)
                                                : ":" + "-".repeat(widths.get(i)) + ":"));
                rows.forEach(row -> lines.add(row(widths, row)));
            }
        }
        return lines;
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            int width = PythonText.length(headers.get(i));
            for (List<String> row : rows) {
                width = Math.max(width, PythonText.length(row.get(i)));
            }
            widths.add(width);
        }
        return widths;
    }

    private static String rule(List<Integer> widths, String line) {
        return joined(widths.size(), "+", i -> line.repeat(widths.get(i) + 2));
    }

    private static String row(List<Integer> widths, List<String> cells) {
        return joined(
                cells.size(), "|", i -> " " + PythonText.ljust(cells.get(i), widths.get(i)) + " ");
    }

    private static String joined(int columns, String separator, IntFunction<String> cell) {
        StringBuilder line = new StringBuilder(separator);
        for (int i = 0; i < columns; i++) {
            line.append(cell.apply(i)).append(separator);
        }
        return line.toString();
    }
}
