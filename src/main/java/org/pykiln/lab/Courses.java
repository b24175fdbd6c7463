package org.pykiln.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pykiln.bench.HostSigns;
import org.pykiln.bench.Requeue;
import org.pykiln.bench.SessionResult;
import org.pykiln.bench.UnitMetadata;
import org.pykiln.lab.Results.Measured;
import org.pykiln.pyperf.PerfBenchmark;
import org.pykiln.pyperf.PerfRun;
import org.pykiln.stats.Course;
import org.pykiln.stats.Finding;
import org.pykiln.stats.Sample;

/// What the course of a session says against its numbers, in sentences: drift, steps, two groups of
/// processes, and single disturbed ones with what the host says of them.
final class Courses {
    private record Series(String datapoint, String image, List<PerfRun> runs) {
        Sample sample() {
            return SessionResult.sample(SessionResult.means(runs));
        }
    }

    private Courses() {}

    /// @param images of one session
    static List<String> warnings(List<Measured> images) {
        List<Series> all = new ArrayList<>();
        for (Measured image : images) {
            for (PerfBenchmark benchmark : image.suite().benchmarks()) {
                List<PerfRun> runs = SessionResult.compared(benchmark);
                if (!runs.isEmpty()) {
                    all.add(new Series(benchmark.name(), image.name(), runs));
                }
            }
        }
        List<List<Finding>> findings = Course.of(all.stream().map(Series::sample).toList());
        Map<String, List<String>> byDatapoint = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Series series = all.get(i);
            for (Finding finding : findings.get(i)) {
                byDatapoint
                        .computeIfAbsent(series.datapoint(), datapoint -> new ArrayList<>())
                        .add(text(series, finding));
            }
        }
        return byDatapoint.values().stream().flatMap(List::stream).toList();
    }

    private static String text(Series series, Finding finding) {
        String what =
                switch (finding) {
                    case Finding.Step(int before, int after, int round, double change) ->
                            "the last %d of %d processes are %s (step at %s)"
                                    .formatted(
                                            after,
                                            before + after,
                                            change(change),
                                            Requeue.text(round));
                    case Finding.Drift(double change) ->
                            "the last of %d processes are %s than the first (drift)"
                                    .formatted(series.runs().size(), change(change));
                    case Finding.TwoGroups(int processes, int slow, double apart) ->
                            "%d of %d processes are a group of their own, %s (two modes)"
                                    .formatted(slow, processes, change(apart));
                    case Finding.Outliers(List<Integer> rounds, double change) ->
                            outliers(series, rounds, change);
                };
        return "%s on %s: %s.".formatted(series.datapoint(), series.image(), what);
    }

    private static String outliers(Series series, List<Integer> rounds, double change) {
        HostSigns usual = HostSigns.usual(series.runs().stream().map(HostSigns::of).toList());
        List<String> places = new ArrayList<>();
        for (int round : rounds) {
            Optional<HostSigns.Sign> sign =
                    series.runs().stream()
                            .filter(run ->
                                    run.metadata().integer(UnitMetadata.ROUND).orElse(0) == round)
                            .findFirst()
                            .flatMap(run -> HostSigns.of(run).sign(usual));
            places.add(Requeue.text(round) + sign.map(one -> " (" + one.text() + ")").orElse(""));
        }
        boolean one = rounds.size() == 1;
        return "%d of %d processes %s out, by up to %s than %s neighbours: %s"
                .formatted(
                        rounds.size(),
                        series.runs().size(),
                        one ? "stands" : "stand",
                        change(change),
                        one ? "its" : "their",
                        String.join(", ", places));
    }

    private static String change(double change) {
        return String.format(
                Locale.ROOT,
                "%.1f %% %s",
                Math.abs(change) * 100,
                change > 0 ? "slower" : "faster");
    }
}
