package org.pykiln.pyperf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// What `pyperf compare_to` 2.10.0 prints, byte for byte.
///
/// Its verdicts are pyperf's: values are pooled as if independent, samples of unequal size always
/// count as significant, and nothing corrects for the number of comparisons. Our own comparison is
/// another package.
public final class PerfCompare {
    private final List<PerfFile> files;
    private final CompareOptions options;
    private final List<String> common;
    private final List<ComparedRow> rows = new ArrayList<>();
    private final List<String> out = new ArrayList<>();

    private PerfCompare(List<PerfFile> files, CompareOptions options) {
        this.files = files;
        this.options = options;
        Set<String> names = new LinkedHashSet<>(files.getFirst().suite().names());
        files.forEach(file -> names.retainAll(new LinkedHashSet<>(file.suite().names())));
        this.common = List.copyOf(names);
    }

    /// The first file is the reference. Exit code 1 with an error text where pyperf ends so.
    public static Printed compare(List<PerfFile> files, CompareOptions options) {
        List<PerfFile> chosen = new ArrayList<>();
        for (PerfFile file : files) {
            Optional<PerfFile> kept = file.only(options.benchmarks());
            if (kept.isEmpty()) {
                return file.missing(options.benchmarks());
            }
            chosen.add(kept.get());
        }
        if (chosen.size() < 2) {
            return new Printed("ERROR: need at least two benchmark files\n", "", 1);
        }
        if (options.groupBySpeed() && chosen.size() != 2) {
            return Printed.failed("--by-speed only works on two benchmark files");
        }
        PerfCompare compare = new PerfCompare(chosen, options);
        if (compare.common.isEmpty()) {
            return Printed.failed("Benchmark suites have no benchmark in common");
        }
        try {
            return Printed.done(compare.text());
        } catch (PerfDataException e) {
            return Printed.failed(String.valueOf(e.getMessage()));
        }
    }

    private String text() {
        common.forEach(name -> rows.add(row(name)));
        Set<String> tags = new TreeSet<>(PythonText.ORDER);
        rows.forEach(row -> tags.addAll(row.tags()));
        for (String tag : tags) {
            title("Benchmarks with tag '%s':".formatted(tag));
            block(rows.stream().filter(row -> row.tags().contains(tag)).toList());
            out.add("");
        }
        if (!tags.isEmpty()) {
            title("All benchmarks:");
        }
        block(rows);
        if (!options.quiet()) {
            ignored();
        }
        return out.isEmpty() ? "" : String.join("\n", out) + "\n";
    }

    private ComparedRow row(String name) {
        UnaryOperator<String> shortener = PerfFile.shortener(files);
        List<ComparedRow.Series> series =
                files.stream()
                        .map(file ->
                                ComparedRow.Series.of(
                                        shortener.apply(file.name()),
                                        file.suite().benchmark(name).orElseThrow()))
                        .toList();
        ComparedRow.Series reference = series.getFirst();
        return new ComparedRow(
                name,
                files.getFirst().suite().benchmark(name).orElseThrow().tags(),
                reference,
                series.stream()
                        .skip(1)
                        .map(changed ->
                                ComparedRow.Result.of(reference, changed, options.minSpeed()))
                        .toList());
    }

    private void block(List<ComparedRow> shown) {
        if (options.table()) {
            table(shown);
        } else {
            if (options.groupBySpeed()) {
                bySpeed(shown);
            } else {
                list(shown);
            }
            geometricMean(shown);
        }
    }

    private void table(List<ComparedRow> shown) {
        if (options.groupBySpeed()) {
            // As in pyperf this reorders the rows of all blocks to come, not those of the first
            // tag.
            rows.sort(Comparator.comparingDouble(row -> row.results().getFirst().ratio()));
        }
        List<List<String>> cells = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (ComparedRow row : shown) {
            if (row.anySignificant()) {
                cells.add(cells(row));
            } else {
                hidden.add(row.name());
            }
        }
        ComparedRow first = rows.getFirst();
        if (!cells.isEmpty()) {
            if (shown.size() > 1) {
                List<String> means = new ArrayList<>(List.of("Geometric mean", "(ref)"));
                for (int i = 0; i < first.results().size(); i++) {
                    means.add(PerfFormat.ratio(geometricMean(shown, i)));
                }
                cells.add(means);
            }
            List<String> headers = new ArrayList<>(List.of("Benchmark", first.reference().file()));
            first.results().forEach(result -> headers.add(result.changed().file()));
            out.addAll(new TextTable(headers, cells).lines(options.tableFormat()));
        }
        hidden(hidden, !cells.isEmpty());
    }

    private List<String> cells(ComparedRow row) {
        List<String> cells = new ArrayList<>(List.of(row.name(), row.reference().meanText()));
        for (ComparedRow.Result result : row.results()) {
            if (!result.significant()) {
                cells.add("not significant");
            } else {
                String ratio = PerfFormat.ratio(result.ratio());
                cells.add(options.quiet() ? ratio : result.changed().meanText() + ": " + ratio);
            }
        }
        return cells;
    }

    private void bySpeed(List<ComparedRow> shown) {
        List<ComparedRow> slower = new ArrayList<>();
        List<ComparedRow> faster = new ArrayList<>();
        List<ComparedRow> same = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (ComparedRow row : shown) {
            ComparedRow.Result result = row.results().getFirst();
            if (!result.significant()) {
                hidden.add(row.name());
            } else if (result.ratio() == 1) {
                same.add(row);
            } else {
                (result.ratio() < 1 ? faster : slower).add(row);
            }
        }
        Comparator<ComparedRow> ratio =
                Comparator.comparingDouble(row -> row.results().getFirst().ratio());
        slower.sort(ratio.reversed());
        faster.sort(ratio);
        boolean empty = group("Slower", slower, true);
        empty = group("Faster", faster, empty);
        empty = group("Same speed", same, empty);
        if (!options.quiet()) {
            hidden(hidden, !empty);
        }
    }

    /// Returns whether nothing was written yet.
    private boolean group(String title, List<ComparedRow> group, boolean empty) {
        if (group.isEmpty()) {
            return empty;
        }
        if (!empty) {
            out.add("");
        }
        out.add("%s (%d):".formatted(title, group.size()));
        for (ComparedRow row : group) {
            out.add("- %s: %s".formatted(row.name(), row.results().getFirst().shortLine()));
        }
        return false;
    }

    private void list(List<ComparedRow> shown) {
        List<String> hidden = new ArrayList<>();
        boolean empty = true;
        boolean showName = common.size() > 1;
        for (int index = 0; index < shown.size(); index++) {
            ComparedRow row = shown.get(index);
            if (!row.anySignificant() && !options.verbose()) {
                hidden.add(row.name());
                continue;
            }
            List<String> lines = new ArrayList<>();
            row.results().forEach(result -> lines.addAll(result.lines(options.verbose())));
            if (lines.size() == 1) {
                out.add((showName ? row.name() + ": " : "") + lines.getFirst());
            } else {
                if (showName) {
                    title(row.name());
                }
                out.addAll(lines);
                // pyperf compares with the number of all rows, also within the block of a tag.
                if (index != rows.size() - 1) {
                    out.add("");
                }
            }
            empty = false;
        }
        if (!options.quiet()) {
            hidden(hidden, !empty);
        }
    }

    private void geometricMean(List<ComparedRow> shown) {
        if (shown.size() < 2) {
            return;
        }
        out.add("");
        List<ComparedRow.Result> results = shown.getFirst().results();
        if (results.size() == 1) {
            out.add("Geometric mean: " + PerfFormat.ratio(geometricMean(shown, 0)));
            return;
        }
        title("Geometric mean");
        for (int i = 0; i < results.size(); i++) {
            out.add(
                    results.get(i).changed().file()
                            + ": "
                            + PerfFormat.ratio(geometricMean(shown, i)));
        }
    }

    private static double geometricMean(List<ComparedRow> rows, int changed) {
        return PerfStatistics.geometricMean(
                rows.stream().mapToDouble(row -> row.results().get(changed).ratio()).toArray());
    }

    private void hidden(List<String> names, boolean afterText) {
        if (!names.isEmpty()) {
            if (afterText) {
                out.add("");
            }
            out.add(
                    "Benchmark hidden because not significant (%d): %s"
                            .formatted(names.size(), String.join(", ", names)));
        }
    }

    private void ignored() {
        for (PerfFile file : files) {
            List<String> names =
                    file.suite().names().stream()
                            .filter(name -> !common.contains(name))
                            .sorted(PythonText.ORDER)
                            .toList();
            if (!names.isEmpty()) {
                out.add(
                        "Ignored benchmarks (%d) of %s: %s"
                                .formatted(names.size(), file.name(), String.join(", ", names)));
            }
        }
    }

    private void title(String title) {
        out.add(title);
        out.add("=".repeat(PythonText.length(title)));
        out.add("");
    }
}
