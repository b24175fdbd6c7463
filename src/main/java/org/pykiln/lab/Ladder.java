package org.pykiln.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// The way from one recipe to another in steps: the knobs in which they differ, turned one after
/// the other. Equal recipes and orders make equal ladders.
///
/// A step turns one knob wherever that gives a recipe that can be built and renders another build.
/// Otherwise the knob waits for the next one with which it does, and both are one step; knobs at
/// the end that change nothing belong to the last step.
///
/// @param rungs from the one recipe to the other; none has errors
/// @param steps the one at an index leads from the rung of that index to the next
public record Ladder(List<Rung> rungs, List<Step> steps) {
    private static final int LONGEST_NAME = 60;

    public Ladder {
        rungs = List.copyOf(rungs);
        steps = List.copyOf(steps);
    }

    /// @param name unique in the ladder, fit for files
    public record Rung(String name, Recipe recipe) {}

    /// One knob with the value it had and the value it gets, as preset files write them.
    public record Turn(Knob<?> knob, String from, String to) {
        static Turn of(Knob<?> knob, Recipe from, Recipe to) {
            return new Turn(knob, from.text(knob), to.text(knob));
        }
    }

    /// @param turns at least one
    /// @param reasons why there are several, a sentence each; empty where there is one
    public record Step(List<Turn> turns, List<String> reasons) {
        public Step {
            turns = List.copyOf(turns);
            reasons = List.copyOf(reasons);
        }

        public List<Knob<?>> knobs() {
            return turns.stream().<Knob<?>>map(Turn::knob).toList();
        }
    }

    /// The last rung with the knobs of one step turned back: what the step is worth in company of
    /// all others.
    ///
    /// @param step index of the step
    /// @param rung what is measured, which may be one of the ladder's own; empty where nothing can
    /// @param obstacle why nothing can, a sentence; else empty
    public record Without(int step, Optional<Rung> rung, String obstacle) {}

    /// @param from and its name
    /// @param first knobs that are turned before all others, in their order; the others follow in
    ///   the order of the catalogue
    /// @throws LabException when one of the recipes has errors, when the first knobs are not all
    ///   different ones in which the recipes differ, or when both recipes render the same build
    public static Ladder of(Rung from, Rung to, List<Knob<?>> first) {
        Lab.refuseErrors(from.name(), from.recipe());
        Lab.refuseErrors(to.name(), to.recipe());
        List<Knob<?>> order = order(from, to, first);
        if (Climb.isSameBuild(from.recipe(), to.recipe())) {
            throw LabException.badInput(
                    "%s and %s render the same build: there is nothing between them that could be measured."
                            .formatted(from.name(), to.name()));
        }
        List<Climb.Reached> reached = new Climb(from.recipe(), to.recipe()).along(order);
        List<Rung> rungs = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        rungs.add(new Rung(shortened("0-" + from.name()), from.recipe()));
        for (Climb.Reached next : reached) {
            int number = rungs.size();
            String name = number == reached.size() ? to.name() : ids(next.step());
            rungs.add(new Rung(shortened(number + "-" + name), next.recipe()));
            steps.add(next.step());
        }
        return new Ladder(rungs, steps);
    }

    /// Of rungs that were measured: a step turns whatever two neighbours differ in.
    ///
    /// @param rungs at least two
    static Ladder climbed(List<Rung> rungs) {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < rungs.size(); i++) {
            Recipe from = rungs.get(i - 1).recipe();
            Recipe to = rungs.get(i).recipe();
            List<Turn> turns = new ArrayList<>();
            Catalogue.difference(from, to).forEach(knob -> turns.add(Turn.of(knob, from, to)));
            steps.add(new Step(turns, List.of()));
        }
        return new Ladder(rungs, steps);
    }

    private static List<Knob<?>> order(Rung from, Rung to, List<Knob<?>> first) {
        List<Knob<?>> different = Catalogue.difference(from.recipe(), to.recipe());
        Map<String, Knob<?>> order = new LinkedHashMap<>();
        for (Knob<?> knob : first) {
            if (!different.contains(knob)) {
                throw LabException.badInput(
                        "%s and %s do not differ in %s; they differ in %s"
                                .formatted(from.name(), to.name(), knob.id(), ids(different)));
            }
            if (order.put(knob.id(), knob) != null) {
                throw LabException.badInput(knob.id() + " stands twice in the order");
            }
        }
        different.forEach(knob -> order.putIfAbsent(knob.id(), knob));
        return List.copyOf(order.values());
    }

    public Rung first() {
        return rungs.getFirst();
    }

    public Rung last() {
        return rungs.getLast();
    }

    /// One for each step, in their order.
    public List<Without> withouts() {
        List<Without> withouts = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            withouts.add(without(i));
        }
        return withouts;
    }

    private Without without(int step) {
        Recipe recipe = last().recipe();
        for (Knob<?> knob : steps.get(step).knobs()) {
            recipe = Climb.turned(recipe, knob, first().recipe());
        }
        List<String> errors = Climb.errors(recipe);
        if (!errors.isEmpty()) {
            return new Without(step, Optional.empty(), String.join(" ", errors));
        }
        if (Climb.isSameBuild(recipe, last().recipe())) {
            return new Without(
                    step, Optional.empty(), "Without it the last rung renders the same build.");
        }
        String name = shortened("without-%d-%s".formatted(step + 1, ids(steps.get(step))));
        Recipe turnedBack = recipe;
        Rung rung =
                rungs.stream()
                        .filter(one -> one.recipe().equals(turnedBack))
                        .findFirst()
                        .orElse(new Rung(name, turnedBack));
        return new Without(step, Optional.of(rung), "");
    }

    /// What has to be built and measured, each once.
    ///
    /// @param withouts some of [#withouts]
    public List<Subject> subjects(List<Without> withouts) {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        rungs.forEach(rung -> put(subjects, rung));
        withouts.forEach(without -> without.rung().ifPresent(rung -> put(subjects, rung)));
        return List.copyOf(subjects.values());
    }

    private static void put(Map<String, Subject> subjects, Rung rung) {
        subjects.putIfAbsent(rung.name(), new Subject.OfRecipe(rung.name(), rung.recipe()));
    }

    private static String ids(Step step) {
        return step.knobs().stream().map(Knob::id).collect(Collectors.joining("+"));
    }

    private static String ids(List<Knob<?>> knobs) {
        return knobs.isEmpty()
                ? "nothing"
                : String.join(", ", knobs.stream().map(Knob::id).toList());
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
