package org.pykiln.lab;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pykiln.image.Receipt;
import org.pykiln.lab.Results.Measured;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.report.KnobEffect;
import org.pykiln.report.KnobEffect.Group;
import org.pykiln.report.KnobEffect.Pair;
import org.pykiln.stats.Analysis;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.EquivalenceZone;
import org.pykiln.stats.Variant;
import org.pykiln.stats.VariantPair;

/// What single knobs are worth in results whose images tell their recipes. Only pairs that differ
/// in nothing else count: of two images that differ in more, no part of the difference can be put
/// down to one knob.
final class KnobEffects {
    private final Results results;
    private final Map<String, Recipe> recipes = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    private KnobEffects(Results results) {
        this.results = results;
        for (String variant : results.variants()) {
            List<Measured> builds =
                    results.images().stream()
                            .filter(image -> image.variant().equals(variant))
                            .toList();
            look(variant, builds);
        }
    }

    private void look(String variant, List<Measured> builds) {
        List<Receipt> receipts =
                builds.stream().flatMap(image -> image.receipt().stream()).toList();
        List<Recipe> distinct = receipts.stream().map(Receipt::recipe).distinct().toList();
        if (receipts.size() < builds.size() || distinct.size() != 1) {
            leftOut.add("%s is left out: its recipe is not known.".formatted(variant));
        } else if (!receipts.stream().allMatch(Receipt::proven)) {
            leftOut.add("%s is left out: not all of its proofs hold.".formatted(variant));
        } else {
            recipes.put(variant, distinct.getFirst());
        }
    }

    /// The knobs in which images differ whose recipes are known and proven, in the order of the
    /// catalogue.
    static List<Knob<?>> turned(Results results) {
        return new KnobEffects(results).turned();
    }

    private List<Knob<?>> turned() {
        return Catalogue.different(recipes.values());
    }

    /// @param baseline name of a variant, whose value comes first; empty for the first
    /// @throws LabException when the images do not differ in the knob
    static KnobEffect of(Results results, Knob<?> knob, Optional<String> baseline) {
        return new KnobEffects(results).of(knob, baseline);
    }

    private KnobEffect of(Knob<?> knob, Optional<String> baseline) {
        List<Knob<?>> turned = turned();
        if (!turned.contains(knob)) {
            throw LabException.badInput(obstacle(knob, turned));
        }
        Map<String, List<String>> groups = new LinkedHashMap<>();
        baseline.filter(recipes::containsKey)
                .ifPresent(first -> groups.put(value(first, knob), new ArrayList<>()));
        recipes.keySet()
                .forEach(name ->
                        groups.computeIfAbsent(value(name, knob), value -> new ArrayList<>())
                                .add(name));
        List<Group> sorted = new ArrayList<>();
        groups.forEach((value, images) -> sorted.add(new Group(value, images)));
        return effect(knob, sorted);
    }

    private String value(String variant, Knob<?> knob) {
        return recipe(variant).text(knob);
    }

    private Recipe recipe(String variant) {
        Recipe recipe = recipes.get(variant);
        if (recipe == null) {
            throw new IllegalArgumentException("no recipe of " + variant);
        }
        return recipe;
    }

    /// Two images, of which the second has the value of a later group.
    private record Couple(Group from, Group to, VariantPair pair) {
        String sentence(Knob<?> knob, String obstacle) {
            return "%s and %s differ in %s only, and %s."
                    .formatted(
                            pair.baseline().name(), pair.candidate().name(), knob.id(), obstacle);
        }
    }

    private List<Couple> couples(List<Group> groups) {
        Map<String, Variant> variants =
                results.variants(image -> results.measurements(image.name())).stream()
                        .collect(Collectors.toMap(Variant::name, Function.identity()));
        List<Couple> couples = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (Group to : groups.subList(i + 1, groups.size())) {
                for (String one : groups.get(i).images()) {
                    for (String other : to.images()) {
                        couples.add(
                                new Couple(
                                        groups.get(i),
                                        to,
                                        new VariantPair(
                                                requireNonNull(variants.get(one)),
                                                requireNonNull(variants.get(other)))));
                    }
                }
            }
        }
        return couples;
    }

    private KnobEffect effect(Knob<?> knob, List<Group> groups) {
        List<Couple> all = couples(groups);
        List<Couple> alone = all.stream().filter(couple -> isAlone(knob, couple.pair())).toList();
        List<Couple> shown = new ArrayList<>();
        for (Couple couple : alone) {
            if (!isOfOneSession(couple.pair())) {
                leftOut.add(couple.sentence(knob, "were measured in different sessions"));
            } else if (!couple.pair().hasShared()) {
                leftOut.add(couple.sentence(knob, "share no datapoint"));
            } else {
                shown.add(couple);
            }
        }
        List<Comparison> comparisons =
                Analysis.comparePairs(
                        shown.stream().map(Couple::pair).toList(), EquivalenceZone.ONE_PERCENT);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Couple couple = shown.get(i);
            pairs.add(new Pair(couple.from().value(), couple.to().value(), comparisons.get(i)));
        }
        return new KnobEffect(knob.id(), groups, pairs, all.size() - alone.size(), leftOut);
    }

    /// Between sessions the machine may have changed as well.
    private boolean isOfOneSession(VariantPair pair) {
        Set<Optional<String>> sessions = new HashSet<>();
        results.images().stream()
                .filter(image ->
                        image.variant().equals(pair.baseline().name())
                                || image.variant().equals(pair.candidate().name()))
                .forEach(image -> sessions.addAll(image.sessions()));
        return sessions.size() == 1;
    }

    private boolean isAlone(Knob<?> knob, VariantPair pair) {
        Recipe one = recipe(pair.baseline().name());
        Recipe other = recipe(pair.candidate().name());
        return Catalogue.difference(one, other).equals(List.of(knob));
    }

    private String obstacle(Knob<?> knob, List<Knob<?>> turned) {
        if (recipes.size() < 2) {
            return "fewer than two of these images tell their recipes, so they cannot be grouped by %s; expected a session of a lab or a ladder"
                    .formatted(knob.id());
        }
        List<String> ids = turned.stream().<String>map(Knob::id).toList();
        return ids.isEmpty()
                ? "the images do not differ in any knob"
                : "the images do not differ in %s; they differ in %s"
                        .formatted(knob.id(), String.join(", ", ids));
    }
}
