package org.pykiln.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Simulated units with lognormal noise: a factor of the process times a factor of each value.
record Noise(SplittableRandom random, double cv, double icc, int values) {

    /// What one datapoint of one image might give: the values of each process.
    List<double[]> processes(double mean, int n, double[] rounds) {
        double sigma2 = Math.log1p(cv * cv);
        double between = Math.sqrt(sigma2 * icc);
        double within = Math.sqrt(sigma2 * (1 - icc));
        var processes = new ArrayList<double[]>();
        for (int i = 0; i < n; i++) {
            double process = between * random.nextGaussian() - sigma2 / 2;
            var measured = new double[values];
            for (int k = 0; k < values; k++) {
                measured[k] = mean * rounds[i] * Math.exp(process + within * random.nextGaussian());
            }
            processes.add(measured);
        }
        return processes;
    }

    Sample sample(double mean, int n) {
        return new Sample(means(processes(mean, n, still(n))), List.of());
    }

    /// Units of the rounds 0, 1, …, each slowed by what is given for its round.
    Sample sampleInRounds(double mean, double[] rounds) {
        int n = rounds.length;
        return new Sample(
                means(processes(mean, n, rounds)), IntStream.range(0, n).boxed().toList());
    }

    static List<Double> means(List<double[]> processes) {
        return processes.stream()
                .map(p -> IntStream.range(0, p.length).mapToDouble(i -> p[i]))
                .map(values -> values.average().orElseThrow())
                .toList();
    }

    static List<Double> pooled(List<double[]> processes) {
        return processes.stream()
                .flatMap(p -> IntStream.range(0, p.length).mapToObj(i -> p[i]))
                .toList();
    }

    static double[] still(int n) {
        return IntStream.range(0, n).mapToDouble(i -> 1).toArray();
    }

    /// A machine that gets 20 % slower during the session.
    static double[] heating(int n) {
        return IntStream.range(0, n).mapToDouble(i -> 1 + 0.2 * i / n).toArray();
    }

    /// A neighbour that is busy in the first half.
    static double[] busyNeighbour(int n) {
        return IntStream.range(0, n).mapToDouble(i -> i < n / 2 ? 1.3 : 1).toArray();
    }

    double[] wandering(int n) {
        var factors = new double[n];
        double log = 0;
        for (int i = 0; i < n; i++) {
            log += 0.02 * random.nextGaussian();
            factors[i] = Math.exp(log);
        }
        return factors;
    }
}
