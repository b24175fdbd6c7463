package org.pykiln.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pykiln.lab.Ladder;
import org.pykiln.lab.Ladder.Rung;
import org.pykiln.lab.Ladder.Without;
import org.pykiln.lab.LadderPlan;
import org.pykiln.report.Waterfall;
import org.pykiln.stats.CandidateComparison;

/// A ladder for a terminal, before and after it was measured.
final class LadderText {
    private LadderText() {}

    static String plan(LadderPlan plan) {
        Ladder ladder = plan.ladder();
        Columns columns = new Columns(2);
        columns.row("rung", "image", "turned");
        columns.row(ladder.first().name(), state(ladder.first(), plan), "");
        for (int i = 0; i < ladder.steps().size(); i++) {
            Ladder.Step step = ladder.steps().get(i);
            Rung rung = ladder.rungs().get(i + 1);
            columns.row(rung.name(), state(rung, plan), String.join("\n", lines(step)));
        }
        for (Without without : plan.withouts()) {
            without.rung()
                    .ifPresentOrElse(
                            rung ->
                                    columns.row(
                                            rung.name(),
                                            state(rung, plan),
                                            "all but step " + (without.step() + 1)),
                            () ->
                                    columns.row(
                                            "without-%d".formatted(without.step() + 1),
                                            "skipped",
                                            without.obstacle()));
        }
        return columns.text()
                + "%n%d images, %d of them not built yet; measuring takes about %s on a desktop computer.%n"
                        .formatted(
                                plan.images(), plan.missing(), duration(plan.order().estimate()));
    }

    private static String duration(Duration estimate) {
        return estimate.toMinutes() == 0
                ? "a minute"
                : "%d:%02d hours".formatted(estimate.toHours(), estimate.toMinutesPart());
    }

    private static String state(Rung rung, LadderPlan plan) {
        return plan.isBuilt(rung) ? "built" : "not built";
    }

    private static List<String> lines(Ladder.Step step) {
        List<String> lines = new ArrayList<>();
        step.turns()
                .forEach(turn ->
                        lines.add(
                                new Waterfall.Turn(turn.knob().id(), turn.from(), turn.to())
                                        .text()));
        if (!step.reasons().isEmpty()) {
            lines.add("together, because: " + String.join(" ", step.reasons()));
        }
        return lines;
    }

    static String results(Waterfall waterfall) {
        StringBuilder out = new StringBuilder(waterfall.sentence()).append("\n\n");
        Columns steps = new Columns(2);
        steps.row("", "so far", "ratio", "95 % interval", "verdict", "step");
        for (int i = 0; i < waterfall.steps().size(); i++) {
            Waterfall.Step step = waterfall.steps().get(i);
            row(
                    steps,
                    Integer.toString(i + 1),
                    ratio(waterfall.levels().get(i + 1)),
                    step.candidate(),
                    turns(step));
        }
        String whole = waterfall.from() + " → " + waterfall.to();
        row(steps, "", "", waterfall.last(), whole);
        out.append(steps.text()).append('\n');
        if (!waterfall.withouts().isEmpty()) {
            out.append(waterfall.to()).append(" against itself with one step turned back:\n\n");
            out.append(withouts(waterfall)).append('\n');
        }
        waterfall
                .cautions()
                .forEach(warning -> out.append("warning: ").append(warning).append('\n'));
        return out.toString();
    }

    private static String withouts(Waterfall waterfall) {
        Columns columns = new Columns(2);
        columns.row("", "", "ratio", "95 % interval", "verdict", "step");
        for (Waterfall.Without without : waterfall.withouts()) {
            String number = Integer.toString(without.step() + 1);
            String turns = turns(waterfall.steps().get(without.step()));
            without.comparison()
                    .ifPresentOrElse(
                            one -> row(columns, number, "", one.candidates().getFirst(), turns),
                            () ->
                                    columns.row(
                                            number,
                                            "",
                                            "",
                                            "",
                                            "skipped",
                                            turns + "\n" + without.obstacle()));
        }
        return columns.text();
    }

    private static void row(
            Columns columns,
            String number,
            String soFar,
            CandidateComparison candidate,
            String step) {
        var interval = candidate.geomean().interval();
        columns.row(
                number,
                soFar,
                ratio(candidate.geomean().ratio()),
                interval == null
                        ? ""
                        : String.format(
                                Locale.ROOT, "[%.3f, %.3f]", interval.low(), interval.high()),
                candidate.verdict().label(),
                step);
    }

    private static String turns(Waterfall.Step step) {
        return String.join("\n", step.turns().stream().map(Waterfall.Turn::text).toList());
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.3fx", ratio);
    }
}
