package org.pykiln.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pykiln.bench.Datapoint;
import org.pykiln.bench.Limits;
import org.pykiln.bench.Mode;
import org.pykiln.bench.PlannedImage;
import org.pykiln.bench.Precision;
import org.pykiln.bench.SessionPlan;

/// What a lab is asked for. The first subject is the baseline.
///
/// @param precision at which a datapoint is measured no further; empty for all that the mode says
/// @param limits CPUs and memory
/// @param builds how often each recipe is built, each build an image of its own in the session
/// @param requeue whether rounds that something disturbed are measured once more at the end
public record LabOrder(
        List<Subject> subjects,
        List<Datapoint> datapoints,
        Mode mode,
        Optional<Precision> precision,
        Limits limits,
        int builds,
        boolean requeue) {
    /// More builds of a recipe than anybody waits for.
    public static final int MOST_BUILDS = 20;

    public LabOrder {
        subjects = List.copyOf(subjects);
        datapoints = List.copyOf(datapoints);
        if (builds < 1) {
            throw new IllegalArgumentException("a recipe is built at least once");
        }
        Set<String> names = new HashSet<>();
        for (Subject subject : subjects) {
            // they become names of files, which some systems do not tell apart by case
            if (!names.add(subject.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two subjects are called " + subject.name());
            }
        }
    }

    /// Of a single build of each recipe, without limits, with disturbed rounds measured again.
    public LabOrder(
            List<Subject> subjects,
            List<Datapoint> datapoints,
            Mode mode,
            Optional<Precision> precision) {
        this(subjects, datapoints, mode, precision, Limits.USUAL, 1, true);
    }

    public LabOrder withBuilds(int number) {
        return new LabOrder(subjects, datapoints, mode, precision, limits, number, requeue);
    }

    public LabOrder withLimits(Limits wanted) {
        return new LabOrder(subjects, datapoints, mode, precision, wanted, builds, requeue);
    }

    /// Without measuring disturbed rounds again.
    public LabOrder withoutRequeue() {
        return new LabOrder(subjects, datapoints, mode, precision, limits, builds, false);
    }

    /// One image to be measured.
    ///
    /// @param name of the image in the session, such as `debian-o2@2`
    /// @param build which of the subject's, from 1
    record Wanted(String name, Subject subject, int build) {}

    /// All images, in order. An image that is there already is measured as the one it is.
    List<Wanted> wanted() {
        List<Wanted> wanted = new ArrayList<>();
        for (Subject subject : subjects) {
            if (builds == 1 || subject instanceof Subject.OfImage) {
                wanted.add(new Wanted(subject.name(), subject, 1));
                continue;
            }
            for (int build = 1; build <= builds; build++) {
                wanted.add(new Wanted(subject.name() + "@" + build, subject, build));
            }
        }
        return wanted;
    }

    /// @param images that were built or found, in the order of [#wanted]
    /// @param cpus of the engine's host
    SessionPlan plan(String id, long seed, List<PlannedImage> images, int cpus) {
        SessionPlan plan = SessionPlan.of(id, mode, images, datapoints, seed);
        SessionPlan placed =
                limits.cpuset()
                        .or(() -> lastOf(cpus))
                        .map(plan::withCpuset)
                        .orElse(plan)
                        .withMemory(limits.memoryBytes());
        SessionPlan exact = precision.map(placed::withPrecision).orElse(placed);
        return requeue ? exact.withRequeue() : exact;
    }

    private static Optional<String> lastOf(int cpus) {
        return cpus > 1 ? Optional.of(Integer.toString(cpus - 1)) : Optional.empty();
    }

    /// Of the subjects.
    public List<String> names() {
        return subjects.stream().map(Subject::name).toList();
    }

    /// How many images are measured.
    public int images() {
        return wanted().size();
    }

    /// How many processes are started to measure them, unless a precision ends it sooner.
    public int units() {
        return images() * datapoints.size() * mode.rounds();
    }

    /// How long measuring takes on a desktop computer, roughly, when everything is built.
    public Duration estimate() {
        List<PlannedImage> images =
                wanted().stream()
                        .map(one -> new PlannedImage(one.name(), one.name(), "not known yet"))
                        .toList();
        return SessionPlan.of("estimate", mode, images, datapoints, 0).estimate();
    }
}
