package org.pykiln.lab;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pykiln.image.ImageBuilder;
import org.pykiln.lab.Ladder.Rung;
import org.pykiln.lab.Ladder.Without;

/// A ladder as JSON before anything is built: what `ladder --plan --json` prints. Stable: fields
/// may be added only.
public final class LadderPlanJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private LadderPlanJson() {}

    /// Indented text that ends with a line feed.
    public static String of(LadderPlan plan) {
        Ladder ladder = plan.ladder();
        ObjectNode root = MAPPER.createObjectNode();
        root.put("images", plan.images());
        root.put("missing", plan.missing());
        root.put("measuring_seconds", plan.order().estimate().toSeconds());
        ArrayNode rungs = root.putArray("rungs");
        ladder.rungs().forEach(rung -> rung(rungs.addObject(), rung, plan));
        ArrayNode steps = root.putArray("steps");
        for (int i = 0; i < ladder.steps().size(); i++) {
            ObjectNode step = steps.addObject().put("number", i + 1);
            ArrayNode knobs = step.putArray("knobs");
            for (Ladder.Turn turn : ladder.steps().get(i).turns()) {
                knobs.addObject()
                        .put("id", turn.knob().id())
                        .put("from", turn.from())
                        .put("to", turn.to());
            }
            ladder.steps().get(i).reasons().forEach(step.putArray("reasons")::add);
        }
        ArrayNode turnedBack = root.putArray("withouts");
        for (Without without : plan.withouts()) {
            ObjectNode node = turnedBack.addObject().put("number", without.step() + 1);
            node.put("obstacle", without.obstacle());
            without.rung().ifPresent(rung -> rung(node, rung, plan));
        }
        return root.toPrettyString() + "\n";
    }

    private static void rung(ObjectNode node, Rung rung, LadderPlan plan) {
        node.put("name", rung.name());
        node.put("recipe", rung.recipe().hash());
        node.put("image", ImageBuilder.reference(rung.recipe()));
        node.put("built", plan.isBuilt(rung));
    }
}
