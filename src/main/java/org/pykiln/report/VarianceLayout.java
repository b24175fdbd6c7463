package org.pykiln.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pykiln.report.Mark.Anchor;
import org.pykiln.stats.Levels.Level;
import org.pykiln.stats.VarianceShares;
import org.pykiln.stats.VarianceSummary;

/// Places the marks of one variance chart: names left, bars in the middle, numbers right.
final class VarianceLayout {

    private static final double FONT = ForestColumns.FONT;
    private static final double SMALL = 11;
    private static final double MARGIN = ForestColumns.MARGIN;
    private static final double GAP = ForestColumns.GAP;
    private static final double LINE = 24;
    private static final double HEAD = 44;
    private static final double FOOT = 44;
    private static final double HALF_BAR = 7;
    private static final double HATCH = 5;
    private static final double SWATCH = 18;
    private static final double BOLD = 1.1;
    private static final List<Level> LEVELS = List.of(Level.values());

    private final Variance variance;
    private final List<VarianceShares> rows;
    private final double width;
    private final double bottom;
    private final double nameRoom;
    private final double left;
    private final double right;
    private final double nextStart;
    private final double shareRoom;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    VarianceLayout(Variance variance, double width) {
        this.variance = variance;
        this.rows = variance.all();
        this.width = width;
        this.bottom = HEAD + rows.size() * LINE;
        this.shareRoom = TextWidth.of("100 %", FONT) * BOLD;
        this.nextStart = width - MARGIN - widest(LEVELS.stream().map(Level::plural));
        double plotEnd = nextStart - 3 * (shareRoom + GAP) - GAP;
        // The bars keep at least half of what the numbers leave.
        this.nameRoom =
                Math.min(
                        widest(rows.stream().map(VarianceShares::name)),
                        (plotEnd - MARGIN) / 2 - GAP);
        this.left = MARGIN + nameRoom + GAP;
        this.right = plotEnd;
    }

    private static double widest(Stream<String> texts) {
        return texts.mapToDouble(text -> TextWidth.of(text, FONT)).max().orElse(0) * BOLD;
    }

    VarianceChart draw() {
        for (int i = 0; i < rows.size(); i += 2) {
            marks.add(new Mark.Band(Ink.STRIPE, MARGIN / 2, HEAD + i * LINE, width - MARGIN, LINE));
        }
        legend();
        axis();
        for (int i = 0; i < rows.size(); i++) {
            boolean all = rows.size() > 1 && i == rows.size() - 1;
            row(rows.get(i), HEAD + (i + 0.5) * LINE, all);
            targets.add(
                    new Target(
                            variance.candidate(),
                            all ? null : rows.get(i).name(),
                            VarianceSummary.of(rows.get(i)),
                            MARGIN / 2,
                            HEAD + i * LINE,
                            width - MARGIN,
                            LINE));
        }
        return new VarianceChart(
                variance.heading(),
                rows.stream().map(VarianceSummary::of).collect(Collectors.joining(" ")),
                width,
                bottom + FOOT,
                marks,
                targets);
    }

    private void legend() {
        double x = MARGIN;
        for (var level : LEVELS) {
            part(level, x, x + SWATCH, HEAD - 28);
            x += SWATCH + GAP / 2;
            note(level.plural(), x, HEAD - 24, Anchor.START);
            x += TextWidth.of(level.plural(), SMALL) + GAP;
        }
        note("repeat next", width - MARGIN, HEAD - 24, Anchor.END);
    }

    private void axis() {
        for (int percent = 0; percent <= 100; percent += 50) {
            double x = left + (right - left) * percent / 100;
            marks.add(new Mark.Line(Ink.GRID, x, HEAD, x, bottom + 4, 1));
            note(percent + " %", x, bottom + 17, Anchor.MIDDLE);
        }
        note("share of the error’s variance", (left + right) / 2, bottom + 36, Anchor.MIDDLE);
    }

    private void row(VarianceShares row, double y, boolean bold) {
        text(row.name(), MARGIN, y, Anchor.START, nameRoom, bold);
        double from = left;
        for (var level : LEVELS) {
            double to = from + row.share(level) * (right - left);
            if (to - from > 1) {
                part(level, from, to, y);
            }
            from = to;
            boolean known = VarianceSummary.levels(row).contains(level);
            text(
                    known ? VarianceSummary.percent(row.share(level)) : "–",
                    right + (level.ordinal() + 1) * (shareRoom + GAP),
                    y,
                    Anchor.END,
                    width,
                    bold);
        }
        text(VarianceSummary.repeat(row), nextStart, y, Anchor.START, width, bold);
    }

    private void part(Level level, double from, double to, double y) {
        var ink = ink(level);
        double top = y - HALF_BAR;
        switch (level) {
            case BUILD -> marks.add(new Mark.Band(ink, from, top, to - from, 2 * HALF_BAR));
            case PROCESS -> {
                marks.add(new Mark.Tint(ink, 0.25, from, top, to - from, 2 * HALF_BAR));
                outline(ink, from, to, y);
                for (double x = from + HATCH; x < to - 1; x += HATCH) {
                    marks.add(new Mark.Line(ink, x, top, x, y + HALF_BAR, 1));
                }
            }
            case ITERATION -> outline(ink, from, to, y);
        }
    }

    private void outline(Ink ink, double from, double to, double y) {
        double top = y - HALF_BAR;
        double low = y + HALF_BAR;
        marks.add(new Mark.Line(ink, from, top, to, top, 1.5));
        marks.add(new Mark.Line(ink, from, low, to, low, 1.5));
        marks.add(new Mark.Line(ink, from, top, from, low, 1.5));
        marks.add(new Mark.Line(ink, to, top, to, low, 1.5));
    }

    private static Ink ink(Level level) {
        return switch (level) {
            case BUILD -> Ink.BUILD;
            case PROCESS -> Ink.PROCESS;
            case ITERATION -> Ink.ITERATION;
        };
    }

    private void text(
            String text, double x, double middle, Anchor anchor, double room, boolean bold) {
        String fitted = TextWidth.fit(text, FONT, bold ? room / BOLD : room);
        marks.add(
                new Mark.Label(
                        Ink.TEXT, fitted, text, x, middle + FONT * 0.36, anchor, FONT, bold));
    }

    private void note(String text, double x, double y, Anchor anchor) {
        marks.add(new Mark.Label(Ink.MUTED, text, text, x, y, anchor, SMALL, false));
    }
}
