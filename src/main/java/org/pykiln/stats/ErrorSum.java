package org.pykiln.stats;

/// The variance of a sum of independent estimates, with its degrees of freedom
/// (Welch–Satterthwaite).
final class ErrorSum {

    private double variance;
    private double fourth;
    private double allDegrees;

    void add(double addedVariance, double degreesOfFreedom) {
        variance += addedVariance;
        fourth += addedVariance * addedVariance / degreesOfFreedom;
        allDegrees += degreesOfFreedom;
    }

    double variance() {
        return variance;
    }

    double degreesOfFreedom() {
        return variance == 0 ? allDegrees : variance * variance / fourth;
    }
}
