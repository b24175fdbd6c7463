package org.pykiln.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// All that is seen of a job at one moment.
///
/// @param done share of the whole, 0 to 1, where it is known
/// @param status what is going on, in a few words
public record Progress(
        JobState state,
        List<Step> steps,
        String status,
        OptionalDouble done,
        Optional<Instant> started,
        Optional<Instant> ended) {
    public Progress {
        steps = List.copyOf(steps);
    }

    static Progress queued() {
        return new Progress(
                JobState.QUEUED,
                List.of(),
                "",
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Optional<Step> currentStep() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    /// The share that is done, guessed from the steps where the work says nothing better.
    public OptionalDouble share() {
        if (done.isPresent() || steps.isEmpty() || state.isEnded()) {
            return done;
        }
        Step step = steps.getLast();
        return step.of() <= 0
                ? done
                : OptionalDouble.of(Math.clamp((step.number() - 1.0) / step.of(), 0, 1));
    }

    public Duration elapsed(Instant now) {
        return started.map(from -> Duration.between(from, ended.orElse(now))).orElse(Duration.ZERO);
    }
}
