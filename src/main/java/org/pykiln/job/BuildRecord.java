package org.pykiln.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pykiln.engine.Owner;
import org.pykiln.image.ProofResult;
import org.pykiln.recipe.Recipe;

/// One build, as the history keeps it.
///
/// @param id by which the history knows it; sorts by when the build began
/// @param name under which the recipe was built
/// @param noCache whether every step was to be done again
/// @param dockerfile the text that was built
/// @param owner the process that builds or built it
/// @param steps those that began
/// @param problem why it failed; empty when it did not
public record BuildRecord(
        String id,
        String name,
        Recipe recipe,
        boolean noCache,
        String dockerfile,
        Owner owner,
        JobState state,
        Instant started,
        Optional<Instant> ended,
        List<Step> steps,
        String problem,
        Optional<Result> result) {
    public BuildRecord {
        steps = List.copyOf(steps);
    }

    /// What came of a build that succeeded.
    ///
    /// @param reference of the image
    /// @param digest content address of the image
    /// @param bytes size of all its layers
    public record Result(
            String reference, String digest, long bytes, Duration took, List<ProofResult> proofs) {
        public Result {
            proofs = List.copyOf(proofs);
        }
    }

    /// The same build when it has come further.
    ///
    /// @param said why it failed; empty when it did not
    public BuildRecord at(Progress progress, String said, Optional<Result> made) {
        return new BuildRecord(
                id,
                name,
                recipe,
                noCache,
                dockerfile,
                owner,
                progress.state(),
                progress.started().orElse(started),
                progress.ended(),
                progress.steps(),
                said,
                made);
    }

    /// A build that says it runs though its process has ended was interrupted.
    BuildRecord seen() {
        return state.isEnded() || !owner.isGone()
                ? this
                : new BuildRecord(
                        id,
                        name,
                        recipe,
                        noCache,
                        dockerfile,
                        owner,
                        JobState.INTERRUPTED,
                        started,
                        ended,
                        steps,
                        problem,
                        result);
    }
}
