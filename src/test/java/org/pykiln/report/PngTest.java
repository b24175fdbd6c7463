package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PngTest {

    static Stream<Chart> charts() {
        var units = Examples.units("nbody", 3, 10, 0.02, 3);
        return Stream.of(
                ForestChart.of(Examples.fourteen(), 700),
                HeatMap.of(Examples.fourteen(), 700),
                RaincloudChart.of(units, 700),
                EcdfChart.of(units, 700),
                ParetoChart.of(Examples.pareto(), 700),
                WaterfallChart.of(Waterfalls.usual(), 700));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everyChartIsAPictureOfItsSize(Chart chart) throws IOException {
        var one = read(Png.of(chart, Palette.LIGHT, 1));
        var two = read(Png.of(chart, Palette.DARK, 2));
        assertThat(one.getWidth()).isEqualTo((int) Math.ceil(chart.width()));
        assertThat(one.getHeight()).isEqualTo((int) Math.ceil(chart.height()));
        assertThat(two.getWidth()).isEqualTo(2 * one.getWidth());
        assertThat(two.getHeight()).isEqualTo(2 * one.getHeight());
        assertThat(one.getRGB(0, 0)).isEqualTo(0xffffffff);
        assertThat(two.getRGB(0, 0)).isEqualTo(0xff0d1117);
        assertThat(inked(one)).isGreaterThan(0.01);
        assertThat(inked(two)).isGreaterThan(0.01);
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    }

    private static double inked(BufferedImage image) {
        int background = image.getRGB(0, 0);
        int[] pixels =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return (double) IntStream.of(pixels).filter(pixel -> pixel != background).count()
                / pixels.length;
    }

    /// What the layout counts on holds for the font that it is made for.
    @ParameterizedTest
    @MethodSource("charts")
    void textsAreNoWiderThanCounted(Chart chart) {
        var font = new Font("DejaVu Sans", Font.PLAIN, 1);
        assumeTrue(font.getFamily().equals("DejaVu Sans"), "needs DejaVu Sans");
        for (var mark : chart.marks()) {
            if (mark instanceof Mark.Label label && !label.bold()) {
                assertThat(width(font.deriveFont((float) label.size()), label.text()))
                        .as(label.text())
                        .isLessThanOrEqualTo(TextWidth.of(label.text(), label.size()) + 0.01);
            }
        }
    }

    private static double width(Font font, String text) {
        return font.createGlyphVector(new FontRenderContext(null, true, true), text)
                .getLogicalBounds()
                .getWidth();
    }

    @Test
    void aFileIsKnownByItsEnd() {
        assertThat(
                        List.of("a.svg", "a.PNG", "a.csv", "svg").stream()
                                .map(name -> ChartFile.of(Path.of(name)))
                                .map(found -> found.map(Enum::name).orElse("none")))
                .containsExactly("SVG", "PNG", "CSV", "none");
    }
}
