package org.pykiln.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Interval;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Row;

/// A published comparison of two interpreters beside an own one, benchmark by benchmark;
/// [ReplayHtml], [ReplayMarkdown] and [ReplayJson] are its forms.
///
/// @param title of what was published
/// @param source where it was, and what is not known of it
/// @param own comparison, of the datapoints that were published alone; verdicts are corrected for
///   these
/// @param published by name of the datapoint
/// @param onlyOwn datapoints of the own session that were not published
public record Replay(
        String title,
        String source,
        Comparison own,
        SequencedMap<String, Published> published,
        List<String> onlyOwn) {

    /// Means that were printed, in seconds.
    public record Published(double baseline, double candidate) {
        private static final int PRINTED_DIGITS = 3;

        /// Below 1 the candidate is faster.
        public double ratio() {
            return candidate / baseline;
        }

        /// How far the ratio may be off because both means were printed with three digits, as a
        /// share.
        double rounding() {
            return (1 + half(candidate)) / (1 - half(baseline)) - 1;
        }

        private static double half(double printed) {
            double last = Math.pow(10, Math.floor(Math.log10(printed)) + 1 - PRINTED_DIGITS);
            return last / 2 / printed;
        }
    }

    public Replay {
        published = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(published));
        onlyOwn = List.copyOf(onlyOwn);
    }

    /// What was published of a datapoint of the own comparison.
    public Published published(Row row) {
        Published there = published.get(row.name());
        if (there == null) {
            throw new IllegalArgumentException(row.name() + " was not published");
        }
        return there;
    }

    /// Of the ratios of the benchmarks that the candidate has too.
    public double publishedGeomean(CandidateComparison candidate) {
        return Math.exp(
                common(candidate).mapToDouble(p -> Math.log(p.ratio())).average().orElseThrow());
    }

    private Stream<Published> common(CandidateComparison candidate) {
        return candidate.rows().stream().map(this::published);
    }

    /// Published benchmarks that were not measured on both images, in their order.
    public List<String> onlyPublished(CandidateComparison candidate) {
        List<String> here = candidate.rows().stream().map(Row::name).toList();
        return published.keySet().stream().filter(name -> !here.contains(name)).toList();
    }

    /// How many of the own intervals hold what was published, whatever was rounded off it.
    long holding(CandidateComparison candidate) {
        return candidate.rows().stream().filter(this::isHeld).count();
    }

    private boolean isHeld(Row row) {
        Interval interval = row.estimate().interval();
        Published there = published(row);
        return interval != null
                && interval.high() >= there.ratio() / (1 + there.rounding())
                && interval.low() <= there.ratio() * (1 + there.rounding());
    }

    /// Both geometric means in a sentence.
    public String sentence(CandidateComparison candidate) {
        Digits digits = Digits.of(own);
        RatioEstimate mean = candidate.geomean();
        int n = candidate.rows().size();
        return "On the %d %s that both have: %s the time as published, %s %s here (%s against %s)."
                .formatted(
                        n,
                        n == 1 ? "benchmark" : "benchmarks",
                        digits.ratio(publishedGeomean(candidate)),
                        digits.ratio(mean.ratio()),
                        digits.interval(mean.interval()),
                        candidate.name(),
                        own.baseline());
    }

    /// What a reader has to know before comparing the two columns.
    public List<String> cautions() {
        double rounding =
                own.candidates().stream()
                        .flatMap(this::common)
                        .mapToDouble(Published::rounding)
                        .max()
                        .orElse(0);
        return List.of(
                source,
                String.format(
                        Locale.ROOT,
                        "Rounding alone leaves each published ratio uncertain by up to ±%.1f %%; how"
                                + " far its runs were apart is not known. The intervals are of the own"
                                + " ratios alone.",
                        rounding * 100),
                "Benchmarks are matched by name. Some of them do other work today, on other versions"
                        + " of what they import; Python, compiler and machine are others too. A ratio"
                        + " that differs refutes neither.");
    }

    /// How many own intervals hold the published ratio, in a sentence.
    public String agreement(CandidateComparison candidate) {
        return "%d of %d own intervals hold the published ratio."
                .formatted(holding(candidate), candidate.rows().size());
    }
}
