package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
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
