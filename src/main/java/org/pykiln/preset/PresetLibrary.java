package org.pykiln.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pykiln.recipe.Nearest;
import org.pykiln.recipe.Printable;
import org.pykiln.recipe.Recipe;

/// All presets that have a name: the shipped ones and the files in one folder. Files are read
/// afresh each time; reading never changes them.
public final class PresetLibrary {
    private static final String FOLDER = "/presets/";

    /// The usable presets, shipped ones first, and what is wrong with the other files.
    public record Listing(List<KnownPreset> presets, List<PresetProblem> problems) {
        public Listing {
            presets = List.copyOf(presets);
            problems = List.copyOf(problems);
        }
    }

    private final Path ownFolder;
    private final List<KnownPreset> shipped;

    /// @param ownFolder of a person's own presets; need not be there
    public PresetLibrary(Path ownFolder) {
        this.ownFolder = ownFolder;
        shipped = readShipped();
    }

    public List<KnownPreset> shipped() {
        return shipped;
    }

    public Listing list() {
        Map<String, KnownPreset> byName = new LinkedHashMap<>();
        shipped.forEach(known -> byName.put(known.name(), known));
        List<PresetProblem> problems = new ArrayList<>();
        for (Path file : ownFiles(problems)) {
            try {
                KnownPreset own = KnownPreset.of(PresetFile.read(file), Origin.OWN);
                KnownPreset first = byName.putIfAbsent(own.name(), own);
                if (first != null) {
                    problems.add(taken(own, first));
                }
            } catch (PresetException unusable) {
                problems.addAll(unusable.problems());
            }
        }
        return new Listing(List.copyOf(byName.values()), problems);
    }

    /// The preset of that name or in that file.
    ///
    /// @param nameOrFile the name of a listed preset, or a file: anything with a separator of
    ///   folders or the ending `.json`
    /// @throws PresetException when there is no such preset, or its file cannot be used
    public KnownPreset find(String nameOrFile) {
        return find(new PresetReference(nameOrFile, List.of()));
    }

    /// The recipe that a reference and further settings stand for.
    ///
    /// @param reference such as `debian-o2+pymalloc=off`, or a file with or without changes
    /// @param settings `KNOB=VALUE` as of `--set`, applied last
    /// @throws PresetException when a part of it does not exist
    public ChosenRecipe resolve(String reference, List<String> settings) {
        List<Change> more = settings.stream().map(Change::parse).toList();
        PresetReference parsed =
                isFile(reference)
                        ? new PresetReference(reference, List.of())
                        : PresetReference.parse(reference);
        KnownPreset base = find(parsed);
        Recipe recipe = base.preset().recipe();
        for (Change change : parsed.with(more).changes()) {
            recipe = change.apply(recipe);
        }
        return ChosenRecipe.of(base, recipe);
    }

    /// Where a new preset of that name would be saved.
    ///
    /// @throws IllegalArgumentException when it is no name
    public Path ownFile(String name) {
        if (!Preset.isName(name)) {
            throw new IllegalArgumentException("not a name: expected " + Preset.NAME_EXPECTED);
        }
        return ownFolder.resolve(name + ".json");
    }

    Path ownFolder() {
        return ownFolder;
    }

    private KnownPreset find(PresetReference reference) {
        String base = reference.base();
        if (reference.isFile()) {
            try {
                return KnownPreset.of(PresetFile.read(Path.of(base)), Origin.FILE);
            } catch (InvalidPathException noPath) {
                throw new PresetException(PresetProblem.of(base, "this cannot be a file"));
            }
        }
        List<KnownPreset> all = list().presets();
        return all.stream()
                .filter(known -> known.name().equals(base))
                .findFirst()
                .orElseThrow(() -> unknown(base, all.stream().map(KnownPreset::name).toList()));
    }

    private static PresetException unknown(String base, List<String> names) {
        return new PresetException(
                new PresetProblem(
                        base.isEmpty() ? "PRESET" : base,
                        0,
                        0,
                        "there is no preset \"%s\"".formatted(Printable.of(base)),
                        "a file or one of " + String.join(", ", names),
                        Nearest.to(base, names)));
    }

    private static PresetProblem taken(KnownPreset own, KnownPreset first) {
        return PresetProblem.of(
                own.label(),
                "the name %s is that of %s; this one can be used by its file"
                        .formatted(own.name(), first.label()));
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private List<Path> ownFiles(List<PresetProblem> problems) {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(ownFolder)) {
            return files;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(ownFolder, "*.json")) {
            found.forEach(files::add);
        } catch (IOException unreadable) {
            problems.addAll(PresetFile.unreadable(ownFolder, unreadable).problems());
        }
        files.sort(null);
        return files;
    }

    private static List<KnownPreset> readShipped() {
        try {
            List<KnownPreset> presets = new ArrayList<>();
            for (String file :
                    PresetJson.index(new String(resource("index.json"), StandardCharsets.UTF_8))) {
                String label = "presets/" + file;
                Preset preset = PresetJson.read(label, resource(file));
                presets.add(new KnownPreset(preset, Origin.SHIPPED, label, Optional.empty()));
            }
            return List.copyOf(presets);
        } catch (IOException brokenBuild) {
            throw new UncheckedIOException(brokenBuild);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PresetLibrary.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("not on the class path: " + FOLDER + name);
            }
            return in.readAllBytes();
        }
    }
}
