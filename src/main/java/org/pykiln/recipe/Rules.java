package org.pykiln.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the rules may say of a knob, found by trying: rules are code, so their findings stand in no
/// list. Every value of the knob is tried together with every value of every other knob.
public final class Rules {
    /// Of a long list, as many values are tried, in equal steps; the first and the last among them.
    private static final int MOST_VALUES = 16;

    private Rules() {}

    /// One finding of each code that is about the knob, errors first, then by code.
    public static List<Finding> about(Knob<?> knob) {
        Map<String, Finding> byCode = new LinkedHashMap<>();
        for (Recipe turned : turned(Recipe.defaults(), knob)) {
            for (Knob<?> other : Catalogue.knobs()) {
                for (Recipe both : turned(turned, other)) {
                    Catalogue.check(both).stream()
                            .filter(finding -> finding.knobs().contains(knob.id()))
                            .forEach(finding -> byCode.putIfAbsent(finding.code(), finding));
                }
            }
        }
        return byCode.values().stream()
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::code))
                .toList();
    }

    private static <V> List<Recipe> turned(Recipe recipe, Knob<V> knob) {
        List<V> values = knob.domain().suggestions();
        int step = Math.max(1, values.size() / MOST_VALUES);
        List<Recipe> turned = new ArrayList<>();
        for (int i = 0; i < values.size(); i += step) {
            turned.add(recipe.with(knob, values.get(i)));
        }
        turned.add(recipe.with(knob, values.getLast()));
        return turned;
    }
}
