package org.pykiln.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pykiln.report.Mark.Anchor;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Row;
import org.pykiln.stats.Summary;
import org.pykiln.stats.Verdict;

/// Places the marks of one heat map: datapoints left, a numbered column for each candidate, and
/// below it which number is whose. Names of candidates are too long for columns.
final class HeatLayout {
    private static final double FONT = ForestColumns.FONT;
    private static final double SMALL = 11;
    private static final double MARGIN = ForestColumns.MARGIN;
    private static final double GAP = ForestColumns.GAP;
    private static final double LINE = 22;
    private static final double HEAD = 34;
    private static final double DOT = 4;
    private static final double PADDING = 8;

    /// Wider cells would only move the numbers apart.
    private static final double WIDEST_CELL = 110;

    /// Text stays readable on it, in both palettes; a sign of the same colour would not.
    static final double STRONGEST = 0.4;

    /// So much faster or slower is as strong a tint as there is, unless something is more.
    private static final double LEAST_REACH = Math.log(1.1);

    private static final String TOTAL = "geometric mean";

    /// How much wider a text gets in bold.
    private static final double BOLD = 1.1;

    private final Comparison comparison;
    private final Digits digits;
    private final SequencedSet<String> datapoints;
    private final double nameRoom;
    private final double cell;
    private final double width;
    private final double reach;
    private final List<Map<String, Row>> rows;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    private HeatLayout(Comparison comparison, double wanted) {
        this.comparison = comparison;
        this.digits = Digits.of(comparison);
        this.datapoints = new LinkedHashSet<>();
        comparison.candidates().stream()
                .flatMap(candidate -> candidate.rows().stream())
                .forEach(row -> datapoints.add(row.name()));
        this.rows =
                comparison.candidates().stream()
                        .map(candidate ->
                                candidate.rows().stream()
                                        .collect(Collectors.toMap(Row::name, row -> row)))
                        .toList();
        double ratio = widest(estimates().map(one -> digits.ratio(one.ratio())));
        double least = 2 * DOT + PADDING / 2 + ratio + 2 * PADDING;
        double names = widest(Stream.concat(datapoints.stream(), Stream.of(TOTAL)));
        this.nameRoom = Math.min(names, Math.max(wanted / 3, widest(Stream.of(TOTAL))));
        int columns = comparison.candidates().size();
        double left = wanted - 2 * MARGIN - nameRoom - GAP;
        this.cell = Math.clamp(left / columns, least, Math.max(least, WIDEST_CELL));
        this.width = Math.max(wanted, 2 * MARGIN + nameRoom + GAP + columns * cell);
        this.reach =
                estimates()
                        .mapToDouble(one -> Math.abs(Math.log(one.ratio())))
                        .reduce(LEAST_REACH, Math::max);
    }

    static HeatLayout of(Comparison comparison, double width) {
        return new HeatLayout(comparison, width);
    }

    HeatMap draw() {
        double y = HEAD;
        for (int i = 0; i < comparison.candidates().size(); i++) {
            note(Integer.toString(i + 1), left(i) + cell / 2, HEAD - 8, Anchor.MIDDLE);
        }
        note(ForestColumns.NAME_HEADER, MARGIN, HEAD - 8, Anchor.START);
        boolean striped = true;
        for (String datapoint : datapoints) {
            line(datapoint, y, striped);
            striped = !striped;
            y += LINE;
        }
        marks.add(new Mark.Line(Ink.AXIS, MARGIN / 2, y, right(), y, 1));
        text(TOTAL, MARGIN, base(y), Anchor.START, nameRoom, true);
        for (int i = 0; i < comparison.candidates().size(); i++) {
            CandidateComparison candidate = comparison.candidates().get(i);
            cell(i, y, candidate.geomean(), candidate.verdict(), true);
            target(i, null, Summary.of(comparison, candidate), y);
        }
        y = legend(y + LINE + GAP);
        return new HeatMap(
                "Each datapoint of each image against " + comparison.baseline(),
                String.join(
                        " ",
                        comparison.candidates().stream()
                                .map(candidate -> Summary.of(comparison, candidate))
                                .toList()),
                width,
                y,
                marks,
                targets);
    }

    private void line(String datapoint, double y, boolean striped) {
        if (striped) {
            marks.add(new Mark.Band(Ink.STRIPE, MARGIN / 2, y, right() - MARGIN / 2, LINE));
        }
        text(datapoint, MARGIN, base(y), Anchor.START, nameRoom, false);
        for (int i = 0; i < comparison.candidates().size(); i++) {
            Row row = rows.get(i).get(datapoint);
            if (row == null) {
                note("–", left(i) + cell / 2, base(y), Anchor.MIDDLE);
            } else {
                cell(i, y, row.estimate(), row.verdict(), false);
                var candidate = comparison.candidates().get(i);
                target(i, datapoint, Summary.of(comparison, candidate, row), y);
            }
        }
    }

    private void target(int column, @Nullable String datapoint, String text, double y) {
        String candidate = comparison.candidates().get(column).name();
        targets.add(new Target(candidate, datapoint, text, left(column), y, cell, LINE));
    }

    private void cell(int column, double y, RatioEstimate estimate, Verdict verdict, boolean bold) {
        Ink ink = Ink.of(verdict);
        if (ink != Ink.NEUTRAL) {
            double strength = STRONGEST * Math.abs(Math.log(estimate.ratio())) / reach;
            marks.add(new Mark.Tint(ink, strength, left(column) + 1, y + 1, cell - 2, LINE - 2));
        }
        marks.add(
                new Mark.Dot(
                        ink == Ink.NEUTRAL ? ink : Ink.TEXT,
                        ForestLayout.shape(verdict),
                        left(column) + PADDING + DOT,
                        y + LINE / 2,
                        DOT));
        text(
                digits.ratio(estimate.ratio()),
                left(column) + cell - PADDING,
                base(y),
                Anchor.END,
                cell,
                bold);
    }

    /// @return where it ends
    private double legend(double top) {
        double y = top;
        for (int i = 0; i < comparison.candidates().size(); i++) {
            String name = "%d  %s".formatted(i + 1, comparison.candidates().get(i).name());
            text(name, MARGIN, base(y), Anchor.START, width - 2 * MARGIN, false);
            y += LINE;
        }
        note("tinted where faster or slower", MARGIN, base(y), Anchor.START);
        return y + LINE + MARGIN / 2;
    }

    private Stream<RatioEstimate> estimates() {
        return Digits.estimates(comparison);
    }

    private double left(int column) {
        return MARGIN + nameRoom + GAP + column * cell;
    }

    private double right() {
        return left(comparison.candidates().size()) + MARGIN / 2;
    }

    private static double base(double top) {
        return top + LINE / 2 + FONT * 0.36;
    }

    private static double widest(Stream<String> texts) {
        return texts.mapToDouble(text -> TextWidth.of(text, FONT)).max().orElse(0) * BOLD;
    }

    private void text(String text, double x, double y, Anchor anchor, double room, boolean bold) {
        String fitted = TextWidth.fit(text, FONT, bold ? room / BOLD : room);
        marks.add(new Mark.Label(Ink.TEXT, fitted, text, x, y, anchor, FONT, bold));
    }

    private void note(String text, double x, double y, Anchor anchor) {
        marks.add(new Mark.Label(Ink.MUTED, text, text, x, y, anchor, SMALL, false));
    }
}
