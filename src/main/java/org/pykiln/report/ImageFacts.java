package org.pykiln.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What a report tells of one image.
///
/// @param name as in the comparison
/// @param facts such as digest, size, host and the values of knobs, in the order in which they are
///   shown
/// @param proofs what was checked inside the image; empty if nothing was
public record ImageFacts(String name, SequencedMap<String, String> facts, List<ProofLine> proofs) {

    /// One check that was run inside the image.
    ///
    /// @param knob its id
    /// @param claim what should be so
    /// @param holds whether it is
    /// @param seen what was found
    public record ProofLine(String knob, String claim, boolean holds, String seen) {}

    public ImageFacts {
        facts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(facts));
        proofs = List.copyOf(proofs);
    }

    /// As the constructor, for any map with a meaningful order.
    public static ImageFacts of(String name, Map<String, String> facts, List<ProofLine> proofs) {
        return new ImageFacts(name, new LinkedHashMap<>(facts), proofs);
    }

    /// The proof state in words.
    String proofState() {
        long failed = proofs.stream().filter(proof -> !proof.holds()).count();
        if (proofs.isEmpty()) {
            return "not proven";
        }
        String all = proofs.size() + (proofs.size() == 1 ? " proof" : " proofs");
        if (failed > 0) {
            return failed + " of " + all + " FAILED";
        }
        return proofs.size() == 1 ? "1 proof holds" : "all " + all + " hold";
    }
}
