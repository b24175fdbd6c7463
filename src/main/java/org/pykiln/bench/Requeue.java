package org.pykiln.bench;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which rounds of a session were disturbed and are measured again, for all images. Decided once,
/// when the rounds of the plan are done, and written before any of it is measured.
///
/// @param judged rounds of the plan that were looked at
/// @param disturbed by datapoint, the rounds with the reason
public record Requeue(int judged, SortedMap<String, SortedMap<Integer, String>> disturbed) {
    /// Nothing was looked at.
    static final Requeue NONE = new Requeue(0, Collections.emptySortedMap());

    /// An extra round has the number of the one that it stands for, and this; so it stays what it
    /// is when the plan gets more rounds.
    private static final int EXTRA = 100_000;

    public Requeue {
        SortedMap<String, SortedMap<Integer, String>> copy = new TreeMap<>();
        disturbed.forEach((datapoint, rounds) ->
                copy.put(datapoint, Collections.unmodifiableSortedMap(new TreeMap<>(rounds))));
        disturbed = Collections.unmodifiableSortedMap(copy);
    }

    /// The number of the round that is measured in place of a disturbed one.
    static int extra(int round) {
        return EXTRA + round;
    }

    /// Whether a round is one of the plan's, or stands for one.
    static boolean counts(int round, int planned) {
        return round <= planned || round > EXTRA && round - EXTRA <= planned;
    }

    /// Whether a round of the plan was disturbed, so that nothing of it is compared.
    public boolean sets(String datapoint, int round) {
        return of(datapoint).containsKey(round);
    }

    /// The disturbed round in whose place this one was measured; empty for a round of the plan.
    public static OptionalInt standsFor(int round) {
        return round > EXTRA ? OptionalInt.of(round - EXTRA) : OptionalInt.empty();
    }

    /// A round for people: `round 7`, or `the extra round for 7`.
    public static String text(int round) {
        OptionalInt disturbed = standsFor(round);
        return disturbed.isPresent()
                ? "the extra round for " + disturbed.getAsInt()
                : "round " + round;
    }

    SortedMap<Integer, String> of(String datapoint) {
        return disturbed.getOrDefault(datapoint, Collections.emptySortedMap());
    }

    /// What was decided, for people; empty where nothing is measured again.
    public String text() {
        return switch (rounds()) {
            case 0 -> "";
            case 1 -> "1 disturbed round is measured again";
            default -> rounds() + " disturbed rounds are measured again";
        };
    }

    /// How many rounds are measured again.
    public int rounds() {
        return disturbed.values().stream().mapToInt(Map::size).sum();
    }
}
