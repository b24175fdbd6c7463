package org.pykiln.image;

import org.pykiln.plan.Proof;

/// How a proof came out.
///
/// @param seen what was found inside the image, in words
public record ProofResult(String knob, String claim, boolean holds, String seen) {
    static ProofResult of(Proof proof, boolean holds, String seen) {
        return new ProofResult(proof.knob(), proof.claim(), holds, seen);
    }
}
