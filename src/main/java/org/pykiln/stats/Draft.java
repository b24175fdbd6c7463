package org.pykiln.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;

/// A candidate before its claims are corrected together with those of the other candidates.
record Draft(
        Variant baseline,
        Variant candidate,
        SequencedMap<String, Contrast> contrasts,
        List<String> unmatched,
        RatioEstimate geomean) {

    static Draft of(Variant baseline, Variant candidate) {
        var contrasts = new LinkedHashMap<String, Contrast>();
        var unmatched = new LinkedHashSet<>(baseline.anyDatapoints());
        unmatched.addAll(candidate.anyDatapoints());
        var shared = new LinkedHashSet<>(baseline.datapoints());
        shared.retainAll(candidate.datapoints());
        unmatched.removeAll(shared);
        for (String name : shared) {
            contrasts.put(name, Contrast.of(baseline.samples(name), candidate.samples(name)));
        }
        if (contrasts.isEmpty()) {
            throw new IllegalArgumentException(
                    baseline.name() + " and " + candidate.name() + " share no datapoint");
        }
        var geomean = GeometricMean.of(List.copyOf(contrasts.values()));
        return new Draft(baseline, candidate, contrasts, List.copyOf(unmatched), geomean);
    }

    /// With one row the geometric mean is that row, and no claim of its own.
    boolean hasHeadline() {
        return contrasts.size() > 1;
    }

    /// The claims of this candidate: the headline, if any, then the rows.
    List<Holm.Claim> claims(double headWeight, double rowWeight) {
        var claims = new ArrayList<Holm.Claim>();
        if (hasHeadline()) {
            claims.add(new Holm.Claim(geomean.pValue(), headWeight));
        }
        for (var contrast : contrasts.values()) {
            claims.add(new Holm.Claim(contrast.estimate().pValue(), rowWeight));
        }
        return claims;
    }

    /// @param adjusted p-values of [#claims], in their order
    CandidateComparison judge(List<Double> adjusted, EquivalenceZone zone) {
        int offset = hasHeadline() ? 1 : 0;
        var rows = new ArrayList<Row>();
        contrasts.forEach((name, contrast) -> {
            var estimate = contrast.estimate();
            double p = adjusted.get(offset + rows.size());
            rows.add(
                    new Row(
                            name,
                            contrast.baseline().size(),
                            contrast.candidate().size(),
                            contrast.baselineMean(),
                            contrast.candidateMean(),
                            estimate,
                            p,
                            Analysis.judge(estimate, p, zone)));
        });
        double p = adjusted.getFirst();
        var verdict = Analysis.judge(geomean, p, zone);
        return new CandidateComparison(
                candidate.name(),
                new Builds(baseline.builds().size(), candidate.builds().size()),
                geomean,
                p,
                verdict,
                rows,
                unmatched);
    }
}
