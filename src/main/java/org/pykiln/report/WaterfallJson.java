package org.pykiln.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.pykiln.report.Waterfall.Step;
import org.pykiln.report.Waterfall.Turn;
import org.pykiln.report.Waterfall.Without;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.RatioEstimate;

/// A waterfall as JSON: what `ladder --json` prints. Names once given here stay.
public final class WaterfallJson {

    private WaterfallJson() {}

    /// Indented text that ends with a line feed. A comparison is written as `analyse --json` writes
    /// a candidate, with its `baseline` beside; `level` is the time after a step in units of the
    /// first rung's.
    public static String of(Waterfall waterfall) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("from", waterfall.from());
        root.put("to", waterfall.to());
        root.put("zone", waterfall.whole().zone().margin());
        root.put("confidence", RatioEstimate.CONFIDENCE);
        ArrayNode steps = root.putArray("steps");
        for (int i = 0; i < waterfall.steps().size(); i++) {
            step(steps.addObject(), waterfall.steps().get(i), i, waterfall.levels().get(i + 1));
        }
        comparison(root.putObject("whole"), waterfall.whole());
        ArrayNode withouts = root.putArray("withouts");
        waterfall.withouts().forEach(without -> without(withouts.addObject(), without));
        waterfall.cautions().forEach(root.putArray("warnings")::add);
        return root.toPrettyString() + "\n";
    }

    private static void step(ObjectNode node, Step step, int index, double level) {
        node.put("number", index + 1);
        turns(node.putArray("knobs"), step.turns());
        step.reasons().forEach(node.putArray("reasons")::add);
        node.put("level", level);
        comparison(node, step.comparison());
    }

    private static void without(ObjectNode node, Without without) {
        node.put("number", without.step() + 1);
        node.put("obstacle", without.obstacle());
        without.comparison().ifPresent(comparison -> comparison(node, comparison));
    }

    private static void turns(ArrayNode knobs, List<Turn> turns) {
        for (Turn turn : turns) {
            knobs.addObject().put("id", turn.knob()).put("from", turn.from()).put("to", turn.to());
        }
    }

    private static void comparison(ObjectNode node, Comparison comparison) {
        node.put("baseline", comparison.baseline());
        node.setAll(AnalysisJson.candidate(comparison, Waterfall.only(comparison)));
    }
}
