package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pykiln.image.Receipts;
import org.pykiln.lab.LabOrder;
import org.pykiln.lab.LabReport;
import org.pykiln.lab.Ladder;
import org.pykiln.lab.Ladder.Rung;
import org.pykiln.lab.Ladder.Without;
import org.pykiln.lab.LadderPlan;
import org.pykiln.lab.LadderPlanJson;
import org.pykiln.lab.LadderReport;
import org.pykiln.lab.Results;
import org.pykiln.lab.Workshop;
import org.pykiln.preset.ChosenRecipe;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.report.Waterfall;
import org.pykiln.report.WaterfallJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "ladder",
        description =
                "What was each flag worth? Turns the knobs in which two presets differ one after the"
                        + " other, builds and proves every recipe on the way, measures all of them in"
                        + " one interleaved session, and shows each step with its interval.",
        mixinStandardHelpOptions = true)
final class LadderCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "FROM", description = "A preset, with changes.")
    String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "The preset that it leads to.")
    String to = "";

    @Option(
            names = "--order",
            split = ",",
            paramLabel = "KNOB",
            description =
                    "Knobs to turn first, separated by commas. The others follow in the order of"
                            + " the knobs command.")
    List<String> order = new ArrayList<>();

    @Option(names = "--leave-one-out", description = "Also measure TO with each step turned back.")
    boolean leaveOneOut;

    @Option(
            names = "--plan",
            description = "Only print the rungs and which of them are built. Needs no engine.")
    boolean plan;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description =
                    "Where everything goes. The same command goes on where it ended. Default:"
                            + " ladder-FROM-TO.")
    @Nullable Path folder;

    @Mixin PresetArguments arguments = new PresetArguments();

    @Mixin MeasureArguments measure = new MeasureArguments();

    LadderCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Rung first = rung(from);
        Rung last = rung(to);
        List<Knob<?>> knobs = new ArrayList<>();
        order.forEach(id -> knobs.add(Catalogue.knob(id)));
        Ladder ladder = Ladder.of(first, last, knobs);
        List<Without> withouts = leaveOneOut ? ladder.withouts() : List.of();
        LabOrder lab = measure.order(context.settings(), ladder.subjects(withouts));
        if (plan) {
            var receipts = new Receipts(context.workspace().receipts());
            LadderPlan planned = LadderPlan.of(ladder, withouts, lab, receipts);
            context.out().print(json ? LadderPlanJson.of(planned) : LadderText.plan(planned));
            return ExitCode.DONE;
        }
        Path target =
                folder == null
                        ? Path.of("ladder-%s-%s".formatted(first.name(), last.name()))
                        : folder;
        try (Workshop workshop = context.workshops().open()) {
            new Measurement(context, workshop).run(lab, target);
        }
        return conclude(ladder, withouts, first.name(), last.name(), target);
    }

    private Rung rung(String reference) {
        ChosenRecipe chosen = arguments.resolve(context.presets(), reference);
        return new Rung(PresetArguments.unique(chosen.name(), new HashSet<>()), chosen.recipe());
    }

    /// @return the exit code: a ladder with holes in it is a failure
    private int conclude(Ladder ladder, List<Without> withouts, String from, String to, Path folder)
            throws IOException {
        Results results = Results.open(List.of(folder));
        Waterfall waterfall = LadderReport.of(results, ladder, from, to, withouts);
        LabReport.write(results, results.comparison(Optional.of(ladder.first().name())), folder);
        LadderReport.write(waterfall, folder);
        if (json) {
            context.out().print(WaterfallJson.of(waterfall));
        } else {
            context.out().print(LadderText.results(waterfall));
            context.out()
                    .printf("%nEverything is in %s; ladder.html opens in a browser.%n", folder);
        }
        boolean all = results.images().size() == ladder.subjects(withouts).size();
        return all && results.isWhole() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
