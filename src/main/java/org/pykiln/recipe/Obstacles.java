package org.pykiln.recipe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What stands in the way of each value of each knob of one recipe. A form asks this of hundreds of
/// values after every change, so only those rules are tried again that have looked at the knob: a
/// rule that did not ask for its value says of another what it said before.
public final class Obstacles {
    private final Recipe recipe;
    private final Map<Knob<?>, List<Finding>> errors = new HashMap<>();
    private final Map<Knob<?>, Set<Knob<?>>> lookers = new HashMap<>();

    public Obstacles(Recipe recipe) {
        this.recipe = recipe;
        for (Knob<?> rule : Catalogue.knobs()) {
            Set<Knob<?>> asked = new HashSet<>();
            errors.put(rule, errors(rule, recipe.noting(asked)));
            asked.forEach(
                    knob -> lookers.computeIfAbsent(knob, one -> new LinkedHashSet<>()).add(rule));
        }
        errors.values().removeIf(List::isEmpty);
    }

    /// The errors that turning this knob to this value would bring, or nothing when it may be
    /// chosen.
    public <V> List<Finding> of(Knob<V> knob, V value) {
        Set<Knob<?>> changed = lookers.getOrDefault(knob, Set.of());
        List<Finding> found = new ArrayList<>();
        errors.forEach((rule, before) -> {
            if (!changed.contains(rule)) {
                found.addAll(before);
            }
        });
        Recipe turned = recipe.with(knob, value);
        changed.forEach(rule -> found.addAll(errors(rule, turned)));
        found.removeIf(finding -> !finding.knobs().contains(knob.id()));
        return found;
    }

    private static List<Finding> errors(Knob<?> rule, Recipe recipe) {
        return rule.check(recipe).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }
}
