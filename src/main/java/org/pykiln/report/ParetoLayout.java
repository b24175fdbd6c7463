package org.pykiln.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pykiln.report.Mark.Anchor;
import org.pykiln.report.Pareto.Built;
import org.pykiln.report.Pareto.Cost;
import org.pykiln.report.Pareto.Image;
import org.pykiln.report.Pareto.Ratio;

/// Places the marks of one Pareto chart: panels beside each other, below them a table that tells
/// which sign is whose.
final class ParetoLayout {
    private static final double MARGIN = ForestColumns.MARGIN;
    private static final double GAP = ForestColumns.GAP;
    private static final double HEAD = 40;
    private static final double LINE = 22;
    private static final double DOT = 4.5;
    private static final double WIDEST_PANEL = 460;

    /// Half of the widest text at the end of an axis.
    private static final double RIM = 24;

    private static final String NONE = "–";

    private final Pareto pareto;
    private final double width;
    private final Pen pen = new Pen();

    /// @param fronts where its text is in bold
    private record Column(String title, List<String> texts, List<Boolean> fronts) {
        double width() {
            return TextWidth.widest(Stream.concat(texts.stream(), Stream.of(title)), Pen.FONT)
                    * 1.1;
        }
    }

    ParetoLayout(Pareto pareto, double width) {
        this.pareto = pareto;
        this.width = width;
    }

    ParetoChart draw() {
        List<Cost> costs = pareto.costs();
        double y = HEAD;
        if (!costs.isEmpty()) {
            panels(costs);
            String axis = "mean time / mean time of %s (log scale)".formatted(pareto.baseline());
            y += ParetoPanel.HEIGHT + 38;
            y = pen.sentences("Across: " + axis + ".", MARGIN, y, width - 2 * MARGIN) + GAP;
        }
        y = table(y, columns());
        y = pen.sentences(String.join(" ", notes(costs)), MARGIN, y + 18, width - 2 * MARGIN);
        return new ParetoChart(
                "Time against " + String.join(", ", costs.stream().map(Cost::label).toList()),
                pareto.description(),
                width,
                y,
                pen.marks(),
                pen.targets());
    }

    private void panels(List<Cost> costs) {
        double room = (width - 2 * MARGIN - (costs.size() - 1) * GAP) / costs.size();
        double panel = Math.min(room, WIDEST_PANEL);
        for (int i = 0; i < costs.size(); i++) {
            double left = MARGIN + i * (panel + GAP);
            new ParetoPanel(pareto, costs.get(i), pen, left, left + panel - RIM, HEAD).draw();
        }
    }

    private List<String> notes(List<Cost> costs) {
        List<String> notes = new ArrayList<>();
        if (!costs.isEmpty()) {
            notes.add(
                    "Left is faster, low is cheap. Ringed, and bold in the table: the front, than"
                            + " which no other image is both at least as fast and as cheap, by the"
                            + " estimates. Bars: 95 % intervals.");
        }
        if (costs.contains(Cost.MEMORY)) {
            notes.add(
                    "Peak memory: mem_max_rss of each process, geometric mean of its ratio to the"
                            + " baseline over the datapoints that have it.");
        }
        if (costs.contains(Cost.BUILD)) {
            notes.add("Build time: of one build on a machine that may have done other things.");
        }
        notes.addAll(pareto.leftOut());
        return notes;
    }

    private List<Column> columns() {
        List<Image> images = pareto.images();
        List<Column> columns = new ArrayList<>();
        columns.add(
                column("time", ratios(images.stream().map(Image::time).map(Optional::of)), null));
        columns.add(column("memory", ratios(images.stream().map(Image::memory)), Cost.MEMORY));
        var size = ParetoPanel.scale(Cost.SIZE, 1e6);
        columns.add(
                column(
                        "size",
                        images.stream()
                                .map(image ->
                                        image.built()
                                                .map(built -> size.text(built.bytes(), 1))
                                                .orElse(NONE))
                                .toList(),
                        Cost.SIZE));
        columns.add(
                column(
                        "build",
                        images.stream()
                                .map(image ->
                                        image.built()
                                                .filter(Built::isTimed)
                                                .map(built -> minutes(built.seconds()))
                                                .orElse(NONE))
                                .toList(),
                        Cost.BUILD));
        return columns.stream()
                .filter(c -> c.texts().stream().anyMatch(t -> !t.equals(NONE)))
                .toList();
    }

    private Column column(String title, List<String> texts, @Nullable Cost cost) {
        List<Image> front =
                cost == null || !pareto.costs().contains(cost) ? List.of() : pareto.front(cost);
        return new Column(title, texts, pareto.images().stream().map(front::contains).toList());
    }

    /// In one precision, in which the narrowest interval has two ends.
    private static List<String> ratios(Stream<Optional<Ratio>> all) {
        List<Optional<Ratio>> ratios = all.toList();
        double narrowest =
                ratios.stream()
                        .flatMap(ratio -> ratio.map(Ratio::interval).stream())
                        .mapToDouble(interval -> interval.high() - interval.low())
                        .filter(width -> width > 0)
                        .min()
                        .orElse(1);
        int digits = Math.clamp(Scale.PLAIN.digits(1, narrowest / 2), 2, 3);
        return ratios.stream()
                .map(ratio -> ratio.map(one -> text(one, digits)).orElse(NONE))
                .toList();
    }

    private static String text(Ratio ratio, int digits) {
        var interval = ratio.interval();
        String estimate = Scale.PLAIN.number(ratio.ratio(), digits) + "x";
        return interval == null
                ? estimate
                : "%s [%s, %s]"
                        .formatted(
                                estimate,
                                Scale.PLAIN.number(interval.low(), digits),
                                Scale.PLAIN.number(interval.high(), digits));
    }

    private static String minutes(double seconds) {
        long whole = Math.round(seconds);
        return "%d:%02d min".formatted(whole / 60, whole % 60);
    }

    private double table(double top, List<Column> columns) {
        double name = MARGIN + 4 * DOT;
        double right = width - MARGIN;
        List<Double> ends = new ArrayList<>();
        for (var column : columns.reversed()) {
            ends.addFirst(right);
            right -= column.width() + GAP;
        }
        double names = TextWidth.widest(pareto.images().stream().map(Image::name), Pen.FONT);
        double shift = Math.max(0, right - name - names);
        double y = top;
        for (int k = 0; k < columns.size(); k++) {
            pen.note(columns.get(k).title(), ends.get(k) - shift, y, Anchor.END);
        }
        y += 8;
        for (int i = 0; i < pareto.images().size(); i++) {
            var image = pareto.images().get(i);
            var sign = Sign.of(image.number());
            double middle = y + LINE / 2;
            pen.target(image.name(), pareto.sentence(image), MARGIN / 2, y, width - MARGIN, LINE);
            pen.add(new Mark.Dot(sign.ink(), sign.shape(), MARGIN + DOT, middle, DOT));
            pen.text(image.name(), name, Pen.base(middle), Anchor.START, right - name);
            for (int k = 0; k < columns.size(); k++) {
                var column = columns.get(k);
                String text = column.texts().get(i);
                double end = ends.get(k) - shift;
                if (column.fronts().get(i)) {
                    pen.bold(text, end, Pen.base(middle), Anchor.END, width);
                } else {
                    pen.text(text, end, Pen.base(middle), Anchor.END, width);
                }
            }
            y += LINE;
        }
        return y;
    }
}
