package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What `docker buildx bake` builds in a folder, as text in HCL. Source: docs.docker.com, "Bake
/// file reference".
///
/// @param groups names that stand for several targets; the one called `default` is what is built
///   where no name is given
record BakeFile(List<Group> groups, List<Target> targets) {
    /// Nothing in here ends a quoted text or begins a template.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:-]+");

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");

    record Group(String name, List<String> targets) {
        Group {
            targets = List.copyOf(targets);
        }

        private String text() {
            return """
            group %s {
              targets = %s
            }
            """
                    .formatted(named(name), list(targets));
        }
    }

    /// @param dockerfile inside the folder, which is the context of all targets
    /// @param platforms such as `linux/arm64`
    record Target(String name, String dockerfile, List<String> platforms) {
        Target {
            platforms = List.copyOf(platforms);
        }

        private String text() {
            return """
            target %s {
              context    = "."
              dockerfile = %s
              platforms  = %s
              tags       = %s
            }
            """
                    .formatted(
                            named(name),
                            quoted(dockerfile),
                            list(platforms),
                            list(List.of("pykiln:" + name)));
        }
    }

    BakeFile {
        groups = List.copyOf(groups);
        targets = List.copyOf(targets);
    }

    String text() {
        List<String> blocks = new ArrayList<>();
        blocks.add(
                """
                # Rendered by PyKiln. In this folder "docker buildx bake" builds all of it, and
                # "docker buildx bake NAME" one target or group. Without buildx each Dockerfile builds
                # with "docker build -f FILE .".
                """);
        groups.forEach(group -> blocks.add(group.text()));
        targets.forEach(target -> blocks.add(target.text()));
        return String.join("\n", blocks);
    }

    private static String named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a target: " + name);
        }
        return quoted(name);
    }

    private static String list(List<String> texts) {
        return texts.stream().map(BakeFile::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("cannot stand between quotes: " + text);
        }
        return '"' + text + '"';
    }
}
