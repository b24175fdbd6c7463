package org.pykiln.stats;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Where values are dense: a Gaussian kernel density of their logarithms, because process means
/// vary by shares. The bandwidth is Silverman's rule of thumb, `0.9 · min(s, IQR / 1.34) ·
/// n^(−1/5)` (Density Estimation, 1986, eq. 3.31).
///
/// @param logs logarithms of the values, sorted
/// @param bandwidth of the kernel, in logarithms: 0.01 is about 1 %
public record Density(List<Double> logs, double bandwidth) {

    /// Fewer values have no shape.
    private static final int FEWEST = 3;

    private static final double ROOT = Math.sqrt(2 * Math.PI);

    public Density {
        logs = List.copyOf(logs);
    }

    /// @param values positive
    /// @return nothing of fewer than three values, or of equal ones
    public static Optional<Density> of(Collection<Double> values) {
        var logs = values.stream().map(Math::log).sorted().toList();
        if (logs.size() < FEWEST) {
            return Optional.empty();
        }
        double deviation = Math.sqrt(Moments.of(logs).variance());
        double middle = (quantile(logs, 0.75) - quantile(logs, 0.25)) / 1.34;
        double spread = middle > 0 ? Math.min(deviation, middle) : deviation;
        double bandwidth = 0.9 * spread * Math.pow(logs.size(), -0.2);
        return bandwidth > 0 ? Optional.of(new Density(logs, bandwidth)) : Optional.empty();
    }

    private static double quantile(List<Double> sorted, double share) {
        double at = share * (sorted.size() - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
    }

    /// The density at a value, for one unit of its logarithm.
    public double at(double value) {
        double log = Math.log(value);
        double sum = 0;
        for (double one : logs) {
            double z = (log - one) / bandwidth;
            sum += Math.exp(-z * z / 2);
        }
        return sum / (logs.size() * bandwidth * ROOT);
    }
}
