package org.pykiln.wheels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.source.Sha256;
import org.pykiln.workspace.AtomicFiles;

/// A folder of wheels with the pages of a simple repository (PEP 503) beside them: `wheels/` holds
/// the files and their SHA-256, `simple/` the pages, `requirements.lock` versions and hashes of
/// all.
///
/// A file that was given out once is never changed, and pages are written after what they name, the
/// list of projects last: a kill at any moment leaves no index, or one that is whole.
///
/// @param folder absolute
public record WheelIndex(Path folder) {
    private static final String WHEELS = "wheels";
    private static final String SUMS = Renderer.WHEEL_SUMS;
    private static final Pattern SUM = Pattern.compile("([0-9a-f]{64}) \\*(.+)");

    /// @throws WheelsException when the folder holds something else
    /// @throws IOException when it cannot be read
    public static WheelIndex at(Path folder) throws IOException {
        if (Files.isDirectory(folder) && !Files.isRegularFile(page(folder))) {
            try (Stream<Path> content = Files.list(folder)) {
                boolean ours =
                        content.allMatch(file -> file.getFileName().toString().equals("wheels"));
                if (!ours) {
                    throw WheelsException.badInput(
                            "%s holds something else than an index of wheels; expected a new or an empty folder, or an earlier index"
                                    .formatted(folder));
                }
            }
        }
        return new WheelIndex(
                Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize());
    }

    /// What an index holds after wheels were added.
    ///
    /// @param wheels all of them
    /// @param kept names under which it held another file before, which it still holds
    public record Added(List<Wheel> wheels, List<String> kept) {
        public Added {
            wheels = List.copyOf(wheels);
            kept = List.copyOf(kept);
        }
    }

    /// Adds wheels and writes the pages anew.
    ///
    /// @throws WheelsException when a content is not what its wheel says
    public Added add(Map<Wheel, AtomicFiles.Content> added) throws IOException {
        List<String> kept = new ArrayList<>();
        try (Stage stage = Stage.beside(folder)) {
            Path arrived = Files.createDirectories(stage.folder().resolve(WHEELS));
            for (Map.Entry<Wheel, AtomicFiles.Content> one : added.entrySet()) {
                write(arrived.resolve(one.getKey().file()), one.getKey(), one.getValue());
            }
            if (isNew()) {
                new WheelIndex(stage.folder()).writePages();
                stage.takePlace();
            } else {
                Files.createDirectories(wheels());
                for (Wheel wheel : added.keySet()) {
                    if (!moved(arrived.resolve(wheel.file()), wheel)) {
                        kept.add(wheel.file());
                    }
                }
                writePages();
            }
        }
        return new Added(scan(), kept);
    }

    /// Names the wheels of this folder, each with its content, for ever: a recipe holds it.
    ///
    /// @return SHA-256 of the list of wheels; nothing where there is no index
    public Optional<String> id() throws IOException {
        Path sums = wheels().resolve(SUMS);
        return Files.isRegularFile(sums) ? Optional.of(Sha256.of(sums)) : Optional.empty();
    }

    /// The files that [#id] names: the wheels, each of which has just been verified, and their
    /// list.
    ///
    /// @throws WheelsException when one is missing or another
    public List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(List.of(wheels().resolve(SUMS)));
        for (String line : Files.readAllLines(wheels().resolve(SUMS))) {
            Matcher sum = SUM.matcher(line);
            if (!sum.matches()) {
                throw WheelsException.failed(wheels().resolve(SUMS) + " is no list of wheels");
            }
            Wheel wheel = new Wheel(sum.group(2), sum.group(1));
            Path file = wheels().resolve(wheel.file());
            if (!Files.isRegularFile(file) || !Sha256.of(file).equals(wheel.sha256())) {
                throw WheelsException.failed(
                        file
                                + " is not the file that was put there; run \"wheels\" again into a new folder");
            }
            files.add(file);
        }
        return files;
    }

    private static void write(Path file, Wheel wheel, AtomicFiles.Content content)
            throws IOException {
        AtomicFiles.write(file, content);
        if (!Sha256.of(file).equals(wheel.sha256())) {
            throw WheelsException.failed(wheel.file() + " was changed on its way out");
        }
    }

    private boolean isNew() throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    /// Whoever has pinned a hash must find the file again, so a name is never given to another one.
    private boolean moved(Path from, Wheel wheel) throws IOException {
        Path to = wheels().resolve(wheel.file());
        if (Files.exists(to)) {
            return Sha256.of(to).equals(wheel.sha256());
        }
        Files.move(from, to);
        return true;
    }

    private void writePages() throws IOException {
        SortedMap<String, List<Wheel>> projects = new TreeMap<>();
        List<Wheel> all = scan();
        all.forEach(wheel ->
                projects.computeIfAbsent(wheel.project(), project -> new ArrayList<>()).add(wheel));
        for (Map.Entry<String, List<Wheel>> project : projects.entrySet()) {
            AtomicFiles.write(
                    folder.resolve("simple").resolve(project.getKey()).resolve("index.html"),
                    projectPage(project.getKey(), project.getValue()));
        }
        AtomicFiles.write(folder.resolve("requirements.lock"), lock(projects));
        AtomicFiles.write(
                wheels().resolve(SUMS),
                all.stream()
                        .map(wheel -> "%s *%s\n".formatted(wheel.sha256(), wheel.file()))
                        .collect(Collectors.joining()));
        AtomicFiles.write(page(folder), rootPage(projects.keySet().stream().toList()));
    }

    private Path wheels() {
        return folder.resolve(WHEELS);
    }

    private static Path page(Path folder) {
        return folder.resolve("simple").resolve("index.html");
    }

    private List<Wheel> scan() throws IOException {
        List<Wheel> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(wheels())) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".whl")).sorted().toList()) {
                found.add(new Wheel(file.getFileName().toString(), Sha256.of(file)));
            }
        }
        return found;
    }

    static String rootPage(List<String> projects) {
        return page(
                "Simple index",
                projects.stream().map(name -> "<a href=\"%s/\">%s</a><br>".formatted(name, name)));
    }

    static String projectPage(String project, List<Wheel> wheels) {
        return page(
                "Links for " + project,
                wheels.stream()
                        .sorted(Comparator.comparing(Wheel::file))
                        .map(wheel ->
                                "<a href=\"../../wheels/%s#sha256=%s\">%s</a><br>"
                                        .formatted(
                                                wheel.file().replace("+", "%2B"),
                                                wheel.sha256(),
                                                wheel.file())));
    }

    private static String page(String title, Stream<String> links) {
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="pypi:repository-version" content="1.0"><title>%s</title></head>
        <body>
        %s
        </body>
        </html>
        """
                .formatted(title, links.collect(Collectors.joining("\n")));
    }

    /// What `pip install --require-hashes -r` takes.
    static String lock(SortedMap<String, List<Wheel>> projects) {
        StringBuilder lock = new StringBuilder();
        projects.forEach((project, wheels) -> {
            Map<String, List<Wheel>> versions =
                    wheels.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Wheel::version, TreeMap::new, Collectors.toList()));
            versions.forEach((version, files) -> {
                lock.append(project).append("==").append(version);
                files.stream()
                        .map(Wheel::sha256)
                        .sorted()
                        .forEach(hash -> lock.append(" \\\n    --hash=sha256:").append(hash));
                lock.append('\n');
            });
        });
        return lock.toString();
    }
}
