package org.pykiln.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What was measured of one datapoint on one image: the mean of each unit (one worker process), in
/// seconds or any other positive quantity that grows with cost.
///
/// The values inside one process share its memory layout and its hash seed, so they are correlated;
/// only process means count as independent here (Georges et al., OOPSLA 2007).
///
/// @param means one positive, finite mean a unit
/// @param rounds the round each unit was measured in, or empty if it is not known. Two units carry
///   the same number exactly if they were measured in the same round of the same session.
public record Sample(List<Double> means, List<Integer> rounds) {

    public Sample {
        means = List.copyOf(means);
        rounds = List.copyOf(rounds);
        if (means.isEmpty()) {
            throw new IllegalArgumentException("a sample holds at least one process mean");
        }
        if (!rounds.isEmpty() && rounds.size() != means.size()) {
            throw new IllegalArgumentException(
                    means.size() + " process means, but " + rounds.size() + " rounds");
        }
        for (double mean : means) {
            if (!(mean > 0) || Double.isInfinite(mean)) {
                throw new IllegalArgumentException("a process mean is positive, not " + mean);
            }
        }
    }

    /// Means of processes whose rounds are not known, such as those of a file made by pyperf.
    public static Sample of(double... means) {
        return new Sample(Arrays.stream(means).boxed().toList(), List.of());
    }

    /// Means of processes that were measured in the given rounds.
    public static Sample inRounds(double[] means, int[] rounds) {
        return new Sample(
                Arrays.stream(means).boxed().toList(), Arrays.stream(rounds).boxed().toList());
    }

    /// Number of units.
    public int size() {
        return means.size();
    }

    /// Arithmetic mean of the process means.
    public double mean() {
        return Moments.of(means).mean();
    }

    /// The 95 % interval of [#mean], by Student's t over the process means, on the logarithmic
    /// scale as intervals of ratios are; nothing of a single unit, which says nothing of its own
    /// error.
    public Optional<Interval> interval() {
        if (size() < 2) {
            return Optional.empty();
        }
        var moments = Moments.of(means);
        double half =
                Math.sqrt(moments.relativeErrorSquared()) * RatioEstimate.quantile(moments.n() - 1);
        double factor = Math.exp(half);
        return Optional.of(new Interval(moments.mean() / factor, moments.mean() * factor));
    }

    /// The units of these rounds alone; at least one unit is of one of them.
    Sample only(Set<Integer> kept) {
        int[] units =
                IntStream.range(0, size()).filter(i -> kept.contains(rounds.get(i))).toArray();
        return new Sample(
                Arrays.stream(units).mapToObj(means::get).toList(),
                Arrays.stream(units).mapToObj(rounds::get).toList());
    }

    /// The mean of each round, in order of rounds; empty if the rounds are not known.
    SequencedMap<Integer, Double> byRound() {
        var sums = new TreeMap<Integer, double[]>();
        for (int i = 0; i < rounds.size(); i++) {
            var sum = sums.computeIfAbsent(rounds.get(i), round -> new double[2]);
            sum[0] += means.get(i);
            sum[1]++;
        }
        var result = new TreeMap<Integer, Double>();
        sums.forEach((round, sum) -> result.put(round, sum[0] / sum[1]));
        return result;
    }
}
