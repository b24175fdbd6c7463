package org.pykiln.pyperf;

import java.util.OptionalInt;

/// How a histogram is drawn.
///
/// @param bins `-n`; empty for as many as fit the terminal, at most 25
/// @param extend `--extend`: use the whole terminal
/// @param columns of the terminal
/// @param lines of the terminal
public record HistogramOptions(OptionalInt bins, boolean extend, int columns, int lines) {
    private static final int MOST_BINS = 25;
    private static final int LONGEST_BAR = 79;
    private static final int FEWEST = 3;

    public HistogramOptions {
        if (bins.isPresent() && bins.getAsInt() < 1) {
            throw new IllegalArgumentException("a histogram has at least one bin");
        }
    }

    int effectiveBins() {
        int fitting = Math.max(lines - FEWEST, FEWEST);
        return bins.orElse(extend ? fitting : Math.min(fitting, MOST_BINS));
    }

    /// @param taken columns before the bar
    int longestBar(int taken) {
        int free = columns - taken;
        return Math.max(extend ? free : Math.min(free, LONGEST_BAR), FEWEST);
    }
}
