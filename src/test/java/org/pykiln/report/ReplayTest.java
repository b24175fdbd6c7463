package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.pykiln.report.Replay.Published;
import org.pykiln.stats.Comparison;

class ReplayTest {
    /// Ratios of 0.5, 0.9 and 1.0 here.
    private static final Comparison OWN = Examples.of(0.01, 10, 0.5, 0.9, 1.0);

    @Test
    void bothGeometricMeansAreOverTheSameBenchmarks() {
        Replay replay = replay();
        var candidate = OWN.candidates().getFirst();

        // 0.8, 0.9 and 1.2 have the common names; 0.1 was published alone
        assertThat(replay.publishedGeomean(candidate))
                .isCloseTo(Math.cbrt(0.8 * 0.9 * 1.2), within(1e-12));
        assertThat(replay.onlyPublished(candidate)).containsExactly("2to3");
        assertThat(replay.sentence(candidate))
                .matches(
                        "On the 3 benchmarks that both have: 0\\.95x the time as published,"
                                + " 0\\.76x \\[.*] here \\(debian-o3 against debian-o2\\)\\.");
    }

    @Test
    void onlyWhatAnIntervalHoldsAgrees() {
        Replay replay = replay();
        // of the three only 0.9 was found again
        assertThat(replay.agreement(OWN.candidates().getFirst()))
                .isEqualTo("1 of 3 own intervals hold the published ratio.");
    }

    /// A mean printed with three digits is off by at most half of the last.
    @Test
    void roundingIsCounted() {
        assertThat(new Published(1.0, 1.0).rounding()).isCloseTo(1.005 / 0.995 - 1, within(1e-12));
        assertThat(new Published(924e-3, 99.9e-6).rounding())
                .isCloseTo((1 + 0.05 / 99.9) / (1 - 0.5 / 924) - 1, within(1e-9));
        assertThat(replay().cautions().get(1)).contains("by up to ±0.9 %");
    }

    @Test
    void jsonHasEveryNumberInFull() throws IOException {
        JsonNode root = JsonMapper.builder().build().readTree(ReplayJson.of(replay()));
        JsonNode candidate = root.path("candidates").get(0);
        assertThat(candidate.path("geomean").path("published").asDouble())
                .isEqualTo(replay().publishedGeomean(OWN.candidates().getFirst()));
        assertThat(candidate.path("rows"))
                .hasSize(3)
                .allSatisfy(row -> {
                    assertThat(row.path("published").isDouble()).isTrue();
                    assertThat(row.path("low").asDouble()).isLessThan(row.path("high").asDouble());
                });
        assertThat(candidate.path("only_published").get(0).asText()).isEqualTo("2to3");
        assertThat(root.path("only_here").get(0).asText()).isEqualTo("deepcopy");
    }

    @Test
    void reportsShowItWhenAskedTo() {
        Report report = Examples.report();
        assertThat(HtmlReport.of(report)).doesNotContain("Beside:");
        String html = HtmlReport.of(report, Optional.of(replay()));
        assertThat(html)
                .contains("<h2>Beside: &lt;b&gt;2020</h2>", "Only published (1): 2to3.")
                .contains("Only measured here (1): deepcopy.", "<td class=\"number\">0.80x</td>")
                .doesNotContain("<b>2020");
        String markdown = MarkdownReport.of(report, Optional.of(replay()));
        assertThat(markdown)
                .contains(
                        "## Beside: \\<b\\>2020", "| nbody | 0.80x | ", "Only published (1): 2to3")
                .contains("| **geometric mean** | 0.95x | 0.76x | ");
    }

    private static Replay replay() {
        SequencedMap<String, Published> published = new LinkedHashMap<>();
        published.put("2to3", new Published(1.0, 0.1));
        published.put("nbody", new Published(0.5, 0.4));
        published.put("deltablue", new Published(1.0, 0.9));
        published.put("json_loads", new Published(0.1, 0.12));
        return new Replay("<b>2020", "a post", OWN, published, List.of("deepcopy"));
    }
}
