package org.pykiln.stats;

import java.util.ArrayList;
import java.util.List;

/// Compares images by their process means.
///
/// **Level.** Of variants with several builds on both sides the build is the unit of inference;
/// else the process is, and the numbers speak of these images alone ([Builds]).
///
/// **Ratio.** Arithmetic mean of the candidate's process means over that of the baseline's: the
/// number pyperf prints, whichever method gives the error. **Interval.** 95 %, symmetric on the log
/// scale: paired by round if both sides share at least six rounds, else Welch's. **Geometric
/// mean.** Of the ratios; its error is taken from the rounds if all rows are paired, else row by
/// row.
///
/// **Verdict.** Taken in this order:
/// 1. no interval: *unresolved*;
/// 2. the interval lies in the equivalence zone: *same*, even if it excludes 1;
/// 3. the adjusted p-value of "no difference" is at most 5 %: *faster* below 1, *slower* above;
/// 4. else *unresolved*, which includes intervals that exclude 1 only before the correction.
///
/// **Correction.** Weighted Holm over every claim of the comparison, half of the 5 % on the
/// geometric means and half on the rows: images that do not differ show any *faster* or *slower*,
/// headline included, in at most 5 % of comparisons.
public final class Analysis {

    /// Chance that a comparison of equal images says *faster* or *slower* anywhere.
    public static final double ERROR = 0.05;

    private Analysis() {}

    /// Compares each candidate with the baseline.
    ///
    /// @throws IllegalArgumentException if a candidate shares no datapoint with the baseline
    public static Comparison compare(
            Measurements baseline, List<Measurements> candidates, EquivalenceZone zone) {
        return compareVariants(
                Variant.of(baseline), candidates.stream().map(Variant::of).toList(), zone);
    }

    /// Compares each candidate with the baseline, by all of their builds. Where both have several,
    /// the mean of a build is the independent unit (Welch), of each row and of the geometric mean.
    ///
    /// @throws IllegalArgumentException if a candidate shares no datapoint with the baseline
    public static Comparison compareVariants(
            Variant baseline, List<Variant> candidates, EquivalenceZone zone) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException(
                    "a comparison needs a candidate beside " + baseline.name());
        }
        var drafts = candidates.stream().map(candidate -> Draft.of(baseline, candidate)).toList();
        return new Comparison(baseline.name(), zone, judge(drafts, zone));
    }

    /// Compares pairs, each a comparison with one candidate. All claims are one family: variants
    /// that do not differ show any *faster* or *slower*, in whichever pair, in at most 5 % of
    /// cases.
    ///
    /// @throws IllegalArgumentException if the two of a pair share no datapoint
    public static List<Comparison> comparePairs(List<VariantPair> pairs, EquivalenceZone zone) {
        var drafts =
                pairs.stream().map(pair -> Draft.of(pair.baseline(), pair.candidate())).toList();
        var judged = judge(drafts, zone);
        var comparisons = new ArrayList<Comparison>();
        for (int i = 0; i < pairs.size(); i++) {
            String baseline = pairs.get(i).baseline().name();
            comparisons.add(new Comparison(baseline, zone, List.of(judged.get(i))));
        }
        return comparisons;
    }

    /// The ratio of one datapoint, and how exactly it is known: what a session asks while it runs.
    public static RatioEstimate ratio(Sample baseline, Sample candidate) {
        return Contrast.of(baseline, candidate).estimate();
    }

    /// Corrects all claims of the drafts together.
    static List<CandidateComparison> judge(List<Draft> drafts, EquivalenceZone zone) {
        long heads = drafts.stream().filter(Draft::hasHeadline).count();
        long rows = drafts.stream().mapToLong(draft -> draft.contrasts().size()).sum();
        double headWeight = heads == 0 ? 0 : 0.5 / heads;
        double rowWeight = (heads == 0 ? 1.0 : 0.5) / rows;
        var claims =
                drafts.stream().flatMap(d -> d.claims(headWeight, rowWeight).stream()).toList();
        var adjusted = Holm.adjust(claims);
        var judged = new ArrayList<CandidateComparison>();
        int from = 0;
        for (var draft : drafts) {
            int to = from + draft.contrasts().size() + (draft.hasHeadline() ? 1 : 0);
            judged.add(draft.judge(adjusted.subList(from, to), zone));
            from = to;
        }
        return judged;
    }

    static Verdict judge(RatioEstimate estimate, double adjustedP, EquivalenceZone zone) {
        if (estimate.interval() == null) {
            return Verdict.UNRESOLVED;
        }
        if (estimate.interval().inside(zone.interval())) {
            return Verdict.SAME;
        }
        if (adjustedP > ERROR) {
            return Verdict.UNRESOLVED;
        }
        return estimate.ratio() < 1 ? Verdict.FASTER : Verdict.SLOWER;
    }
}
