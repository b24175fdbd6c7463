package org.pykiln.report;

import java.util.List;

/// Colours as `#rrggbb`. Faster, slower and images are of the Okabe-Ito set, which people with any
/// of the common colour vision deficiencies can tell apart, each as light or dark as it has to be:
/// marks stand out at least 3:1, text 4.5:1. Blue and vermillion come last among the images,
/// because they mean faster and slower elsewhere.
///
/// @param images one for each of [Ink#images]
public record Palette(
        String background,
        String text,
        String muted,
        String axis,
        String grid,
        String stripe,
        String zone,
        String faster,
        String slower,
        String neutral,
        String build,
        String process,
        String iteration,
        List<String> images) {

    public Palette {
        images = List.copyOf(images);
    }

    /// For white paper.
    public static final Palette LIGHT =
            new Palette(
                    "#ffffff",
                    "#1f2328",
                    "#59636e",
                    "#59636e",
                    "#d8dee4",
                    "#f6f8fa",
                    "#e6e9ed",
                    "#0072b2",
                    "#d55e00",
                    "#6e7781",
                    "#7b3294",
                    "#00785c",
                    "#996515",
                    List.of(
                            "#1f2328", "#008a64", "#bd7f00", "#8f3a6b", "#2f8fc9", "#665e00",
                            "#005a8c", "#d55e00"));

    /// For dark screens.
    public static final Palette DARK =
            new Palette(
                    "#0d1117",
                    "#e6edf3",
                    "#9da7b1",
                    "#9da7b1",
                    "#2b3139",
                    "#151b23",
                    "#262c36",
                    "#56b4e9",
                    "#e8701a",
                    "#9da7b1",
                    "#c58fd9",
                    "#2fb391",
                    "#d9a93a",
                    List.of(
                            "#e6edf3", "#0fae84", "#efb027", "#b8639a", "#56b4e9", "#f0e442",
                            "#3d8fd1", "#e8701a"));

    /// The colour of an ink.
    public String colour(Ink ink) {
        return switch (ink) {
            case TEXT -> text;
            case MUTED -> muted;
            case AXIS -> axis;
            case GRID -> grid;
            case STRIPE -> stripe;
            case ZONE -> zone;
            case FASTER -> faster;
            case SLOWER -> slower;
            case NEUTRAL -> neutral;
            case BUILD -> build;
            case PROCESS -> process;
            case ITERATION -> iteration;
            case IMAGE_1, IMAGE_2, IMAGE_3, IMAGE_4, IMAGE_5, IMAGE_6, IMAGE_7, IMAGE_8 ->
                    images.get(Ink.images().indexOf(ink));
        };
    }
}
