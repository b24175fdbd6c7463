package org.pykiln.report;

/// One thing to draw. Positions and sizes are in pixels from the top left corner of the chart; the
/// screen and the SVG file draw the same marks, so they cannot disagree.
public sealed interface Mark {

    /// What the mark means, from which a [Palette] tells its colour.
    Ink ink();

    /// A straight stroke.
    ///
    /// @param width of the stroke
    record Line(Ink ink, double x1, double y1, double x2, double y2, double width)
            implements Mark {}

    /// A filled rectangle.
    record Band(Ink ink, double x, double y, double width, double height) implements Mark {}

    /// A filled rectangle that lets through what is below it.
    ///
    /// @param strength from 0, nothing, to 1, all of the colour
    record Tint(Ink ink, double strength, double x, double y, double width, double height)
            implements Mark {}

    /// A small sign centred on a point.
    ///
    /// @param size half of its height
    record Dot(Ink ink, Shape shape, double x, double y, double size) implements Mark {}

    /// A filled rhombus with its own four corners: an interval with its centre.
    record Diamond(Ink ink, double left, double x, double right, double y, double halfHeight)
            implements Mark {}

    /// A line of text.
    ///
    /// @param text what is drawn, shortened where the place is too small
    /// @param full the text before it was shortened, for a tooltip
    /// @param y of the base line
    /// @param size of the font
    record Label(
            Ink ink,
            String text,
            String full,
            double x,
            double y,
            Anchor anchor,
            double size,
            boolean bold)
            implements Mark {}

    /// The sign of a dot: the second cue beside its colour.
    enum Shape {
        /// Filled circle.
        DISC,
        /// Filled square.
        SQUARE,
        /// Upright bar.
        BAR,
        /// Circle with nothing inside.
        RING,
        /// Triangle that points left: an interval goes on beyond the axis.
        LEFT,
        /// Triangle that points right.
        RIGHT
    }

    /// Which part of a text stands at its position.
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
