package org.pykiln.report;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.report.Mark.Anchor;

/// Collects the marks of a chart in the sizes that all charts have.
final class Pen {
    static final double FONT = ForestColumns.FONT;
    static final double SMALL = 11;

    /// Half of the side of the square in which a dot is hit.
    private static final double REACH = 5;

    private final List<Mark> marks = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    void add(Mark mark) {
        marks.add(mark);
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }

    List<Target> targets() {
        return List.copyOf(targets);
    }

    /// What a dot says when it is asked.
    void dotTarget(String image, String text, double x, double y) {
        target(image, text, x - REACH, y - REACH, 2 * REACH, 2 * REACH);
    }

    void target(String image, String text, double x, double y, double width, double height) {
        targets.add(new Target(image, null, text, x, y, width, height));
    }

    void line(Ink ink, double x1, double y1, double x2, double y2, double width) {
        marks.add(new Mark.Line(ink, x1, y1, x2, y2, width));
    }

    /// Names and numbers, shortened where the room is too small.
    void text(String text, double x, double y, Anchor anchor, double room) {
        label(Ink.TEXT, text, x, y, anchor, room, FONT, false);
    }

    /// As above, in bold, which is a tenth wider.
    void bold(String text, double x, double y, Anchor anchor, double room) {
        label(Ink.TEXT, text, x, y, anchor, room / 1.1, FONT, true);
    }

    /// What may stand back.
    void note(String text, double x, double y, Anchor anchor) {
        label(Ink.MUTED, text, x, y, anchor, Double.MAX_VALUE, SMALL, false);
    }

    /// Sentences, in as many lines as they need.
    ///
    /// @param y of the first base line
    /// @return of what comes next
    double sentences(String text, double x, double y, double room) {
        double next = y;
        for (String line : TextWidth.wrap(text, SMALL, room)) {
            note(line, x, next, Anchor.START);
            next += SMALL * 1.5;
        }
        return next;
    }

    private void label(
            Ink ink,
            String text,
            double x,
            double y,
            Anchor anchor,
            double room,
            double size,
            boolean bold) {
        String fitted = TextWidth.fit(text, size, room);
        marks.add(new Mark.Label(ink, fitted, text, x, y, anchor, size, bold));
    }

    /// The base line of a text whose middle is here.
    static double base(double middle) {
        return middle + FONT * 0.36;
    }

    /// The same of a note.
    static double noteBase(double middle) {
        return middle + SMALL * 0.36;
    }
}
