package org.pykiln.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Everything that decides what a session measures, in which order. The first image is the
/// baseline: loops are calibrated on it, once a datapoint, and hold for all images.
///
/// @param id of the session
/// @param kit content hash of the kit
/// @param seed of the order of units
/// @param datapoints names from the catalogue
/// @param rounds units of each datapoint on each image
/// @param warmups values of a unit that do not count
/// @param values values of a unit that count
/// @param minTimeMillis shortest duration of one value that calibration accepts, in milliseconds
/// @param cpuset CPUs that units may use, such as `1`; empty for all
/// @param memoryBytes memory limit of each image's container; 0 for none
/// @param precision at which a datapoint gets no more of the rounds; empty for all rounds
/// @param requeue whether rounds that something disturbed are measured once more at the end
public record SessionPlan(
        String id,
        String kit,
        long seed,
        List<PlannedImage> images,
        List<String> datapoints,
        int rounds,
        int warmups,
        int values,
        int minTimeMillis,
        Optional<String> cpuset,
        long memoryBytes,
        Optional<Precision> precision,
        boolean requeue) {
    public SessionPlan {
        images = List.copyOf(images);
        datapoints = List.copyOf(datapoints);
        require(!images.isEmpty(), "a session has at least one image");
        require(!datapoints.isEmpty(), "a session has at least one datapoint");
        require(
                rounds > 0 && warmups >= 0 && values > 0 && minTimeMillis > 0 && memoryBytes >= 0,
                "numbers of rounds, values and milliseconds are positive");
        Set<String> names = new HashSet<>();
        for (PlannedImage image : images) {
            // file names are the same on file systems that do not tell case apart
            require(
                    names.add(image.name().toLowerCase(Locale.ROOT)),
                    "two images are called " + image.name());
        }
        require(
                new HashSet<>(datapoints).size() == datapoints.size(),
                "a datapoint stands twice in the plan");
    }

    /// A plan whose rounds are all that is measured.
    public SessionPlan(
            String id,
            String kit,
            long seed,
            List<PlannedImage> images,
            List<String> datapoints,
            int rounds,
            int warmups,
            int values,
            int minTimeMillis,
            Optional<String> cpuset,
            long memoryBytes,
            Optional<Precision> precision) {
        this(
                id,
                kit,
                seed,
                images,
                datapoints,
                rounds,
                warmups,
                values,
                minTimeMillis,
                cpuset,
                memoryBytes,
                precision,
                false);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /// A plan for these datapoints with the numbers of the mode, on all CPUs, without a limit of
    /// memory.
    public static SessionPlan of(
            String id,
            Mode mode,
            List<PlannedImage> images,
            List<Datapoint> datapoints,
            long seed) {
        return new SessionPlan(
                id,
                Kit.HASH,
                seed,
                images,
                datapoints.stream().map(Datapoint::name).toList(),
                mode.rounds(),
                mode.warmups(),
                mode.valuesPerUnit(),
                mode.minTimeMillis(),
                Optional.empty(),
                0,
                Optional.empty());
    }

    /// As above, under a new id and a random seed.
    public static SessionPlan of(Mode mode, List<PlannedImage> images, List<Datapoint> datapoints) {
        String id = UUID.randomUUID().toString().substring(0, 13);
        return of(id, mode, images, datapoints, ThreadLocalRandom.current().nextLong());
    }

    /// How long the session takes on a desktop computer, roughly; some hosts need three times that.
    public Duration estimate() {
        Map<Datapoint, Integer> units = new HashMap<>();
        for (String name : datapoints) {
            BenchmarkCatalogue.shipped()
                    .datapoint(name)
                    .ifPresent(point -> units.put(point, rounds * images.size()));
        }
        return new Eta(this).remaining(units);
    }

    public PlannedImage baseline() {
        return images.getFirst();
    }

    public int unitCount() {
        return images.size() * datapoints.size() * rounds;
    }

    /// The same plan with another number of rounds; units of common rounds are the same, in the
    /// same order.
    public SessionPlan withRounds(int number) {
        return with(number, cpuset, memoryBytes, precision, requeue);
    }

    public SessionPlan withCpuset(String cpus) {
        return with(rounds, Optional.of(cpus), memoryBytes, precision, requeue);
    }

    public SessionPlan withPrecision(Precision wanted) {
        return with(rounds, cpuset, memoryBytes, Optional.of(wanted), requeue);
    }

    /// Measures disturbed rounds once more at the end.
    public SessionPlan withRequeue() {
        return with(rounds, cpuset, memoryBytes, precision, true);
    }

    /// Which datapoints need no more rounds.
    Enough enough() {
        return precision.map(wanted -> wanted.within(rounds)).orElse(Enough.NEVER);
    }

    public SessionPlan withMemory(long bytes) {
        return with(rounds, cpuset, bytes, precision, requeue);
    }

    private SessionPlan with(
            int otherRounds,
            Optional<String> otherCpuset,
            long otherMemory,
            Optional<Precision> otherPrecision,
            boolean otherRequeue) {
        return new SessionPlan(
                id,
                kit,
                seed,
                images,
                datapoints,
                otherRounds,
                warmups,
                values,
                minTimeMillis,
                otherCpuset,
                otherMemory,
                otherPrecision,
                otherRequeue);
    }
}
