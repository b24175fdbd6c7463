package org.pykiln.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.pykiln.recipe.Catalogue;

/// A preset as the command line names it: `debian-o2+opt-level=-O3+pymalloc=off`.
///
/// @param base name or file of the preset
/// @param changes in their order; of two of the same knob the later one counts
public record PresetReference(String base, List<Change> changes) {
    private static final Pattern CHANGE = Pattern.compile("\\+([a-z][a-z0-9-]*)=");

    public PresetReference {
        changes = List.copyOf(changes);
    }

    /// Every `+` that a knob's id and `=` follow starts a change. Other ones belong to the name,
    /// and so does `+x=` in the name of a folder where there is no knob `x`.
    ///
    /// @throws PresetException when there is no such knob or value
    public static PresetReference parse(String text) {
        List<MatchResult> starts = CHANGE.matcher(text).results().toList();
        int first = 0;
        while (first < starts.size() && isInFolder(text, starts, first)) {
            first++;
        }
        List<Change> changes = new ArrayList<>();
        for (int i = first; i < starts.size(); i++) {
            MatchResult start = starts.get(i);
            changes.add(
                    Change.of(
                            text,
                            start.group(1),
                            text.substring(start.end(), end(text, starts, i))));
        }
        return new PresetReference(text.substring(0, end(text, starts, first - 1)), changes);
    }

    public PresetReference with(List<Change> more) {
        List<Change> all = new ArrayList<>(changes);
        all.addAll(more);
        return new PresetReference(base, all);
    }

    /// A file is what has a separator of folders or ends like a preset file.
    boolean isFile() {
        return base.contains("/") || base.contains("\\") || base.endsWith(".json");
    }

    private static boolean isInFolder(String text, List<MatchResult> starts, int index) {
        MatchResult start = starts.get(index);
        String value = text.substring(start.end(), end(text, starts, index));
        return Catalogue.find(start.group(1)).isEmpty()
                && (value.contains("/") || value.contains("\\") || value.endsWith(".json"));
    }

    private static int end(String text, List<MatchResult> starts, int index) {
        return index + 1 < starts.size() ? starts.get(index + 1).start() : text.length();
    }
}
