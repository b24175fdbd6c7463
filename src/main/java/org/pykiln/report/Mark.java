package org.pykiln.report;

import java.util.List;
import java.util.stream.IntStream;

/// One thing to draw. Positions and sizes are in pixels from the top left corner of the chart; the
/// screen and the SVG file draw the same marks, so they cannot disagree.
public sealed interface Mark {

    /// What the mark means, from which a [Palette] tells its colour.
    Ink ink();

    /// The same mark further down.
    ///
    /// @param by how much, in pixels
    default Mark below(double by) {
        return switch (this) {
            case Line m -> new Line(m.ink, m.x1, m.y1 + by, m.x2, m.y2 + by, m.width);
            case Band m -> new Band(m.ink, m.x, m.y + by, m.width, m.height);
            case Tint m -> new Tint(m.ink, m.strength, m.x, m.y + by, m.width, m.height);
            case Dot m -> new Dot(m.ink, m.shape, m.x, m.y + by, m.size);
            case Curve m -> new Curve(m.ink, below(m.points, by), m.width, m.dash);
            case Area m -> new Area(m.ink, m.strength, below(m.corners, by));
            case Diamond m -> new Diamond(m.ink, m.left, m.x, m.right, m.y + by, m.halfHeight);
            case Label m ->
                    new Label(m.ink, m.text, m.full, m.x, m.y + by, m.anchor, m.size, m.bold);
        };
    }

    private static List<Point> below(List<Point> points, double by) {
        return points.stream().map(point -> new Point(point.x(), point.y() + by)).toList();
    }

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
    record Dot(Ink ink, Shape shape, double x, double y, double size) implements Mark {

        /// Its corners; none of a circle.
        public List<Point> corners() {
            return shape.corners.stream()
                    .map(corner -> new Point(x + size * corner.x(), y + size * corner.y()))
                    .toList();
        }
    }

    /// An open stroke from point to point.
    ///
    /// @param width of the stroke
    record Curve(Ink ink, List<Point> points, double width, Dash dash) implements Mark {
        public Curve {
            points = List.copyOf(points);
        }
    }

    /// A filled polygon that lets through what is below it.
    ///
    /// @param strength from 0, nothing, to 1, all of the colour
    record Area(Ink ink, double strength, List<Point> corners) implements Mark {
        public Area {
            corners = List.copyOf(corners);
        }
    }

    /// A filled rhombus with its own four corners: an interval with its centre.
    record Diamond(Ink ink, double left, double x, double right, double y, double halfHeight)
            implements Mark {

        public List<Point> corners() {
            return List.of(
                    new Point(left, y),
                    new Point(x, y - halfHeight),
                    new Point(right, y),
                    new Point(x, y + halfHeight));
        }
    }

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

    /// A place in the chart.
    record Point(double x, double y) {}

    /// How a stroke is broken: the second cue beside its colour.
    enum Dash {
        SOLID,
        DASHED(7, 4),
        DOTTED(2, 3),
        MIXED(9, 3, 2, 3);

        private final List<Double> lengths;

        Dash(double... lengths) {
            this.lengths = IntStream.range(0, lengths.length).mapToObj(i -> lengths[i]).toList();
        }

        /// Drawn and left out in turn, in pixels; empty for a stroke without breaks.
        public List<Double> lengths() {
            return lengths;
        }
    }

    /// The sign of a dot: the second cue beside its colour.
    enum Shape {
        /// Filled circle.
        DISC(true),
        /// Filled square.
        SQUARE(true, -1, -1, 1, -1, 1, 1, -1, 1),
        /// Upright bar.
        BAR(true, -1 / 3.0, -1.2, 1 / 3.0, -1.2, 1 / 3.0, 1.2, -1 / 3.0, 1.2),
        /// Circle with nothing inside.
        RING(false),
        /// Triangle that points left: an interval goes on beyond the axis.
        LEFT(true, 0, 0, 1.6, -1, 1.6, 1),
        /// Triangle that points right.
        RIGHT(true, 0, 0, -1.6, -1, -1.6, 1),
        UP(true, 0, -1.2, 1.2, 0.9, -1.2, 0.9),
        RHOMBUS(true, 0, -1.35, 1.35, 0, 0, 1.35, -1.35, 0),
        DOWN(true, 0, 1.2, -1.2, -0.9, 1.2, -0.9),
        PLUS(
                true, -0.4, -1.2, 0.4, -1.2, 0.4, -0.4, 1.2, -0.4, 1.2, 0.4, 0.4, 0.4, 0.4, 1.2,
                -0.4, 1.2, -0.4, 0.4, -1.2, 0.4, -1.2, -0.4, -0.4, -0.4),
        CROSS(
                true, 0, -0.57, 0.63, -1.2, 1.2, -0.63, 0.57, 0, 1.2, 0.63, 0.63, 1.2, 0, 0.57,
                -0.63, 1.2, -1.2, 0.63, -0.57, 0, -1.2, -0.63, -0.63, -1.2),
        PENTAGON(true, 0, -1.2, 1.14, -0.37, 0.71, 0.97, -0.71, 0.97, -1.14, -0.37),
        HOLLOW_SQUARE(SQUARE),
        HOLLOW_UP(UP),
        HOLLOW_RHOMBUS(RHOMBUS),
        HOLLOW_DOWN(DOWN),
        HOLLOW_PLUS(PLUS),
        HOLLOW_CROSS(CROSS),
        HOLLOW_PENTAGON(PENTAGON);

        private final boolean filled;
        private final List<Point> corners;

        Shape(boolean filled, double... corners) {
            this.filled = filled;
            this.corners =
                    IntStream.range(0, corners.length / 2)
                            .mapToObj(i -> new Point(corners[2 * i], corners[2 * i + 1]))
                            .toList();
        }

        Shape(Shape outline) {
            this.filled = false;
            this.corners = outline.corners;
        }

        public boolean isFilled() {
            return filled;
        }
    }

    /// Which part of a text stands at its position.
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
