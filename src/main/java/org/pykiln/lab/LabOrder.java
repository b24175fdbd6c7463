package org.pykiln.lab;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pykiln.bench.Datapoint;
import org.pykiln.bench.Mode;
import org.pykiln.bench.PlannedImage;
import org.pykiln.bench.Precision;
import org.pykiln.bench.SessionPlan;

/// What a lab is asked for. The first subject is the baseline.
///
/// @param precision at which a datapoint is measured no further; empty for all that the mode says
/// @param cpuset CPUs to measure on, such as `1`; empty for the last one where there are several
public record LabOrder(
        List<Subject> subjects,
        List<Datapoint> datapoints,
        Mode mode,
        Optional<Precision> precision,
        Optional<String> cpuset) {
    public LabOrder {
        subjects = List.copyOf(subjects);
        datapoints = List.copyOf(datapoints);
        Set<String> names = new HashSet<>();
        for (Subject subject : subjects) {
            // they become names of files, which some systems do not tell apart by case
            if (!names.add(subject.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two subjects are called " + subject.name());
            }
        }
    }

    /// How long measuring takes on a desktop computer, roughly, when everything is built.
    public Duration estimate() {
        List<PlannedImage> images =
                subjects.stream()
                        .map(subject ->
                                new PlannedImage(subject.name(), subject.name(), "not known yet"))
                        .toList();
        return SessionPlan.of("estimate", mode, images, datapoints, 0).estimate();
    }
}
