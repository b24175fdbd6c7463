package org.pykiln.image;

import java.time.Instant;
import java.util.List;
import org.pykiln.recipe.Recipe;

/// Everything known of a built image.
///
/// @param name under which the recipe was built, such as `debian-o2`
/// @param image reference, such as `pykiln:0f3a…`
/// @param digest content address of the image, `sha256:…`
/// @param bytes size of all its layers
/// @param seconds the build took, proofs not counted
/// @param cachedSteps steps that came from the engine's cache, of `steps`
/// @param dockerfile the text that was built
/// @param engine version of the engine, and where it listens
public record Receipt(
        String name,
        Recipe recipe,
        String image,
        String digest,
        long bytes,
        double seconds,
        int steps,
        int cachedSteps,
        String dockerfile,
        String engine,
        Instant built,
        List<ProofResult> proofs) {
    public Receipt {
        proofs = List.copyOf(proofs);
    }

    /// The recipe's hash, by which the receipt is kept.
    public String id() {
        return recipe.hash();
    }

    /// The version of the engine, without the place where it listens.
    public String engineVersion() {
        return version(engine);
    }

    static String version(String engine) {
        int place = engine.indexOf(" at ");
        return place < 0 ? engine : engine.substring(0, place);
    }

    public boolean proven() {
        return proofs.stream().allMatch(ProofResult::holds);
    }

    public List<ProofResult> failedProofs() {
        return proofs.stream().filter(proof -> !proof.holds()).toList();
    }
}
