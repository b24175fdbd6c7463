package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.pykiln.testing.Golden;
import org.xml.sax.InputSource;

class SvgTest {

    @Test
    void oneCandidate() {
        Golden.check(
                "report/forest.svg",
                Svg.standalone(ForestChart.of(Examples.fourteen(), 900), Palette.LIGHT));
    }

    @Test
    void severalCandidatesInTheDark() {
        var comparison =
                Examples.several(0.01, 10, List.of("debian-o3", "alpine-o3"), 0.9, 0.95, 1.02, 1.0);
        Golden.check(
                "report/forest-several-dark.svg",
                Svg.standalone(ForestChart.of(comparison, 760), Palette.DARK));
    }

    @Test
    void aHeatMap() {
        var comparison =
                Examples.several(0.01, 10, List.of("debian-o3", "alpine-o3"), 0.9, 0.95, 1.02, 1.0);
        Golden.check("report/heat.svg", Svg.standalone(HeatMap.of(comparison, 600), Palette.LIGHT));
    }

    @Test
    void aRaincloud() {
        var units = Examples.units("nbody", 3, 10, 0.02, 3);
        Golden.check(
                "report/raincloud.svg",
                Svg.standalone(RaincloudChart.of(units, 800), Palette.LIGHT));
        Golden.check("report/raincloud.csv", UnitsCsv.ofRaincloud(units));
    }

    @Test
    void stepCurvesInTheDark() {
        var units = Examples.units("nbody", 3, 10, 0.02, 3);
        Golden.check(
                "report/ecdf-dark.svg", Svg.standalone(EcdfChart.of(units, 700), Palette.DARK));
        Golden.check("report/ecdf.csv", UnitsCsv.ofSteps(units));
    }

    @Test
    void aFront() {
        Golden.check(
                "report/pareto.svg",
                Svg.standalone(ParetoChart.of(Examples.pareto(), 900), Palette.LIGHT));
        Golden.check("report/pareto.csv", ParetoCsv.of(Examples.pareto()));
    }

    @Test
    void hostileNamesStayText() {
        String svg = Svg.standalone(ForestChart.of(Examples.hostile(), 900), Palette.LIGHT);
        assertThatCode(() -> parse(svg)).doesNotThrowAnyException();
        assertThat(svg).doesNotContain("<script", "\u202e").contains("&lt;script&gt;");
    }

    @Test
    void charactersThatXmlForbidsAreReplaced() {
        assertThat(Markup.escape("a\u0000b\ud800c\ufffe\t\n"))
                .isEqualTo("a\ufffdb\ufffdc\ufffd\t\n");
        assertThat(Markup.escape("日本 \ud83d\ude00")).isEqualTo("日本 \ud83d\ude00");
    }

    private static void parse(String xml) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }
}
