package org.pykiln.ui.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pykiln.bench.BenchUnit;
import org.pykiln.bench.PlannedImage;
import org.pykiln.bench.Requeue;
import org.pykiln.bench.SessionEvent;
import org.pykiln.bench.SessionPlan;
import org.pykiln.stats.Analysis;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.EquivalenceZone;
import org.pykiln.stats.Measurements;
import org.pykiln.stats.Row;
import org.pykiln.stats.Sample;
import org.pykiln.stats.Variant;

/// What a session has told so far. Hears it on the thread that measures and is looked at from any
/// other, so that nothing has to be read from the disk that is being measured on.
public final class LiveSession {
    /// A session at one moment.
    ///
    /// @param begun whether units are being measured, or were
    /// @param baseline name of what all else is compared with
    /// @param finished units that need no more work
    /// @param remaining estimate of the time to the end
    /// @param doing the unit that runs, or what goes on before the first
    /// @param failures units that were given up
    /// @param disturbed units of which the host told that others disturbed them
    /// @param requeued rounds that are measured again
    /// @param warnings of the host, and of its disturbances the last
    public record Moment(
            boolean begun,
            boolean paused,
            String baseline,
            int finished,
            int total,
            Duration remaining,
            String doing,
            int failures,
            int disturbed,
            int requeued,
            List<String> warnings,
            List<LiveLine> lines) {}

    private record Series(String image, String datapoint) {}

    private final Map<Series, NavigableMap<Integer, Double>> means = new HashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private @Nullable SessionPlan plan;
    private @Nullable Requeue requeue;
    private String lastDisturbance = "";
    private String doing = "";
    private boolean paused;
    private int finished;
    private int total;
    private int failures;
    private int disturbed;
    private Duration remaining = Duration.ZERO;
    private List<LiveLine> lines = List.of();
    private boolean stale;

    public synchronized void accept(SessionEvent event) {
        switch (event) {
            case SessionEvent.Begun begun -> {
                plan = begun.plan();
                requeue = begun.requeue();
                stale = true;
                begun.earlier().forEach(this::note);
            }
            case SessionEvent.Preparing(String what) -> doing = what;
            case SessionEvent.HostWarning(String message) -> warnings.add(message);
            case SessionEvent.UnitStarted(BenchUnit unit) -> doing = text(unit);
            case SessionEvent.UnitFinished measured -> note(measured);
            case SessionEvent.UnitFailed failed -> failures += failed.willRetry() ? 0 : 1;
            case SessionEvent.Disturbed(BenchUnit unit, String sign) -> {
                disturbed++;
                lastDisturbance = "%s: %s".formatted(text(unit), sign);
            }
            case SessionEvent.Requeued(Requeue decided) -> {
                requeue = decided;
                stale = true;
            }
            case SessionEvent.Paused now -> paused = true;
            case SessionEvent.Resumed now -> paused = false;
            case SessionEvent.Progress(int done, int all, Duration left) -> {
                stale |= done >= all;
                finished = done;
                total = all;
                remaining = left;
            }
            case SessionEvent.HostInspected inspected -> {}
            case SessionEvent.Calibrated calibrated -> {}
        }
    }

    private static String text(BenchUnit unit) {
        return "%s on %s, %s".formatted(unit.datapoint(), unit.image(), Requeue.text(unit.round()));
    }

    private void note(SessionEvent.UnitFinished measured) {
        stale = true;
        BenchUnit unit = measured.unit();
        means.computeIfAbsent(new Series(unit.image(), unit.datapoint()), of -> new TreeMap<>())
                .put(unit.round(), measured.mean());
    }

    public synchronized Moment now() {
        List<String> told = new ArrayList<>(warnings);
        if (!lastDisturbance.isEmpty()) {
            told.add(lastDisturbance);
        }
        if (plan != null && stale) {
            lines = lines(plan);
            stale = false;
        }
        return new Moment(
                plan != null,
                paused,
                plan == null ? "" : plan.baseline().variant(),
                finished,
                total,
                remaining,
                doing,
                failures,
                disturbed,
                requeue == null ? 0 : requeue.rounds(),
                told,
                lines);
    }

    private List<LiveLine> lines(SessionPlan of) {
        Map<String, List<PlannedImage>> variants = new LinkedHashMap<>();
        of.images()
                .forEach(image ->
                        variants.computeIfAbsent(image.variant(), name -> new ArrayList<>())
                                .add(image));
        List<String> names = List.copyOf(variants.keySet());
        Map<String, Map<String, Row>> rows = rows(of, variants);
        List<LiveLine> all = new ArrayList<>();
        for (String datapoint : of.datapoints()) {
            for (String name : names.size() == 1 ? names : names.subList(1, names.size())) {
                List<PlannedImage> both = new ArrayList<>(variants.getOrDefault(name, List.of()));
                both.addAll(variants.getOrDefault(names.getFirst(), List.of()));
                int done =
                        both.stream()
                                .mapToInt(image -> rounds(of, image.name(), datapoint))
                                .min()
                                .orElse(0);
                Row row = rows.getOrDefault(name, Map.of()).get(datapoint);
                all.add(
                        new LiveLine(
                                datapoint,
                                name,
                                done,
                                of.rounds(),
                                row == null ? null : row.estimate(),
                                row == null || !isDecided(done, of) ? null : row.verdict()));
            }
        }
        return all;
    }

    /// A datapoint that was exact enough ends before its last round, which only the end tells.
    private boolean isDecided(int done, SessionPlan of) {
        return done >= of.rounds() || total > 0 && finished >= total;
    }

    private int rounds(SessionPlan of, String image, String datapoint) {
        NavigableMap<Integer, Double> all = means.get(new Series(image, datapoint));
        return all == null ? 0 : all.headMap(of.rounds(), true).size();
    }

    /// By name of the candidate and datapoint, compared as results are.
    private Map<String, Map<String, Row>> rows(
            SessionPlan of, Map<String, List<PlannedImage>> variants) {
        Map<String, Map<String, Row>> rows = new HashMap<>();
        List<Variant> all = new ArrayList<>();
        variants.forEach((name, images) ->
                all.add(
                        new Variant(
                                name,
                                images.stream()
                                        .map(image -> measurements(of, image.name()))
                                        .toList())));
        List<Variant> candidates =
                all.stream()
                        .skip(1)
                        .filter(candidate -> isComparable(all.getFirst(), candidate))
                        .toList();
        if (candidates.isEmpty()) {
            return rows;
        }
        for (CandidateComparison candidate :
                Analysis.compareVariants(all.getFirst(), candidates, EquivalenceZone.ONE_PERCENT)
                        .candidates()) {
            Map<String, Row> byDatapoint = new HashMap<>();
            candidate.rows().forEach(row -> byDatapoint.put(row.name(), row));
            rows.put(candidate.name(), byDatapoint);
        }
        return rows;
    }

    private static boolean isComparable(Variant baseline, Variant candidate) {
        List<Measurements> builds = new ArrayList<>(baseline.builds());
        builds.addAll(candidate.builds());
        Set<String> shared = new LinkedHashSet<>(builds.getFirst().datapoints().keySet());
        builds.forEach(build -> shared.retainAll(build.datapoints().keySet()));
        return !shared.isEmpty();
    }

    private Measurements measurements(SessionPlan of, String image) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        for (String datapoint : of.datapoints()) {
            sample(image, datapoint).ifPresent(sample -> samples.put(datapoint, sample));
        }
        return Measurements.of(image, samples);
    }

    /// Without the rounds that are measured again.
    private Optional<Sample> sample(String image, String datapoint) {
        List<Double> kept = new ArrayList<>();
        List<Integer> rounds = new ArrayList<>();
        Requeue decided = requeue;
        means.getOrDefault(new Series(image, datapoint), new TreeMap<>())
                .forEach((round, mean) -> {
                    if (decided == null || !decided.sets(datapoint, round)) {
                        kept.add(mean);
                        rounds.add(round);
                    }
                });
        return kept.isEmpty() ? Optional.empty() : Optional.of(new Sample(kept, rounds));
    }
}
