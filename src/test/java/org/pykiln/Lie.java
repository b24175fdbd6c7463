package org.pykiln;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.pykiln.dockerfile.Line;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.image.ProofResult;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// What could falsely be said of an image: one knob at a value that it was not built with.
///
/// @param recipe with the knob at the false value
/// @param proofs of that knob that the true recipe does not have; what does not differ tells
///   nothing
record Lie(Recipe recipe, Knob<?> knob, List<Proof> proofs) {
    Lie {
        proofs = List.copyOf(proofs);
    }

    /// Every knob of the catalogue at every other value that its domain suggests. Left out is what
    /// would have been built the very same way, such as a profile task without PGO.
    static List<Lie> about(Recipe honest) {
        List<String> built = build(honest);
        List<Lie> lies = new ArrayList<>();
        for (Knob<?> knob : Catalogue.knobs()) {
            about(honest, knob).stream()
                    .filter(lie -> !build(lie.recipe).equals(built))
                    .forEach(lies::add);
        }
        return lies;
    }

    private static <V> List<Lie> about(Recipe honest, Knob<V> knob) {
        Set<Proof> held = Set.copyOf(knob.prove(honest));
        return knob.domain().suggestions().stream()
                .map(value -> honest.with(knob, value))
                .filter(recipe -> !recipe.equals(honest))
                .map(recipe -> new Lie(recipe, knob, without(held, knob.prove(recipe))))
                .toList();
    }

    private static List<Proof> without(Set<Proof> held, List<Proof> proofs) {
        return proofs.stream().filter(proof -> !held.contains(proof)).toList();
    }

    /// What the build does, without what it only says of itself.
    private static List<String> build(Recipe recipe) {
        return Renderer.render(Catalogue.plan(recipe)).lines().stream()
                .map(Line::text)
                .filter(line -> !line.contains("org.pykiln."))
                .toList();
    }

    /// How each lie comes out, by its text: the first proof that does not hold and what it saw, or
    /// nothing where all hold.
    static Map<String, String> tried(
            List<Lie> lies, Function<List<Proof>, List<ProofResult>> prover) {
        List<Proof> all = lies.stream().flatMap(lie -> lie.proofs.stream()).distinct().toList();
        List<ProofResult> results = prover.apply(all);
        Map<Proof, ProofResult> answers = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            answers.put(all.get(i), results.get(i));
        }
        Map<String, String> caught = new TreeMap<>();
        lies.forEach(lie -> caught.put(lie.text(), lie.caughtBy(answers)));
        return caught;
    }

    /// Whether the rules refuse the recipe, so that no image can be said to be built from it.
    boolean isRefused() {
        return Catalogue.hasErrors(recipe);
    }

    String text() {
        return knob.id() + "=" + recipe.text(knob);
    }

    private String caughtBy(Map<Proof, ProofResult> answers) {
        return proofs.stream()
                .map(answers::get)
                .filter(answer -> !answer.holds())
                .findFirst()
                .map(answer -> answer.claim() + " - seen: " + answer.seen())
                .orElse("");
    }
}
