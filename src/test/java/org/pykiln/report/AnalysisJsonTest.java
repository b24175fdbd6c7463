package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.EquivalenceZone;
import org.pykiln.stats.Interval;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.RatioEstimate.Method;
import org.pykiln.stats.Row;
import org.pykiln.stats.Verdict;
import org.pykiln.testing.Golden;

/// Numbers are given and not computed, so that the last digit is the same on every processor.
class AnalysisJsonTest {

    private static final RatioEstimate FASTER =
            new RatioEstimate(
                    0.8125, new Interval(0.8, 0.825), Method.PAIRED_BY_ROUND, 0.007, 9, 0);
    private static final RatioEstimate UNKNOWN =
            new RatioEstimate(1.04, null, Method.NONE, Double.NaN, Double.NaN, 1);

    @Test
    void json() {
        Golden.check(
                "report/analysis.json",
                AnalysisJson.of(comparison(), List.of("Turbo is on.")).text());
    }

    @Test
    void csv() {
        Golden.check("report/table.csv", CsvTable.of(comparison()));
    }

    @Test
    void jsonHoldsWhatScriptsRelyOn() throws Exception {
        var root =
                JsonMapper.builder()
                        .build()
                        .readTree(AnalysisJson.of(Examples.fourteen(), List.of()).text());
        assertThat(root.path("baseline").asText()).isEqualTo("debian-o2");
        var candidate = root.path("candidates").path(0);
        assertThat(candidate.path("name").asText()).isEqualTo("debian-o3");
        for (String field : List.of("ratio", "low", "high")) {
            assertThat(candidate.path("geomean").path(field).isDouble()).isTrue();
            assertThat(candidate.path("rows").path(13).path(field).isDouble()).isTrue();
        }
        assertThat(candidate.path("rows").findValuesAsText("verdict"))
                .hasSize(14)
                .isSubsetOf("faster", "slower", "same", "unresolved");
    }

    private static Comparison comparison() {
        var rows =
                List.of(
                        new Row("a,\"b\"", 10, 9, 0.5, 0.40625, FASTER, 0.001, Verdict.FASTER),
                        new Row("=1+1", 1, 1, 0.5, 0.52, UNKNOWN, 1, Verdict.UNRESOLVED));
        var candidate =
                new CandidateComparison(
                        "o3", UNKNOWN, 1, Verdict.UNRESOLVED, rows, List.of("only here"));
        return new Comparison("o2", EquivalenceZone.ONE_PERCENT, List.of(candidate));
    }
}
