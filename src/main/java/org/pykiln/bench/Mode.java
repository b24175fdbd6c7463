package org.pykiln.bench;

/// How much a session measures: units of each datapoint on each image, and values in each unit.
///
/// A pyperf value lasts at least [#minTimeMillis]. Standard and rigorous are what pyperformance
/// does by default and with `--rigorous`. Quick spends its time on processes rather than on values,
/// because values of one process are correlated and intervals rest on processes; six is the fewest
/// that give two and three images balanced positions.
public enum Mode {
    QUICK(6, 1, 3, 100),
    STANDARD(20, 1, 3, 100),
    RIGOROUS(40, 1, 3, 100);

    private final int rounds;
    private final int warmups;
    private final int values;
    private final int minTimeMillis;

    Mode(int rounds, int warmups, int values, int minTimeMillis) {
        this.rounds = rounds;
        this.warmups = warmups;
        this.values = values;
        this.minTimeMillis = minTimeMillis;
    }

    /// Units of each datapoint on each image.
    public int rounds() {
        return rounds;
    }

    /// Values at the start of a unit that do not count.
    public int warmups() {
        return warmups;
    }

    public int valuesPerUnit() {
        return values;
    }

    public int minTimeMillis() {
        return minTimeMillis;
    }
}
