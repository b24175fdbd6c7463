package org.pykiln.pyperf;

import java.math.BigInteger;
import java.util.List;

/// A non-negative or negative exact fraction times a power of two, for sums whose only rounding is
/// the last step. Python's `statistics` and `math.fsum` compute this way.
///
/// Correctly rounded as long as the result is no subnormal double.
record Fraction(BigInteger numerator, BigInteger denominator, int twos) {
    /// Enough bits that rounding the quotient, marked sticky, rounds the fraction.
    private static final int QUOTIENT_BITS = 66;

    private static final int MANTISSA_BITS = 52;
    private static final int SMALLEST_EXPONENT = -1074;

    /// The numbers as integers in units of 2^`twos`.
    record Scaled(List<BigInteger> units, int twos) {
        BigInteger sum() {
            return units.stream().reduce(BigInteger.ZERO, BigInteger::add);
        }

        BigInteger sumOfSquares() {
            return units.stream()
                    .map(unit -> unit.multiply(unit))
                    .reduce(BigInteger.ZERO, BigInteger::add);
        }
    }

    static Scaled scale(List<? extends Number> numbers) {
        int twos = numbers.stream().mapToInt(Fraction::exponent).min().orElse(0);
        return new Scaled(
                numbers.stream()
                        .map(number -> mantissa(number).shiftLeft(exponent(number) - twos))
                        .toList(),
                twos);
    }

    private static int exponent(Number number) {
        return number instanceof Double real
                ? Math.max(Math.getExponent(real) - MANTISSA_BITS, SMALLEST_EXPONENT)
                : 0;
    }

    private static BigInteger mantissa(Number number) {
        return BigInteger.valueOf(
                number instanceof Double real
                        ? (long) Math.scalb(real, -exponent(number))
                        : number.longValue());
    }

    double toDouble() {
        int shift = QUOTIENT_BITS - (numerator.abs().bitLength() - denominator.bitLength());
        BigInteger quotient = quotient(numerator.abs(), denominator, shift);
        double magnitude = Math.scalb(quotient.doubleValue(), twos - shift);
        return numerator.signum() < 0 ? -magnitude : magnitude;
    }

    double squareRoot() {
        int shift = 2 * QUOTIENT_BITS - (numerator.bitLength() - denominator.bitLength());
        shift += (shift - twos) & 1;
        BigInteger square = quotient(numerator, denominator, shift);
        BigInteger[] root = square.sqrtAndRemainder();
        BigInteger marked = root[1].signum() == 0 ? root[0] : root[0].setBit(0);
        return Math.scalb(marked.doubleValue(), (twos - shift) / 2);
    }

    /// The integer part, its lowest bit set if anything was cut off.
    private static BigInteger quotient(BigInteger numerator, BigInteger denominator, int shift) {
        BigInteger[] divided =
                shift >= 0
                        ? numerator.shiftLeft(shift).divideAndRemainder(denominator)
                        : numerator.divideAndRemainder(denominator.shiftLeft(-shift));
        return divided[1].signum() == 0 ? divided[0] : divided[0].setBit(0);
    }
}
