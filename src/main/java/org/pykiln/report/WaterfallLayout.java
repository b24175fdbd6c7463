package org.pykiln.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pykiln.report.Mark.Anchor;
import org.pykiln.report.Mark.Shape;
import org.pykiln.report.Waterfall.Turn;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Verdict;

/// Places the marks of one waterfall chart: knobs left, axis in the middle, numbers right.
final class WaterfallLayout {

    private static final double FONT = ForestColumns.FONT;
    private static final double SMALL = 11;
    private static final double MARGIN = ForestColumns.MARGIN;
    private static final double GAP = ForestColumns.GAP;
    private static final double LINE = 24;
    private static final double HEAD = 52;
    private static final double FOOT = 52;
    private static final double HALF_BAR = 5;
    private static final double HALF_CAP = 8;
    private static final double DOT = 4.5;
    private static final double THINNEST_BAR = 1.5;

    /// How much wider a text gets in bold.
    private static final double BOLD = 1.1;

    private final Waterfall waterfall;
    private final Digits digits;
    private final double width;
    private final double bottom;
    private final double nameRoom;
    private final double ratioEnd;
    private final double intervalEnd;
    private final double verdictStart;
    private final LogAxis axis;
    private final List<Mark> marks = new ArrayList<>();

    WaterfallLayout(Waterfall waterfall, double width) {
        this.waterfall = waterfall;
        this.digits = waterfall.digits();
        this.width = width;
        int lines = waterfall.steps().stream().mapToInt(step -> step.turns().size()).sum();
        this.bottom = HEAD + (lines + 1) * LINE;
        this.verdictStart = width - MARGIN - widest(Stream.of(Verdict.UNRESOLVED.label()));
        this.intervalEnd = verdictStart - GAP - 2 * DOT - GAP / 2;
        this.ratioEnd =
                intervalEnd - widest(estimates().map(e -> digits.interval(e.interval()))) - GAP;
        double plotRight = ratioEnd - widest(estimates().map(e -> digits.ratio(e.ratio()))) - GAP;
        // The plot keeps at least half of what the numbers leave.
        this.nameRoom = Math.min(widest(names()), (plotRight - MARGIN) / 2 - GAP);
        this.axis = LogAxis.of(waterfall, MARGIN + nameRoom + GAP, plotRight);
    }

    private Stream<RatioEstimate> estimates() {
        return Stream.concat(
                waterfall.steps().stream().map(Waterfall.Step::estimate),
                Stream.of(waterfall.last().geomean()));
    }

    private Stream<String> names() {
        return Stream.concat(
                waterfall.steps().stream().flatMap(step -> step.turns().stream()).map(Turn::text),
                Stream.of(whole()));
    }

    private String whole() {
        return waterfall.from() + " → " + waterfall.to();
    }

    private static double widest(Stream<String> texts) {
        return texts.mapToDouble(text -> TextWidth.of(text, FONT)).max().orElse(0) * BOLD;
    }

    WaterfallChart draw() {
        stripes();
        grid();
        head();
        steps();
        foot();
        List<String> sentences = new ArrayList<>(waterfall.sentences());
        sentences.add(waterfall.sentence());
        return new WaterfallChart(
                "The steps from %s to %s".formatted(waterfall.from(), waterfall.to()),
                String.join(" ", sentences),
                width,
                bottom + FOOT,
                marks,
                targets(sentences));
    }

    /// @param sentences one a step, then that of the whole
    private List<Target> targets(List<String> sentences) {
        List<Target> targets = new ArrayList<>();
        double y = HEAD;
        for (int i = 0; i < sentences.size(); i++) {
            boolean whole = i == waterfall.steps().size();
            double height = (whole ? 1 : waterfall.steps().get(i).turns().size()) * LINE;
            var candidate = whole ? waterfall.last() : waterfall.steps().get(i).candidate();
            targets.add(
                    new Target(
                            candidate.name(),
                            null,
                            sentences.get(i),
                            MARGIN / 2,
                            y,
                            width - MARGIN,
                            height));
            y += height;
        }
        return targets;
    }

    private void stripes() {
        double y = HEAD;
        for (int i = 0; i < waterfall.steps().size(); i++) {
            double height = waterfall.steps().get(i).turns().size() * LINE;
            if (i % 2 == 0) {
                marks.add(new Mark.Band(Ink.STRIPE, MARGIN / 2, y, width - MARGIN, height));
            }
            zone(waterfall.levels().get(i), y, height);
            y += height;
        }
        zone(1, y, LINE);
        marks.add(new Mark.Line(Ink.AXIS, MARGIN / 2, y, width - MARGIN / 2, y, 1));
    }

    /// What of a step would be too small to matter.
    private void zone(double level, double y, double height) {
        var zone = waterfall.whole().zone().interval();
        double left = clamp(level * zone.low());
        marks.add(new Mark.Band(Ink.ZONE, left, y, clamp(level * zone.high()) - left, height));
    }

    private void grid() {
        for (var tick : axis.ticks(SMALL)) {
            double x = axis.x(tick.ratio());
            boolean one = Math.abs(tick.ratio() - 1) < 1e-9;
            marks.add(
                    new Mark.Line(
                            one ? Ink.AXIS : Ink.GRID, x, HEAD, x, bottom + 4, one ? 1.5 : 1));
            note(tick.label(), x, bottom + 17, Anchor.MIDDLE);
        }
    }

    private void head() {
        double centre = axis.x(1);
        note("◀ faster", centre - GAP / 2, HEAD - 28, Anchor.END);
        note("slower ▶", centre + GAP / 2, HEAD - 28, Anchor.START);
        note("step", MARGIN, HEAD - 8, Anchor.START);
        note("ratio", ratioEnd, HEAD - 8, Anchor.END);
        note("95 % interval", intervalEnd, HEAD - 8, Anchor.END);
        note("verdict", verdictStart, HEAD - 8, Anchor.START);
    }

    private void foot() {
        double middle = (axis.left() + axis.right()) / 2;
        String title = "mean time / mean time of %s (log scale)".formatted(waterfall.from());
        double room = 2 * Math.min(middle, width - middle) - 2 * MARGIN;
        if (TextWidth.of(title, SMALL) > room) {
            title = "mean time / mean time of the first rung (log scale)";
        }
        note(title, middle, bottom + 36, Anchor.MIDDLE);
    }

    private void steps() {
        var levels = waterfall.levels();
        double y = HEAD;
        for (int i = 0; i < waterfall.steps().size(); i++) {
            var step = waterfall.steps().get(i);
            double height = step.turns().size() * LINE;
            for (int k = 0; k < step.turns().size(); k++) {
                name(step.turns().get(k).text(), y + (k + 0.5) * LINE, false);
            }
            double middle = y + height / 2;
            boolean last = i == waterfall.steps().size() - 1;
            double next =
                    y
                            + height
                            + (last ? 1 : waterfall.steps().get(i + 1).turns().size()) * LINE / 2;
            double end = axis.x(levels.get(i + 1));
            marks.add(new Mark.Line(Ink.AXIS, end, middle, end, next, 1));
            row(step.candidate(), levels.get(i), levels.get(i + 1), middle, false);
            y += height;
        }
        name(whole(), y + LINE / 2, true);
        row(waterfall.last(), 1, waterfall.last().geomean().ratio(), y + LINE / 2, true);
    }

    private void name(String text, double middle, boolean bold) {
        text(text, MARGIN, base(middle), Anchor.START, nameRoom, bold);
    }

    private void row(
            CandidateComparison candidate, double before, double after, double y, boolean bold) {
        var estimate = candidate.geomean();
        var verdict = candidate.verdict();
        bar(Ink.of(verdict), before, after, y);
        whisker(estimate, before, after, y);
        text(digits.ratio(estimate.ratio()), ratioEnd, base(y), Anchor.END, width, bold);
        text(digits.interval(estimate.interval()), intervalEnd, base(y), Anchor.END, width, bold);
        marks.add(
                new Mark.Dot(
                        Ink.of(verdict),
                        ForestLayout.shape(verdict),
                        verdictStart - GAP / 2 - DOT,
                        y,
                        DOT));
        text(verdict.label(), verdictStart, base(y), Anchor.START, width, bold);
    }

    private void bar(Ink ink, double before, double after, double y) {
        double a = axis.x(before);
        double b = axis.x(after);
        double left = Math.min(a, b);
        double right = Math.max(Math.max(a, b), left + THINNEST_BAR);
        if (ink != Ink.NEUTRAL) {
            marks.add(new Mark.Band(ink, left, y - HALF_BAR, right - left, 2 * HALF_BAR));
            return;
        }
        double top = y - HALF_BAR;
        double low = y + HALF_BAR;
        marks.add(new Mark.Line(ink, left, top, right, top, 1.5));
        marks.add(new Mark.Line(ink, left, low, right, low, 1.5));
        marks.add(new Mark.Line(ink, left, top, left, low, 1.5));
        marks.add(new Mark.Line(ink, right, top, right, low, 1.5));
    }

    /// In the ink of text, which stands out from the bar that it partly lies on.
    private void whisker(RatioEstimate estimate, double before, double after, double y) {
        var interval = estimate.interval();
        if (interval == null) {
            return;
        }
        double x = axis.x(after);
        half(x, before * interval.low(), y, Shape.LEFT);
        half(x, before * interval.high(), y, Shape.RIGHT);
    }

    private void half(double x, double bound, double y, Shape arrow) {
        double end = clamp(bound);
        marks.add(new Mark.Line(Ink.TEXT, x, y, end, y, 1.5));
        marks.add(
                axis.shows(bound)
                        ? new Mark.Line(Ink.TEXT, end, y - HALF_CAP, end, y + HALF_CAP, 1.5)
                        : new Mark.Dot(Ink.TEXT, arrow, end, y, DOT));
    }

    private double clamp(double ratio) {
        return Math.clamp(axis.x(ratio), axis.left(), axis.right());
    }

    private static double base(double middle) {
        return middle + FONT * 0.36;
    }

    private void text(String text, double x, double y, Anchor anchor, double room, boolean bold) {
        String fitted = TextWidth.fit(text, FONT, bold ? room / BOLD : room);
        marks.add(new Mark.Label(Ink.TEXT, fitted, text, x, y, anchor, FONT, bold));
    }

    private void note(String text, double x, double y, Anchor anchor) {
        marks.add(new Mark.Label(Ink.MUTED, text, text, x, y, anchor, SMALL, false));
    }
}
