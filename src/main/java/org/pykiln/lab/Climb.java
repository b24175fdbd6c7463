package org.pykiln.lab;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.lab.Ladder.Step;
import org.pykiln.lab.Ladder.Turn;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Severity;

/// Turns knobs from one recipe to another, and stops at every recipe that can be a rung. A knob
/// that cannot be turned alone waits for the first later one that it can be turned with; those
/// between that stand alone go ahead of it.
final class Climb {
    private final Recipe from;
    private final Recipe to;
    private final List<Reached> reached = new ArrayList<>();
    private final List<Knob<?>> waiting = new ArrayList<>();
    private final Set<String> reasons = new LinkedHashSet<>();
    private Recipe rung;

    /// A rung, and the step that led to it.
    record Reached(Recipe recipe, Step step) {}

    Climb(Recipe from, Recipe to) {
        this.from = from;
        this.to = to;
        this.rung = from;
    }

    /// @param order all knobs in which the recipes differ, each once
    /// @return at least one
    List<Reached> along(List<Knob<?>> order) {
        for (Knob<?> knob : order) {
            turn(knob);
        }
        if (!waiting.isEmpty()) {
            joinTheLast();
        }
        return reached;
    }

    private void turn(Knob<?> knob) {
        List<Knob<?>> alone = List.of(knob);
        List<Knob<?>> together = new ArrayList<>(waiting);
        together.add(knob);
        List<String> obstacles = obstacles(together);
        if (obstacles.isEmpty()) {
            stop(together);
        } else if (!waiting.isEmpty() && obstacles(alone).isEmpty()) {
            stop(alone);
            if (obstacles(waiting).isEmpty()) {
                stop(List.copyOf(waiting));
            }
        } else {
            reasons.addAll(obstacles);
            waiting.add(knob);
        }
    }

    private void stop(List<Knob<?>> knobs) {
        waiting.removeAll(knobs);
        rung = turned(knobs);
        List<Turn> turns = knobs.stream().map(knob -> Turn.of(knob, from, to)).toList();
        reached.add(
                new Reached(
                        rung,
                        new Step(turns, turns.size() > 1 ? List.copyOf(reasons) : List.of())));
        if (waiting.isEmpty()) {
            reasons.clear();
        }
    }

    /// With the knobs that are left nothing changes any more, so no other step could hold them.
    private void joinTheLast() {
        Step last = reached.removeLast().step();
        List<Knob<?>> knobs = new ArrayList<>(last.knobs());
        knobs.addAll(waiting);
        List<String> later = List.copyOf(reasons);
        reasons.clear();
        reasons.addAll(last.reasons());
        reasons.addAll(later);
        stop(knobs);
    }

    /// Why turning these could not be a step, a sentence each.
    private List<String> obstacles(List<Knob<?>> knobs) {
        Recipe tried = turned(knobs);
        List<String> errors = errors(tried);
        if (!errors.isEmpty()) {
            return errors;
        }
        return isSameBuild(rung, tried)
                ? List.of(
                        "Turning %s changes nothing of the build here."
                                .formatted(
                                        String.join(", ", knobs.stream().map(Knob::id).toList())))
                : List.of();
    }

    private Recipe turned(List<Knob<?>> knobs) {
        Recipe recipe = rung;
        for (Knob<?> knob : knobs) {
            recipe = turned(recipe, knob, to);
        }
        return recipe;
    }

    static List<String> errors(Recipe recipe) {
        return Catalogue.check(recipe).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::summary)
                .toList();
    }

    static boolean isSameBuild(Recipe one, Recipe other) {
        return build(one).equals(build(other));
    }

    private static String build(Recipe recipe) {
        return Renderer.render(Catalogue.plan(recipe).withoutLabels()).text();
    }

    /// One recipe with a knob as it stands in another.
    static <V> Recipe turned(Recipe recipe, Knob<V> knob, Recipe other) {
        return recipe.with(knob, other.get(knob));
    }
}
