package org.pykiln.lab;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import org.pykiln.image.ImageBuilder;
import org.pykiln.lab.Ladder.Rung;
import org.pykiln.lab.Ladder.Without;
import org.pykiln.recipe.Recipe;

/// A ladder as JSON before anything is built: what `ladder --plan --json` prints. Stable: fields
/// may be added only.
public final class LadderPlanJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private LadderPlanJson() {}

    /// @param withouts empty if nobody asked
    /// @param built whether there is a receipt of the recipe
    public static String of(Ladder ladder, List<Without> withouts, Predicate<Recipe> built) {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode rungs = root.putArray("rungs");
        ladder.rungs().forEach(rung -> rung(rungs.addObject(), rung, built));
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
        for (Without without : withouts) {
            ObjectNode node = turnedBack.addObject().put("number", without.step() + 1);
            node.put("obstacle", without.obstacle());
            without.rung().ifPresent(rung -> rung(node, rung, built));
        }
        return root.toPrettyString() + "\n";
    }

    private static void rung(ObjectNode node, Rung rung, Predicate<Recipe> built) {
        node.put("name", rung.name());
        node.put("recipe", rung.recipe().hash());
        node.put("image", ImageBuilder.reference(rung.recipe()));
        node.put("built", built.test(rung.recipe()));
    }
}
