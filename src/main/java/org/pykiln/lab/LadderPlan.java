package org.pykiln.lab;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pykiln.image.Receipts;
import org.pykiln.lab.Ladder.Rung;
import org.pykiln.lab.Ladder.Without;
import org.pykiln.recipe.Recipe;

/// A ladder before anything of it is built.
///
/// @param withouts what is measured besides the rungs, or cannot be; empty if nobody asked
/// @param order of the session over all of it
/// @param built recipes of which there is a receipt; whether the engine still has their images,
///   only the engine knows
public record LadderPlan(Ladder ladder, List<Without> withouts, LabOrder order, Set<Recipe> built) {
    public LadderPlan {
        withouts = List.copyOf(withouts);
        built = Set.copyOf(built);
    }

    public static LadderPlan of(
            Ladder ladder, List<Without> withouts, LabOrder order, Receipts receipts)
            throws IOException {
        Set<Recipe> built = new HashSet<>();
        for (Subject subject : order.subjects()) {
            if (subject instanceof Subject.OfRecipe(String name, var recipe)
                    && receipts.current(recipe).isPresent()) {
                built.add(recipe);
            }
        }
        return new LadderPlan(ladder, withouts, order, built);
    }

    public boolean isBuilt(Rung rung) {
        return built.contains(rung.recipe());
    }

    public int images() {
        return order.subjects().size();
    }

    /// Number of images that have to be built.
    public int missing() {
        return images() - built.size();
    }
}
