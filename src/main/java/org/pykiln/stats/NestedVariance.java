package org.pykiln.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The analysis of variance behind [VarianceShares]: values in processes in builds, of two sides.
final class NestedVariance {
    private final List<Processes> all;
    private final List<Sample> left;
    private final List<Sample> right;
    private final double leftMean;
    private final double rightMean;

    NestedVariance(List<Processes> baseline, List<Processes> candidate) {
        all = Stream.concat(baseline.stream(), candidate.stream()).toList();
        var aligned = Variant.aligned(all.stream().map(Processes::sample).toList());
        left = aligned.subList(0, baseline.size());
        right = aligned.subList(baseline.size(), aligned.size());
        leftMean = mean(left);
        rightMean = mean(right);
    }

    private static double mean(List<Sample> builds) {
        return Moments.of(builds.stream().map(Sample::mean).toList()).mean();
    }

    VarianceShares shares(String name, Levels seconds) {
        boolean several = left.size() > 1 && right.size() > 1;
        double inverse = all.stream().mapToDouble(Processes::inverseCount).average().orElseThrow();
        double iteration = within();
        double units = processMeans();
        // Errors of the ratio: of both sides together, whatever is below counted in.
        double fromUnits = units * (perUnit(left) + perUnit(right));
        double fromIterations =
                Math.min(iteration * inverse * (perUnit(left) + perUnit(right)), fromUnits);
        double betweenBuilds =
                several ? variance(left) / left.size() + variance(right) / right.size() : 0;
        double build = several ? Math.max(0, pooledBuilds() - units * meanInverseSize()) : 0;
        return new VarianceShares(
                name,
                several,
                new Levels(build, Math.max(0, units - iteration * inverse), iteration),
                new Levels(
                        Math.max(0, betweenBuilds - fromUnits),
                        fromUnits - fromIterations,
                        fromIterations),
                new Levels(
                        (left.size() + right.size()) / 2.0,
                        all.stream().mapToInt(one -> one.values().size()).average().orElseThrow(),
                        1 / inverse),
                seconds);
    }

    /// Of values inside their processes.
    private double within() {
        double squares = 0;
        double degrees = 0;
        for (int i = 0; i < all.size(); i++) {
            double mean = i < left.size() ? leftMean : rightMean;
            squares += all.get(i).squaresWithin() / (mean * mean);
            degrees += all.get(i).degreesWithin();
        }
        return degrees == 0 ? 0 : squares / degrees;
    }

    /// Of means of processes inside their builds. In shared rounds it is the interaction of image
    /// and round, so that drift does not count.
    private double processMeans() {
        var deviations = new ArrayList<double[]>();
        for (var sample : left) {
            deviations.add(deviations(sample, leftMean));
        }
        for (var sample : right) {
            deviations.add(deviations(sample, rightMean));
        }
        double degrees = deviations.stream().mapToInt(one -> one.length - 1).sum();
        if (degrees == 0) {
            return 0;
        }
        if (!left.getFirst().rounds().isEmpty()) {
            int rounds = deviations.getFirst().length;
            for (int r = 0; r < rounds; r++) {
                int round = r;
                double common =
                        deviations.stream().mapToDouble(one -> one[round]).average().orElseThrow();
                deviations.forEach(one -> one[round] -= common);
            }
            degrees -= rounds - 1;
        }
        return deviations.stream().flatMapToDouble(Arrays::stream).map(one -> one * one).sum()
                / degrees;
    }

    private static double[] deviations(Sample sample, double scale) {
        double mean = sample.mean();
        var means = sample.rounds().isEmpty() ? sample.means() : sample.byRound().values();
        return means.stream().mapToDouble(one -> (one - mean) / scale).toArray();
    }

    /// What a variance of one unit leaves in the mean of the side.
    private static double perUnit(List<Sample> builds) {
        double inverse =
                builds.stream().mapToDouble(one -> 1.0 / one.size()).average().orElseThrow();
        return inverse / builds.size();
    }

    private double meanInverseSize() {
        return Stream.concat(left.stream(), right.stream())
                .mapToDouble(one -> 1.0 / one.size())
                .average()
                .orElseThrow();
    }

    private static double variance(List<Sample> builds) {
        var moments = Moments.of(builds.stream().map(Sample::mean).toList());
        return moments.variance() / (moments.mean() * moments.mean());
    }

    private double pooledBuilds() {
        double degreesLeft = left.size() - 1;
        double degreesRight = right.size() - 1;
        return (degreesLeft * variance(left) + degreesRight * variance(right))
                / (degreesLeft + degreesRight);
    }
}
