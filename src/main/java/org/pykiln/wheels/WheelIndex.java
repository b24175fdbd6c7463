package org.pykiln.wheels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pykiln.source.Sha256;
import org.pykiln.workspace.AtomicFiles;

/// A folder of wheels with the pages of a simple repository (PEP 503) beside them: `wheels/` holds
/// the files, `simple/` the pages, `requirements.lock` versions and hashes of all.
///
/// Pages are written after what they name, the list of projects last: a kill at any moment leaves
/// an index that is whole.
public record WheelIndex(Path folder) {
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
        return new WheelIndex(folder);
    }

    /// Adds wheels, which replace those of the same name, and writes the pages anew.
    ///
    /// @param added file name to content
    public List<Wheel> add(Map<String, AtomicFiles.Content> added) throws IOException {
        for (Map.Entry<String, AtomicFiles.Content> file : added.entrySet()) {
            AtomicFiles.write(wheels().resolve(file.getKey()), file.getValue());
        }
        List<Wheel> all = scan();
        SortedMap<String, List<Wheel>> projects = new TreeMap<>();
        all.forEach(wheel ->
                projects.computeIfAbsent(wheel.project(), project -> new ArrayList<>()).add(wheel));
        for (Map.Entry<String, List<Wheel>> project : projects.entrySet()) {
            AtomicFiles.write(
                    folder.resolve("simple").resolve(project.getKey()).resolve("index.html"),
                    projectPage(project.getKey(), project.getValue()));
        }
        AtomicFiles.write(folder.resolve("requirements.lock"), lock(projects));
        AtomicFiles.write(page(folder), rootPage(projects.keySet().stream().toList()));
        return all;
    }

    private Path wheels() {
        return folder.resolve("wheels");
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
