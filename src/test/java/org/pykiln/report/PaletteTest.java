package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {

    static Stream<Palette> palettes() {
        return Stream.of(Palette.LIGHT, Palette.DARK);
    }

    /// WCAG 2.2: 4.5:1 for text, 3:1 for graphics, on each surface that they are drawn on.
    @ParameterizedTest
    @MethodSource("palettes")
    void everythingStandsOut(Palette palette) {
        for (String surface : List.of(palette.background(), palette.stripe())) {
            assertThat(contrast(palette.text(), surface)).isGreaterThan(4.5);
            assertThat(contrast(palette.muted(), surface)).isGreaterThan(4.5);
        }
        for (String surface : List.of(palette.background(), palette.stripe(), palette.zone())) {
            assertThat(contrast(palette.faster(), surface)).isGreaterThan(3);
            assertThat(contrast(palette.slower(), surface)).isGreaterThan(3);
            assertThat(contrast(palette.neutral(), surface)).isGreaterThan(3);
            assertThat(contrast(palette.axis(), surface)).isGreaterThan(3);
            assertThat(contrast(palette.build(), surface)).isGreaterThan(3);
            assertThat(contrast(palette.process(), surface)).isGreaterThan(3);
            assertThat(contrast(palette.iteration(), surface)).isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void textStandsOutFromTheStrongestTint(Palette palette) {
        for (String ink : List.of(palette.faster(), palette.slower())) {
            for (String surface : List.of(palette.background(), palette.stripe())) {
                String tinted = mixed(ink, surface, HeatLayout.STRONGEST);
                assertThat(contrast(palette.text(), tinted)).isGreaterThan(4.5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void imagesStandOut(Palette palette) {
        for (String surface : List.of(palette.background(), palette.stripe())) {
            assertThat(palette.images())
                    .allSatisfy(image -> assertThat(contrast(image, surface)).isGreaterThan(3));
        }
    }

    /// Of more than four images colour alone does not tell them apart in print; the signs do.
    @ParameterizedTest
    @MethodSource("palettes")
    void fourImagesAreToldApartInGreyAndByEveryEye(Palette palette) {
        for (String a : palette.images().subList(0, 4)) {
            for (String b : palette.images().subList(0, 4)) {
                if (!a.equals(b)) {
                    assertThat(Math.abs(lightness(a) - lightness(b))).isGreaterThan(7);
                    for (var eye : Eye.values()) {
                        assertThat(eye.distance(a, b)).as("%s %s %s", eye, a, b).isGreaterThan(15);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void allImagesAreToldApartByMostEyes(Palette palette) {
        for (String a : palette.images()) {
            for (String b : palette.images()) {
                if (!a.equals(b)) {
                    assertThat(Eye.TYPICAL.distance(a, b)).as("%s %s", a, b).isGreaterThan(15);
                }
            }
        }
    }

    @Test
    void noTwoOfSixteenImagesHaveTheSameSign() {
        var signs = IntStream.range(0, 16).mapToObj(Sign::of).toList();
        assertThat(signs.stream().map(Sign::shape).distinct()).hasSize(16);
        assertThat(signs.stream().map(sign -> List.of(sign.ink(), sign.shape())).distinct())
                .hasSize(16);
        assertThat(signs.subList(0, 4).stream().map(Sign::dash).distinct()).hasSize(4);
    }

    /// Simulated colour vision: Machado, Oliveira and Fernandes, 2009, at full severity.
    private enum Eye {
        TYPICAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTAN(
                0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
                1.051998),
        DEUTAN(
                0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
                0.968881),
        TRITAN(
                1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
                0.303900);

        private final double[] matrix;

        Eye(double... matrix) {
            this.matrix = matrix;
        }

        /// CIE76.
        double distance(String a, String b) {
            double[] left = lab(a);
            double[] right = lab(b);
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                sum += (left[i] - right[i]) * (left[i] - right[i]);
            }
            return Math.sqrt(sum);
        }

        private double[] lab(String colour) {
            double[] seen = new double[3];
            for (int i = 0; i < 3; i++) {
                for (int k = 0; k < 3; k++) {
                    seen[i] += matrix[3 * i + k] * channel(colour, 1 + 2 * k);
                }
                seen[i] = Math.clamp(seen[i], 0, 1);
            }
            double x = root((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
            double y = root(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
            double z = root((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
            return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
        }
    }

    private static double root(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }

    private static double lightness(String colour) {
        return 116 * root(luminance(colour)) - 16;
    }

    private static String mixed(String over, String under, double strength) {
        int a = Integer.parseInt(over.substring(1), 16);
        int b = Integer.parseInt(under.substring(1), 16);
        int result = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double part = strength * (a >> shift & 0xff) + (1 - strength) * (b >> shift & 0xff);
            result |= (int) Math.round(part) << shift;
        }
        return "#%06x".formatted(result);
    }

    private static double contrast(String a, String b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1)
                + 0.7152 * channel(colour, 3)
                + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double c = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
