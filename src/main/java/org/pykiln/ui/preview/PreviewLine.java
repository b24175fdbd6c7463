package org.pykiln.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pykiln.diff.SideBySide;
import org.pykiln.diff.SideBySide.Row;
import org.pykiln.dockerfile.Dockerfile;
import org.pykiln.dockerfile.Line;
import org.pykiln.recipe.Knob;

/// One line of the Dockerfile as it is shown. Its number is its place.
///
/// @param knobs ids of the knobs behind it
/// @param changed whether one of them differs from the reference
/// @param special whether it is there, or as it is, for this dialect alone
/// @param tag label of the knobs that differ, and the dialect that has it; empty where the line
///   above says the same
/// @param spans the text in pieces of one colour
public record PreviewLine(
        String text,
        Set<String> knobs,
        boolean changed,
        boolean special,
        String tag,
        List<Span> spans) {
    private static final String DIALECT = "BuildKit";

    public PreviewLine {
        knobs = Set.copyOf(knobs);
        spans = List.copyOf(spans);
    }

    /// @param changed knobs that differ from the reference
    /// @param portable what all builders accept; the same as the Dockerfile where that is it
    /// @param known pieces of lines that were cut before
    static List<PreviewLine> of(
            Dockerfile dockerfile,
            List<Knob<?>> changed,
            Dockerfile portable,
            Map<String, List<Span>> known) {
        List<Line> lines = dockerfile.lines();
        Set<Integer> special = dockerfile == portable ? Set.of() : special(lines, portable.lines());
        List<PreviewLine> shown = new ArrayList<>();
        String above = "";
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String who = labels(line, changed);
            String tag = special.contains(i) ? who + (who.isEmpty() ? "" : ", ") + DIALECT : who;
            shown.add(
                    new PreviewLine(
                            line.text(),
                            line.knobs(),
                            !who.isEmpty(),
                            special.contains(i),
                            tag.equals(above) ? "" : tag,
                            spans(line, known)));
            above = tag;
        }
        return shown;
    }

    private static List<Span> spans(Line line, Map<String, List<Span>> known) {
        List<Span> cut = known.get(line.text());
        return cut == null ? Highlighter.spans(line.text()) : cut;
    }

    private static String labels(Line line, List<Knob<?>> changed) {
        return changed.stream()
                .filter(knob -> line.knobs().contains(knob.id()))
                .map(Knob::label)
                .collect(Collectors.joining(", "));
    }

    private static Set<Integer> special(List<Line> lines, List<Line> portable) {
        return SideBySide.of(texts(portable), texts(lines)).rows().stream()
                .filter(row -> row.differs() && row.hasRight())
                .map(Row::right)
                .collect(Collectors.toSet());
    }

    static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }

    /// Index of the first line of a knob, or -1.
    static int firstOf(String knob, List<PreviewLine> lines) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).knobs().contains(knob))
                .findFirst()
                .orElse(-1);
    }
}
