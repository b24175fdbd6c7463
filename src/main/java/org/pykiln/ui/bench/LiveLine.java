package org.pykiln.ui.bench;

import org.jspecify.annotations.Nullable;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Verdict;
import org.pykiln.ui.common.Texts;

/// A datapoint of a session that is being measured, on one candidate.
///
/// @param image that is compared with the baseline; the baseline where there is no other
/// @param done rounds that all images concerned have
/// @param rounds of the plan
/// @param estimate of what there is so far; null before there is any
/// @param verdict null before the last round: looked at after each, any difference is significant
///   at some time
public record LiveLine(
        String datapoint,
        String image,
        int done,
        int rounds,
        @Nullable RatioEstimate estimate,
        @Nullable Verdict verdict) {
    String doneText() {
        return done + " / " + rounds;
    }

    String ratioText() {
        return estimate == null ? "" : Texts.ratio(estimate);
    }

    String intervalText() {
        return estimate == null ? "" : Texts.interval(estimate);
    }

    String verdictText() {
        return verdict == null ? "" : verdict.label();
    }
}
