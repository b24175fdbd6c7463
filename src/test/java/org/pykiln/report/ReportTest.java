package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.testing.Golden;

class ReportTest {

    @Test
    void html() {
        Golden.check("report/report.html", HtmlReport.of(Examples.report()));
    }

    @Test
    void markdown() {
        Golden.check("report/report.md", MarkdownReport.of(Examples.report()));
    }

    @Test
    void htmlNeedsNoNetworkAndRunsNothing() {
        assertThat(HtmlReport.of(Examples.report()).replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "url(", "<script", "<link", "@import", "src=");
    }

    @Test
    void hostileTextInjectsNothing() {
        String evil = "<img src=x onerror=alert(1)>\"'";
        var image =
                ImageFacts.of(
                        evil,
                        Map.of(evil, evil),
                        List.of(new ImageFacts.ProofLine(evil, evil, false, evil)));
        var report =
                new Report(
                        evil,
                        evil,
                        Examples.charts(Examples.hostile()),
                        List.of(image),
                        List.of(evil));
        assertThat(HtmlReport.of(report)).doesNotContain("<img", "<script", "\u202e");
        assertThat(MarkdownReport.of(report).replace("\\<", "")).doesNotContain("<");
    }

    @Test
    void everyCellOfMarkdownStaysInItsCell() {
        var lines = MarkdownReport.table(Examples.hostile()).lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.replace("\\|", "").split("\\|")).hasSize(7));
    }

    @Test
    void whatAReaderMustKnowStandsInTheWarnings() {
        var report = new Report("t", "", Examples.report().charts(), List.of(), List.of("hot"));
        assertThat(report.warnings()).containsExactly("hot");
        var unpaired =
                new Report(
                                "t",
                                "",
                                Examples.charts(Examples.of(0.01, 5, 0.9, 1)),
                                List.of(),
                                List.of())
                        .warnings();
        assertThat(unpaired)
                .singleElement()
                .asString()
                .contains("2 of 2 datapoints are not paired");
        var single =
                new Report(
                                "t",
                                "",
                                Examples.charts(Examples.of(0.01, 1, 0.9)),
                                List.of(),
                                List.of())
                        .warnings();
        assertThat(single).singleElement().asString().contains("without interval: nbody");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.00 sec",
        "123.4, 123 sec",
        "0.0123456, 12.3 ms",
        "0.001, 1.00 ms",
        "0.0000005, 500 ns",
        "2e-10, 0.200 ns"
    })
    void timesHaveThreeDigits(double seconds, String expected) {
        assertThat(Digits.time(seconds)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1.005, 1.00x", "2.675, 2.67x", "0.125, 0.12x", "10, 10.00x"})
    void ratiosAreRoundedAsPythonRoundsThem(double ratio, String expected) {
        assertThat(new Digits(2).ratio(ratio)).isEqualTo(expected);
    }
}
