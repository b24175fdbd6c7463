package org.pykiln.report;

import java.util.List;
import org.pykiln.report.Mark.Dash;
import org.pykiln.report.Mark.Shape;

/// How an image is told from the others in a chart: its colour, and beside it the sign of its dots,
/// which no other of sixteen images has, and the breaks of its strokes.
record Sign(Ink ink, Shape shape, Dash dash) {

    private static final List<Shape> SHAPES =
            List.of(
                    Shape.DISC,
                    Shape.SQUARE,
                    Shape.UP,
                    Shape.RHOMBUS,
                    Shape.DOWN,
                    Shape.CROSS,
                    Shape.PLUS,
                    Shape.PENTAGON,
                    Shape.RING,
                    Shape.HOLLOW_SQUARE,
                    Shape.HOLLOW_UP,
                    Shape.HOLLOW_RHOMBUS,
                    Shape.HOLLOW_DOWN,
                    Shape.HOLLOW_CROSS,
                    Shape.HOLLOW_PLUS,
                    Shape.HOLLOW_PENTAGON);

    /// @param image its index among the images that were measured, whichever is the baseline
    static Sign of(int image) {
        return new Sign(
                Ink.images().get(image % Ink.images().size()),
                SHAPES.get(image % SHAPES.size()),
                Dash.values()[image % Dash.values().length]);
    }
}
