package org.pykiln.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pykiln.lab.Results.Measured;

/// Several sessions, or sessions and pyperf files, side by side. They were not measured in turns,
/// which is said.
final class SeveralResults {
    private SeveralResults() {}

    /// Images are named after where they come from, so that those of the same name stay apart.
    static Results of(List<Path> sources) throws IOException {
        List<Measured> images = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Path source : sources) {
            Results one = Results.open(List.of(source));
            String title = unique(one.title(), taken);
            titles.add(title);
            for (Measured image : one.images()) {
                images.add(image.in(title));
            }
            one.warnings().forEach(warning -> warnings.add(title + ": " + warning));
        }
        warnings.addFirst(
                "%s were not measured in turns: what changed on the machine in between is part of every ratio between them, and not of its interval."
                        .formatted(String.join(" and ", titles)));
        return new Results(String.join(", ", titles), images, warnings);
    }

    private static String unique(String title, Set<String> taken) {
        String name = title;
        for (int number = 2; !taken.add(name); number++) {
            name = title + "-" + number;
        }
        return name;
    }
}
