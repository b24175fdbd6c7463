package org.pykiln.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pykiln.bench.HostSigns.Sign;

/// Which rounds of a datapoint something disturbed from outside, so that they are measured again.
///
/// Whole rounds are judged, over all images: never one image alone, and never by which of them is
/// faster. Two things count. **The host** says that others used the CPU of one of the round's units
/// more than usual. Or **every image** of the round was slower than is usual for it, the least of
/// them by five robust standard deviations: what hits one image alone may be its own and stays. At
/// most a fifth of the rounds is chosen, the most disturbed ones. Why this makes no claims:
/// docs/decisions/0007.
final class DisturbedRounds {
    /// Share of a datapoint's rounds that may be measured again.
    static final double MOST = 0.2;

    private static final double FAR = 5;
    private static final double MAD = 1.4826;

    /// Spreads below this are taken as this: what is slower by one per cent is not disturbed.
    private static final double LEAST_SPREAD = 0.002;

    /// In fewer rounds nothing is known of what is usual.
    static final int FEWEST = 5;

    /// One measured unit.
    record Unit(int round, double mean, HostSigns host) {}

    private record Judged(int round, Sign sign) {}

    private DisturbedRounds() {}

    /// @param byImage units of one datapoint on each image
    /// @return chosen rounds with the reason
    static SortedMap<Integer, String> of(Map<String, List<Unit>> byImage) {
        Set<Integer> rounds = new TreeSet<>();
        byImage.values().forEach(units -> units.forEach(unit -> rounds.add(unit.round())));
        for (List<Unit> units : byImage.values()) {
            rounds.retainAll(units.stream().map(Unit::round).toList());
        }
        SortedMap<Integer, String> chosen = new TreeMap<>();
        if (rounds.size() < FEWEST) {
            return chosen;
        }
        HostSigns usual =
                HostSigns.usual(
                        byImage.values().stream().flatMap(List::stream).map(Unit::host).toList());
        List<Judged> judged = new ArrayList<>();
        for (int round : rounds) {
            byHost(byImage, round, usual)
                    .or(() -> byAllImages(byImage, round))
                    .ifPresent(sign -> judged.add(new Judged(round, sign)));
        }
        judged.stream()
                .sorted(Comparator.comparingDouble(one -> -one.sign().strength()))
                .limit((long) (MOST * rounds.size()))
                .forEach(one -> chosen.put(one.round(), one.sign().text()));
        return chosen;
    }

    private static Optional<Sign> byHost(
            Map<String, List<Unit>> byImage, int round, HostSigns usual) {
        return byImage.values().stream()
                .flatMap(List::stream)
                .filter(unit -> unit.round() == round)
                .flatMap(unit -> unit.host().sign(usual).stream())
                .max(Comparator.comparingDouble(Sign::strength));
    }

    private static Optional<Sign> byAllImages(Map<String, List<Unit>> byImage, int round) {
        if (byImage.size() < 2) {
            return Optional.empty();
        }
        double least = Double.POSITIVE_INFINITY;
        double slower = Double.POSITIVE_INFINITY;
        for (List<Unit> units : byImage.values()) {
            double[] logs = units.stream().mapToDouble(unit -> Math.log(unit.mean())).toArray();
            double median = median(logs);
            double[] apart =
                    units.stream()
                            .mapToDouble(unit -> Math.abs(Math.log(unit.mean()) - median))
                            .toArray();
            double spread = Math.max(MAD * median(apart), LEAST_SPREAD);
            double here =
                    units.stream()
                            .filter(unit -> unit.round() == round)
                            .mapToDouble(unit -> Math.log(unit.mean()) - median)
                            .min()
                            .orElseThrow();
            least = Math.min(least, here / spread);
            slower = Math.min(slower, here);
        }
        return least > FAR
                ? Optional.of(
                        new Sign(
                                least / FAR,
                                String.format(
                                        Locale.ROOT,
                                        "all images were at least %.0f %% slower than usual",
                                        Math.expm1(slower) * 100)))
                : Optional.empty();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
