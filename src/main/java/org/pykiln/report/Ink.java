package org.pykiln.report;

import java.util.List;
import org.pykiln.stats.Verdict;

/// What a mark means; never a colour.
public enum Ink {
    /// Names and numbers.
    TEXT,
    /// Titles of axes and other text that may stand back.
    MUTED,
    /// The line at 1.00x and rules.
    AXIS,
    /// Lines at the ticks.
    GRID,
    /// Every second row, to guide the eye.
    STRIPE,
    /// The equivalence zone.
    ZONE,
    FASTER,
    SLOWER,
    /// Same and not resolved.
    NEUTRAL,
    /// What builds contribute to an error.
    BUILD,
    /// What processes contribute to an error.
    PROCESS,
    /// What iterations contribute to an error.
    ITERATION,
    /// The first image, and every eighth after it.
    IMAGE_1,
    IMAGE_2,
    IMAGE_3,
    IMAGE_4,
    IMAGE_5,
    IMAGE_6,
    IMAGE_7,
    IMAGE_8;

    private static final List<Ink> IMAGES =
            List.of(IMAGE_1, IMAGE_2, IMAGE_3, IMAGE_4, IMAGE_5, IMAGE_6, IMAGE_7, IMAGE_8);

    /// The inks that tell images apart, in order.
    static List<Ink> images() {
        return IMAGES;
    }

    /// The ink of a verdict.
    public static Ink of(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> FASTER;
            case SLOWER -> SLOWER;
            case SAME, UNRESOLVED -> NEUTRAL;
        };
    }
}
