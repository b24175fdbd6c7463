package org.pykiln.stats;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// What sessions say in which an image was compared with itself. The truth is known there: every
/// ratio is 1, and every claim of a difference is false.
///
/// The session is what is counted. The rows of one session share its minutes, so they are shown and
/// nothing is concluded from their number.
///
/// @param sessions at least one; the image against itself, in each
public record SelfTest(List<CandidateComparison> sessions) {
    /// A machine on which claims are this unlikely does not keep the promise.
    private static final double IMPLAUSIBLE = 0.01;

    public SelfTest {
        sessions = List.copyOf(sessions);
        if (sessions.isEmpty()) {
            throw new IllegalArgumentException("a self-test has at least one session");
        }
    }

    /// What the session claims: names of datapoints, and `geometric mean`.
    public static List<String> claims(CandidateComparison session) {
        return Stream.concat(
                        session.rows().stream()
                                .filter(row -> isClaim(row.verdict()))
                                .map(Row::name),
                        isClaim(session.verdict()) && session.rows().size() > 1
                                ? Stream.of("geometric mean")
                                : Stream.of())
                .toList();
    }

    /// Sessions with any claim.
    public int claiming() {
        return (int) sessions.stream().filter(session -> !claims(session).isEmpty()).count();
    }

    /// Intervals of datapoints, of all sessions.
    public int intervals() {
        return (int) estimates().filter(SelfTest::hasInterval).count();
    }

    /// Those of them that hold 1.
    public int holding() {
        return (int) estimates().filter(SelfTest::holdsOne).count();
    }

    /// Intervals of geometric means that hold 1.
    public int headlinesHolding() {
        return (int)
                sessions.stream()
                        .map(CandidateComparison::geomean)
                        .filter(SelfTest::holdsOne)
                        .count();
    }

    /// Chance of as many claiming sessions, or more, where each claims with the 5 % of the promise.
    public double chance() {
        return BinomialDistribution.of(sessions.size(), Analysis.ERROR)
                .survivalProbability(claiming() - 1);
    }

    public boolean keepsThePromise() {
        return chance() >= IMPLAUSIBLE;
    }

    private Stream<RatioEstimate> estimates() {
        return sessions.stream().flatMap(session -> session.rows().stream()).map(Row::estimate);
    }

    private static boolean hasInterval(RatioEstimate estimate) {
        return estimate.interval() != null;
    }

    private static boolean holdsOne(RatioEstimate estimate) {
        var interval = estimate.interval();
        return interval != null && interval.contains(1);
    }

    private static boolean isClaim(Verdict verdict) {
        return verdict == Verdict.FASTER || verdict == Verdict.SLOWER;
    }
}
