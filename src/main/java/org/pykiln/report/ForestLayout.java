package org.pykiln.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pykiln.report.ForestChart.Group;
import org.pykiln.report.ForestChart.Line;
import org.pykiln.report.Mark.Anchor;
import org.pykiln.report.Mark.Shape;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Summary;
import org.pykiln.stats.Verdict;

/// Places the marks of one forest chart: names left, axis in the middle, numbers right.
final class ForestLayout {

    private static final double FONT = ForestColumns.FONT;
    private static final double SMALL = 11;
    private static final double MARGIN = ForestColumns.MARGIN;
    private static final double GAP = ForestColumns.GAP;
    private static final double LINE = 22;
    private static final double HEAD = 52;
    private static final double FOOT = 52;
    private static final double DOT = 4.5;

    /// Less of a name than this tells nothing.
    private static final double FEWEST_PIXELS = 40;

    private final Comparison comparison;
    private final List<Group> groups;
    private final double width;
    private final double bottom;
    private final boolean several;
    private final ForestColumns columns;
    private final LogAxis axis;
    private final Digits digits;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    ForestLayout(Comparison comparison, double width, List<Group> groups) {
        this.comparison = comparison;
        this.groups = groups;
        this.width = width;
        this.several = comparison.candidates().size() > 1;
        this.digits = Digits.of(comparison);
        this.columns = ForestColumns.of(comparison, digits, groups, width);
        this.axis = LogAxis.of(comparison, columns.plotLeft(), columns.plotRight());
        int lines = groups.stream().mapToInt(group -> group.lines().size()).sum();
        this.bottom = HEAD + lines * LINE;
    }

    ForestChart draw() {
        frame();
        head();
        double y = HEAD;
        for (var group : groups) {
            y = group(group, y);
        }
        foot();
        String sentences =
                comparison.candidates().stream()
                        .map(candidate -> Summary.of(comparison, candidate))
                        .collect(Collectors.joining(" "));
        return new ForestChart(
                ForestChart.title(comparison),
                sentences,
                width,
                bottom + FOOT,
                List.copyOf(marks),
                List.copyOf(targets));
    }

    private void frame() {
        double y = HEAD;
        for (int i = 0; i < groups.size(); i++) {
            double height = groups.get(i).lines().size() * LINE;
            if (i % 2 == 0 && !groups.get(i).isTotal()) {
                marks.add(new Mark.Band(Ink.STRIPE, MARGIN / 2, y, width - MARGIN, height));
            }
            y += height;
        }
        var zone = comparison.zone().interval();
        double left = axis.x(zone.low());
        marks.add(new Mark.Band(Ink.ZONE, left, HEAD, axis.x(zone.high()) - left, bottom - HEAD));
        for (var tick : axis.ticks(SMALL)) {
            double x = axis.x(tick.ratio());
            boolean one = Math.abs(tick.ratio() - 1) < 1e-9;
            marks.add(
                    new Mark.Line(
                            one ? Ink.AXIS : Ink.GRID, x, HEAD, x, bottom + 4, one ? 1.5 : 1));
            note(tick.label(), x, bottom + 17, Anchor.MIDDLE);
        }
        if (groups.getLast().isTotal()) {
            double rule = bottom - groups.getLast().lines().size() * LINE;
            marks.add(new Mark.Line(Ink.AXIS, MARGIN / 2, rule, width - MARGIN / 2, rule, 1));
        }
    }

    private void head() {
        double centre = axis.x(1);
        double room = Math.min(centre, width - centre) - MARGIN - GAP;
        double left = room - TextWidth.of("◀ faster than  ▶", SMALL);
        String than = left < FEWEST_PIXELS ? "" : " than " + fitted(left);
        note("◀ faster" + than, centre - GAP / 2, HEAD - 28, Anchor.END);
        note("slower" + than + " ▶", centre + GAP / 2, HEAD - 28, Anchor.START);
        note("ratio", columns.ratioEnd(), HEAD - 8, Anchor.END);
        note("95 % interval", columns.intervalEnd(), HEAD - 8, Anchor.END);
        note("verdict", columns.verdict(), HEAD - 8, Anchor.START);
        note(ForestColumns.NAME_HEADER, MARGIN, HEAD - 8, Anchor.START);
        if (several) {
            note("image", columns.candidate(), HEAD - 8, Anchor.START);
        }
    }

    private String fitted(double room) {
        return TextWidth.fit(comparison.baseline(), SMALL, room);
    }

    private void foot() {
        String candidate = several ? "the image" : comparison.candidates().getFirst().name();
        String title =
                "mean time of %s / mean time of %s (log scale)"
                        .formatted(candidate, comparison.baseline());
        double room = 2 * Math.min(axis.x(1), width - axis.x(1)) - 2 * MARGIN;
        if (TextWidth.of(title, SMALL) > room) {
            title = "mean time / mean time of the baseline (log scale)";
        }
        note(title, axis.x(1), bottom + 36, Anchor.MIDDLE);
    }

    private double group(Group group, double top) {
        boolean total = group.isTotal();
        double y = top;
        for (var line : group.lines()) {
            double base = y + LINE / 2 + FONT * 0.36;
            if (y == top) {
                text(group.name(), MARGIN, base, Anchor.START, columns.nameRoom(), total);
            }
            if (several) {
                text(
                        line.candidate().name(),
                        columns.candidate(),
                        base,
                        Anchor.START,
                        columns.candidateRoom(),
                        total);
            }
            line(line, y + LINE / 2, base);
            var row = line.row();
            targets.add(
                    new Target(
                            line.candidate().name(),
                            row == null ? null : row.name(),
                            line.text(),
                            0,
                            y,
                            width,
                            LINE));
            y += LINE;
        }
        return y;
    }

    private void line(Line line, double y, double base) {
        var row = line.row();
        var estimate = row == null ? line.candidate().geomean() : row.estimate();
        var verdict = row == null ? line.candidate().verdict() : row.verdict();
        boolean total = row == null;
        if (total && estimate.interval() != null) {
            diamond(estimate, Ink.of(verdict), y);
        } else {
            whisker(estimate, Ink.of(verdict), y);
            marks.add(
                    new Mark.Dot(
                            Ink.of(verdict), shape(verdict), axis.x(estimate.ratio()), y, DOT));
        }
        text(digits.ratio(estimate.ratio()), columns.ratioEnd(), base, Anchor.END, width, total);
        text(
                digits.interval(estimate.interval()),
                columns.intervalEnd(),
                base,
                Anchor.END,
                width,
                total);
        text(verdict.label(), columns.verdict(), base, Anchor.START, width, total);
    }

    private void diamond(RatioEstimate estimate, Ink ink, double y) {
        double x = axis.x(estimate.ratio());
        double left = Math.min(clamp(low(estimate)), x - DOT);
        double right = Math.max(clamp(high(estimate)), x + DOT);
        marks.add(new Mark.Diamond(ink, left, x, right, y, 7));
    }

    private void whisker(RatioEstimate estimate, Ink ink, double y) {
        if (estimate.interval() == null) {
            return;
        }
        double x = axis.x(estimate.ratio());
        half(ink, x, clamp(low(estimate)), y, axis.shows(low(estimate)), Shape.LEFT);
        half(ink, x, clamp(high(estimate)), y, axis.shows(high(estimate)), Shape.RIGHT);
    }

    /// From the rim of the dot outwards, so that a hollow dot stays hollow.
    private void half(Ink ink, double x, double end, double y, boolean shown, Shape arrow) {
        double rim = x + Math.copySign(DOT, end - x);
        if (Math.abs(end - x) > DOT) {
            marks.add(new Mark.Line(ink, rim, y, end, y, 1.5));
            marks.add(
                    shown
                            ? new Mark.Line(ink, end, y - 4, end, y + 4, 1.5)
                            : new Mark.Dot(ink, arrow, end, y, DOT));
        }
    }

    private static double low(RatioEstimate estimate) {
        var interval = estimate.interval();
        return interval == null ? estimate.ratio() : interval.low();
    }

    private static double high(RatioEstimate estimate) {
        var interval = estimate.interval();
        return interval == null ? estimate.ratio() : interval.high();
    }

    private double clamp(double ratio) {
        return Math.clamp(axis.x(ratio), axis.left(), axis.right());
    }

    static Shape shape(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> Shape.DISC;
            case SLOWER -> Shape.SQUARE;
            case SAME -> Shape.BAR;
            case UNRESOLVED -> Shape.RING;
        };
    }

    private void text(String text, double x, double y, Anchor anchor, double room, boolean bold) {
        String fitted = TextWidth.fit(text, FONT, room);
        marks.add(new Mark.Label(Ink.TEXT, fitted, text, x, y, anchor, FONT, bold));
    }

    private void note(String text, double x, double y, Anchor anchor) {
        marks.add(new Mark.Label(Ink.MUTED, text, text, x, y, anchor, SMALL, false));
    }
}
