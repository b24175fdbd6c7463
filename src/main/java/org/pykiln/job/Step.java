package org.pykiln.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One of a job's steps.
///
/// @param number from 1
/// @param of how many there were thought to be when it began
/// @param ended empty while it runs
public record Step(
        int number,
        int of,
        String title,
        Instant started,
        Optional<Instant> ended,
        boolean cached) {
    Step end(Instant now) {
        return ended.isPresent()
                ? this
                : new Step(number, of, title, started, Optional.of(now), cached);
    }

    Step fromCache() {
        return new Step(number, of, title, started, ended, true);
    }

    public Duration duration(Instant now) {
        return Duration.between(started, ended.orElse(now));
    }
}
