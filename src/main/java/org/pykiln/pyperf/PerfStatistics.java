package org.pykiln.pyperf;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The numbers as pyperf 2.10.0 computes them, so that they agree with it to the last digit shown.
/// All functions pool the values of all runs; for intervals that respect processes see
/// `org.pykiln.stats`.
///
/// Sums are exact and rounded once, as in Python's `statistics`. A mean of integers that is an
/// integer stays one.
public final class PerfStatistics {
    /// pyperf's verdict: `t` is empty where its test fails (samples of unequal size, no variance,
    /// one value), and then it says *significant*.
    public record TTest(boolean significant, OptionalDouble t) {
        static final TTest FAILED = new TTest(true, OptionalDouble.empty());
    }

    /// 95 %, two-sided, by degrees of freedom from 1 to 30.
    private static final double[] CRITICAL = {
        0, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179,
        2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060,
        2.056, 2.052, 2.048, 2.045, 2.042
    };

    private PerfStatistics() {}

    /// `statistics.mean`: a `Long` if all values are integers and so is their mean, else a
    /// `Double`.
    public static Number mean(List<? extends Number> values) {
        requireValues(values);
        Fraction.Scaled scaled = Fraction.scale(values);
        BigInteger count = BigInteger.valueOf(values.size());
        if (values.stream().allMatch(Long.class::isInstance)) {
            BigInteger[] divided = scaled.sum().divideAndRemainder(count);
            if (divided[1].signum() == 0) {
                return divided[0].longValueExact();
            }
        }
        return new Fraction(scaled.sum(), count, scaled.twos()).toDouble();
    }

    /// `statistics.stdev`: of a sample (n − 1), at least two values.
    public static double stdev(List<? extends Number> values) {
        int n = values.size();
        if (n < 2) {
            throw new PerfDataException("stdev requires at least two data points");
        }
        Fraction.Scaled scaled = Fraction.scale(values);
        BigInteger sum = scaled.sum();
        BigInteger squares =
                BigInteger.valueOf(n).multiply(scaled.sumOfSquares()).subtract(sum.multiply(sum));
        BigInteger divisor = BigInteger.valueOf(n).multiply(BigInteger.valueOf(n - 1L));
        return new Fraction(squares, divisor, 2 * scaled.twos()).squareRoot();
    }

    /// `statistics.median`.
    public static Number median(List<? extends Number> values) {
        requireValues(values);
        List<? extends Number> sorted = sorted(values);
        int middle = sorted.size() / 2;
        if (sorted.size() % 2 == 1) {
            return sorted.get(middle);
        }
        Number low = sorted.get(middle - 1);
        Number high = sorted.get(middle);
        if (low instanceof Long a && high instanceof Long b) {
            return (a + b) / 2.0;
        }
        return (low.doubleValue() + high.doubleValue()) / 2;
    }

    /// The median of the distances from the median, not scaled.
    public static double medianAbsDev(List<? extends Number> values) {
        double median = median(values).doubleValue();
        return median(values.stream().map(value -> Math.abs(median - value.doubleValue())).toList())
                .doubleValue();
    }

    /// Linear between the neighbours; `percent` from 0 to 100.
    public static Number percentile(List<? extends Number> values, double percent) {
        requireValues(values);
        List<? extends Number> sorted = sorted(values);
        double k = (sorted.size() - 1) * (percent / 100.0);
        double floor = Math.floor(k);
        double ceiling = Math.ceil(k);
        if (floor == ceiling) {
            return sorted.get((int) k);
        }
        return sorted.get((int) floor).doubleValue() * (ceiling - k)
                + sorted.get((int) ceiling).doubleValue() * (k - floor);
    }

    /// Student's two-sample t-test with pyperf's table and its quirks: see [TTest].
    public static TTest tTest(List<? extends Number> first, List<? extends Number> second) {
        int n = first.size();
        if (n != second.size() || n < 2) {
            return TTest.FAILED;
        }
        int freedom = 2 * n - 2;
        Number mean1 = mean(first);
        Number mean2 = mean(second);
        double pooled = (squares(first, mean1) + squares(second, mean2)) / freedom;
        double error = pooled / n;
        if (error == 0) {
            return TTest.FAILED;
        }
        double t = difference(mean1, mean2) / Math.sqrt(error * 2);
        return new TTest(Math.abs(t) >= critical(freedom), OptionalDouble.of(t));
    }

    private static double squares(List<? extends Number> values, Number mean) {
        return fsum(
                values.stream()
                        .mapToDouble(value -> {
                            double distance = difference(value, mean);
                            return distance * distance;
                        })
                        .toArray());
    }

    private static double difference(Number a, Number b) {
        return a instanceof Long x && b instanceof Long y
                ? (double) (x - y)
                : a.doubleValue() - b.doubleValue();
    }

    static double critical(int freedom) {
        if (freedom >= 200) {
            return 1.960;
        }
        if (freedom >= 100) {
            return 1.984;
        }
        if (freedom >= 80) {
            return 1.990;
        }
        if (freedom >= 60) {
            return 2.000;
        }
        if (freedom >= 50) {
            return 2.009;
        }
        if (freedom >= 40) {
            return 2.021;
        }
        return CRITICAL[Math.min(freedom, CRITICAL.length - 1)];
    }

    /// `exp(mean(log x))`.
    public static double geometricMean(double... values) {
        if (values.length == 0) {
            throw new PerfDataException("empty data");
        }
        return Math.exp(fsum(Arrays.stream(values).map(Math::log).toArray()) / values.length);
    }

    /// How many processes would give 95 % certainty of less than 1 % variation; empty if fewer than
    /// two runs have values.
    public static OptionalLong requiredProcesses(PerfBenchmark benchmark) {
        List<Number> means = benchmark.valueRuns().stream().map(run -> mean(run.values())).toList();
        if (means.size() < 2) {
            return OptionalLong.empty();
        }
        double mean =
                fsum(means.stream().mapToDouble(Number::doubleValue).toArray()) / means.size();
        double sigma = stdev(means) / mean;
        double z = 1.96;
        double w = 0.01;
        return OptionalLong.of((long) Math.ceil(4 * (z * z) * (sigma * sigma) / (w * w)));
    }

    /// `math.fsum`: the exact sum, rounded once.
    static double fsum(double... values) {
        Fraction.Scaled scaled = Fraction.scale(Arrays.stream(values).boxed().toList());
        return new Fraction(scaled.sum(), BigInteger.ONE, scaled.twos()).toDouble();
    }

    private static List<? extends Number> sorted(List<? extends Number> values) {
        return values.stream().sorted(Comparator.comparingDouble(Number::doubleValue)).toList();
    }

    private static void requireValues(List<? extends Number> values) {
        if (values.isEmpty()) {
            throw new PerfDataException("mean requires at least one data point");
        }
    }
}
