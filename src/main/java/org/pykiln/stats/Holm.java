package org.pykiln.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Holm's step-down correction with weights (Holm 1979): whatever the dependence between the
/// claims, the chance that any true null hypothesis has an adjusted p-value ≤ α is at most α.
final class Holm {

    /// @param weight share of the error that is spent on the claim; the sum of all is at most 1
    record Claim(double p, double weight) {}

    private Holm() {}

    /// Adjusted p-values, in the order of the claims.
    static List<Double> adjust(List<Claim> claims) {
        var order =
                IntStream.range(0, claims.size())
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble(
                                        i -> claims.get(i).p() / claims.get(i).weight()))
                        .toList();
        double left = claims.stream().mapToDouble(Claim::weight).sum();
        double highest = 0;
        var adjusted = new double[claims.size()];
        for (int i : order) {
            var claim = claims.get(i);
            highest = Math.max(highest, Math.min(1, left * claim.p() / claim.weight()));
            adjusted[i] = highest;
            left -= claim.weight();
        }
        return Arrays.stream(adjusted).boxed().toList();
    }
}
