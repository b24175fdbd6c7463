package org.pykiln.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Widths of text without a font at hand: those of DejaVu Sans, one of the widest fonts that a
/// browser or viewer falls back to, so that what fits here fits everywhere.
final class TextWidth {

    private static final String NARROW = "ijl.,:;'|!()[] ";
    private static final String WIDE = "mwMW@%";
    private static final String ELLIPSIS = "…";

    private TextWidth() {}

    static double of(String text, double size) {
        double ems = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            ems += ems(point);
            at += Character.charCount(point);
        }
        return size * ems;
    }

    /// The room that the widest of the texts needs.
    static double widest(Stream<String> texts, double size) {
        return texts.mapToDouble(text -> of(text, size)).max().orElse(0);
    }

    /// The text in lines that fit, broken between words; a word that is too wide is shortened.
    static List<String> wrap(String text, double size, double room) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && of(longer, size) > room) {
                lines.add(line.toString());
                longer = word;
            }
            line.setLength(0);
            line.append(fit(longer, size, room));
        }
        lines.add(line.toString());
        return lines;
    }

    private static double ems(int point) {
        if (NARROW.indexOf(point) >= 0) {
            return 0.4;
        }
        if (WIDE.indexOf(point) >= 0 || point > 0x2fff) {
            return 1.0;
        }
        return Character.isUpperCase(point) ? 0.76 : 0.64;
    }

    /// The text, with its middle left out if it is wider than the room: both ends of a name tell
    /// more than its beginning alone.
    static String fit(String text, double size, double room) {
        if (of(text, size) <= room) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        for (int kept = points.length - 1; kept > 0; kept--) {
            int head = (kept + 1) / 2;
            int tail = kept - head;
            String shorter =
                    new String(points, 0, head)
                            + ELLIPSIS
                            + new String(points, points.length - tail, tail);
            if (of(shorter, size) <= room) {
                return shorter;
            }
        }
        return ELLIPSIS;
    }
}
