package org.pykiln.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pykiln.lab.FileKind;
import org.pykiln.ui.common.Section;

/// What becomes of files that are let go over the window: what they are decides, and what becomes
/// of presets depends on the section.
public sealed interface DropOffer {
    int MOST_NAMED = 4;

    /// What will be done, or that nothing will.
    String title();

    /// With which files, or why not.
    String text();

    /// Results, which are compared whatever section is shown.
    ///
    /// @param alone name of the image that they are compared with, where it has none yet
    record Compare(List<Path> files, boolean isElsewhere, Optional<String> alone)
            implements DropOffer {
        public Compare {
            files = List.copyOf(files);
        }

        @Override
        public String title() {
            return isElsewhere ? "Drop to compare in Results" : "Drop to compare";
        }

        @Override
        public String text() {
            String none = files.size() > 1 ? "\nThe first one is the baseline." : "";
            return names(files) + alone.map("\n%s is the baseline."::formatted).orElse(none);
        }
    }

    /// Presets that become own ones.
    record Import(List<Path> files) implements DropOffer {
        public Import {
            files = List.copyOf(files);
        }

        @Override
        public String title() {
            return "Drop to import";
        }

        @Override
        public String text() {
            return names(files)
                    + (files.size() > 1
                            ? "\nThe files themselves stay where they are."
                            : "\nThe file itself stays where it is.");
        }
    }

    /// A preset to go on with.
    record Open(Path file) implements DropOffer {
        @Override
        public String title() {
            return "Drop to open";
        }

        @Override
        public String text() {
            return name(file) + " becomes the recipe that is configured.";
        }
    }

    record Refuse(String text) implements DropOffer {
        @Override
        public String title() {
            return "Cannot be dropped here";
        }
    }

    /// Something that is dragged.
    record Dragged(Path path, FileKind kind) {}

    /// @param alone name of the only image in Results; empty for none and for several
    /// @param dragged at least one, in the order in which they are dragged
    static DropOffer of(Section section, Optional<String> alone, List<Dragged> dragged) {
        List<Dragged> things = dragged.stream().map(one -> judged(section, one)).toList();
        Optional<Dragged> stranger =
                first(things, kind -> !kind.isResult() && kind != FileKind.PRESET);
        if (stranger.isPresent()) {
            return new Refuse(complaint(section, stranger.get()));
        }
        Optional<Dragged> preset = first(things, kind -> kind == FileKind.PRESET);
        Optional<Dragged> result = first(things, FileKind::isResult);
        List<Path> files = things.stream().map(Dragged::path).toList();
        if (preset.isEmpty()) {
            return new Compare(files, section != Section.RESULTS, alone);
        }
        String name = name(preset.get().path());
        if (result.isPresent()) {
            return new Refuse(
                    "%s is a preset and %s is not; drop one kind at a time."
                            .formatted(name, name(result.get().path())));
        }
        return switch (section) {
            case PRESETS -> new Import(files);
            case CONFIGURE ->
                    files.size() == 1
                            ? new Open(files.getFirst())
                            : new Refuse(
                                    "One preset at a time is opened here. Drop several onto"
                                            + " Presets to import them.");
            default ->
                    new Refuse(
                            "%s is a preset. Drop it onto Presets to import it, or onto Configure"
                                            .formatted(name)
                                    + " to open it.");
        };
    }

    /// What nothing is known of is what the section is for, and then is told what is wrong with it.
    private static Dragged judged(Section section, Dragged one) {
        if (one.kind() != FileKind.JSON) {
            return one;
        }
        return switch (section) {
            case RESULTS -> new Dragged(one.path(), FileKind.PYPERF);
            case PRESETS, CONFIGURE -> new Dragged(one.path(), FileKind.PRESET);
            default -> one;
        };
    }

    private static String complaint(Section section, Dragged one) {
        String expected =
                switch (section) {
                    case PRESETS, CONFIGURE -> "presets, session folders, bundles or pyperf files";
                    default -> "session folders, bundles or pyperf files";
                };
        String what =
                one.kind() == FileKind.FOLDER
                        ? "%s holds no session"
                        : "%s is neither a preset nor a result";
        return (what + "; expected %s.").formatted(name(one.path()), expected);
    }

    private static Optional<Dragged> first(List<Dragged> things, Predicate<FileKind> wanted) {
        return things.stream().filter(one -> wanted.test(one.kind())).findFirst();
    }

    private static String names(List<Path> files) {
        int shown = files.size() > MOST_NAMED ? MOST_NAMED - 1 : files.size();
        String names =
                files.stream().limit(shown).map(DropOffer::name).collect(Collectors.joining(", "));
        return shown == files.size()
                ? names
                : names + " and %d more".formatted(files.size() - shown);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
