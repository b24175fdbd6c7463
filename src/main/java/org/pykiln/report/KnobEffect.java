package org.pykiln.report;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Summary;

/// What one knob is worth: images grouped by its value, and each pair of them that differs in
/// nothing else. A pair that differs in more says nothing of the knob and is only counted.
///
/// @param knob its id
/// @param groups the values that the images have, the baseline's first
/// @param pairs all of one family for the correction; may be empty
/// @param confounded number of pairs that differ in the knob and in other knobs too
/// @param leftOut images or pairs that could not be looked at, and why, a sentence each
public record KnobEffect(
        String knob, List<Group> groups, List<Pair> pairs, int confounded, List<String> leftOut) {

    public KnobEffect {
        groups = List.copyOf(groups);
        pairs = List.copyOf(pairs);
        leftOut = List.copyOf(leftOut);
    }

    /// The images that have one value of the knob.
    ///
    /// @param value as preset files write it
    public record Group(String value, List<String> images) {
        public Group {
            images = List.copyOf(images);
        }

        public String text() {
            return "%s: %s"
                    .formatted(value.isEmpty() ? "(empty)" : value, String.join(", ", images));
        }
    }

    /// Two images that differ in the knob alone.
    ///
    /// @param from value of the baseline of the comparison
    /// @param to value of its candidate, of which there is one
    public record Pair(String from, String to, Comparison comparison) {
        public CandidateComparison candidate() {
            return comparison.candidates().getFirst();
        }

        /// Such as `off → full`.
        public String turn() {
            return "%s → %s".formatted(from, to);
        }

        public String sentence() {
            return "%s: %s".formatted(turn(), Summary.of(comparison, candidate()));
        }
    }

    /// How many pairs there are, and how many are not shown.
    public String sentence() {
        int all = pairs.size() + confounded;
        String shown =
                pairs.isEmpty()
                        ? "none of them differs in nothing else, so these images do not tell its"
                                + " effect"
                        : "%d %s in nothing else and %s its effect"
                                .formatted(
                                        pairs.size(),
                                        pairs.size() == 1 ? "differs" : "differ",
                                        pairs.size() == 1 ? "shows" : "show");
        String rest =
                confounded == 0 || pairs.isEmpty()
                        ? ""
                        : "; %d %s in other knobs too and %s not shown"
                                .formatted(
                                        confounded,
                                        confounded == 1 ? "differs" : "differ",
                                        confounded == 1 ? "is" : "are");
        return "%d %s of images %s in %s: %s%s."
                .formatted(
                        all,
                        all == 1 ? "pair" : "pairs",
                        all == 1 ? "differs" : "differ",
                        knob,
                        shown,
                        rest);
    }

    /// One precision for all pairs.
    public Digits digits() {
        if (pairs.isEmpty()) {
            return Digits.FEW;
        }
        Comparison first = pairs.getFirst().comparison();
        return Digits.of(
                new Comparison(
                        first.baseline(),
                        first.zone(),
                        pairs.stream().map(Pair::candidate).toList()));
    }

    /// As a GitHub-flavoured Markdown table with what has to be known of it.
    public String markdown() {
        var out = new StringBuilder();
        var digits = digits();
        out.append(MarkdownReport.escape(sentence())).append("\n\n");
        MarkdownReport.line(
                out,
                List.of(knob, "from", "to", "datapoints", "ratio", "95 % interval", "verdict"));
        out.append("|---|---|---|--:|--:|--:|---|\n");
        for (Pair pair : pairs) {
            var candidate = pair.candidate();
            MarkdownReport.line(
                    out,
                    List.of(
                            MarkdownReport.escape(pair.turn()),
                            MarkdownReport.escape(pair.comparison().baseline()),
                            MarkdownReport.escape(candidate.name()),
                            Integer.toString(candidate.rows().size()),
                            digits.ratio(candidate.geomean().ratio()),
                            digits.interval(candidate.geomean().interval()),
                            candidate.verdict().label()));
        }
        notes().forEach(note -> out.append("\n").append(MarkdownReport.escape(note)).append('\n'));
        return out.toString();
    }

    /// How the numbers came about, and what is missing.
    public List<String> notes() {
        var notes = new ArrayList<>(leftOut);
        if (!pairs.isEmpty()) {
            notes.add(
                    "Ratio: geometric mean of the times with the second value / with the first;"
                            + " below 1 the second is faster. Corrected for all pairs and datapoints"
                            + " together (weighted Holm).");
        }
        return notes;
    }
}
