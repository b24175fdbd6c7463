package org.pykiln.stats;

import java.util.List;

/// The values of each process of one datapoint on one image.
///
/// @param values of each process, at least one of at least one process; all positive
/// @param rounds as in [Sample]
public record Processes(List<List<Double>> values, List<Integer> rounds) {

    public Processes {
        values = values.stream().map(List::copyOf).toList();
        rounds = List.copyOf(rounds);
    }

    /// Their means.
    public Sample sample() {
        return new Sample(values.stream().map(one -> Moments.of(one).mean()).toList(), rounds);
    }

    /// Squared deviations of values from the mean of their process.
    double squaresWithin() {
        return values.stream()
                .filter(one -> one.size() > 1)
                .map(Moments::of)
                .mapToDouble(one -> one.variance() * (one.n() - 1))
                .sum();
    }

    int degreesWithin() {
        return values.stream().mapToInt(one -> one.size() - 1).sum();
    }

    /// Mean of the inverse numbers of values: what a variance inside processes leaves in a mean.
    double inverseCount() {
        return values.stream().mapToDouble(one -> 1.0 / one.size()).average().orElseThrow();
    }
}
