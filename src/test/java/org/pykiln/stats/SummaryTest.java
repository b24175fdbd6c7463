package org.pykiln.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.stats.RatioEstimate.Method;

class SummaryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
"""
0.9259 | 0.9174 | 0.9434 | FASTER | 13 | 0 | 1 | o3 is 1.08x faster than o2 (95 %: 1.06–1.09x) on 14 datapoints; 1 is not resolved.
1.25   | 1.2    | 1.3    | SLOWER | 0 | 14 | 0 | o3 is 1.25x slower than o2 (95 %: 1.20–1.30x) on 14 datapoints.
1.25   | 1.2    | 1.3    | SLOWER | 2 | 9 | 3 | o3 is 1.25x slower than o2 (95 %: 1.20–1.30x) on 14 datapoints; on 2 it is faster; 3 are not resolved.
0.9966 | 0.9950 | 0.9982 | FASTER | 0 | 0 | 2 | o3 is 1.003x faster than o2 (95 %: 1.002–1.005x) on 2 datapoints; 2 are not resolved.
0.9990 | 0.9950 | 1.0020 | SAME | 1 | 2 | 0 | o3 and o2 show no difference beyond ±1 % (1.00x the time, 95 %: 0.99–1.00x) on 3 datapoints; on 1 it is faster; on 2 it is slower.
0.9990 | 0.9986 | 0.9994 | SAME | 0 | 0 | 0 | o3 and o2 show no difference beyond ±1 % (0.9990x the time, 95 %: 0.9986–0.9994x) on 0 datapoints.
0.945  | 0.942  | 0.9449 | FASTER | 2 | 0 | 0 | o3 is 1.058x faster than o2 (95 %: 1.058–1.062x) on 2 datapoints.
0.98   | 0.95   | 1.011  | UNRESOLVED | 0 | 0 | 2 | It is not resolved whether o3 is faster or slower than o2 (0.98x the time, 95 %: 0.95–1.01x) on 2 datapoints; 2 are not resolved.
""")
    void sentence(
            double ratio,
            double low,
            double high,
            Verdict verdict,
            int faster,
            int slower,
            int open,
            String expected) {
        var estimate =
                new RatioEstimate(
                        ratio, new Interval(low, high), Method.INDEPENDENT, 0.01, 10, 0.01);
        var rows = new ArrayList<Row>();
        add(rows, faster, Verdict.FASTER, estimate);
        add(rows, slower, Verdict.SLOWER, estimate);
        add(rows, open, Verdict.UNRESOLVED, estimate);
        assertThat(sentence(estimate, verdict, rows)).isEqualTo(expected);
    }

    @Test
    void oneProcessSaysSo() {
        var estimate = RatioEstimate.withoutInterval(Math.log(0.5));
        var rows = new ArrayList<Row>();
        add(rows, 1, Verdict.UNRESOLVED, estimate);
        assertThat(sentence(estimate, Verdict.UNRESOLVED, rows))
                .isEqualTo(
                        "It is not resolved whether o3 is faster or slower than o2 (0.50x the time;"
                                + " no interval from a single process) on 1 datapoint.");
    }

    @Test
    void rowsAreNamed() {
        var estimate =
                new RatioEstimate(
                        0.8, new Interval(0.78, 0.82), Method.INDEPENDENT, 0.01, 10, 0.001);
        var row = new Row("nbody", 5, 5, 1, 0.8, estimate, 0.01, Verdict.FASTER);
        var candidate =
                new CandidateComparison(
                        "o3", estimate, 0.01, Verdict.FASTER, List.of(row), List.of());
        var comparison = new Comparison("o2", EquivalenceZone.ONE_PERCENT, List.of(candidate));
        assertThat(Summary.of(comparison, candidate, row))
                .isEqualTo("nbody: o3 is 1.25x faster than o2 (95 %: 1.22–1.28x).");
    }

    private static String sentence(RatioEstimate estimate, Verdict verdict, List<Row> rows) {
        var candidate = new CandidateComparison("o3", estimate, 0.01, verdict, rows, List.of());
        return Summary.of(
                new Comparison("o2", EquivalenceZone.ONE_PERCENT, List.of(candidate)), candidate);
    }

    private static void add(List<Row> rows, int count, Verdict verdict, RatioEstimate estimate) {
        for (int i = 0; i < count; i++) {
            rows.add(new Row("d" + rows.size(), 5, 5, 1, 1, estimate, 1, verdict));
        }
    }
}
