package org.pykiln.wheels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A hidden folder beside another one, of which either becomes that folder as a whole or nothing is
/// left. What a killed process left goes when the next one comes.
///
/// @param target that it may become
public record Stage(Path folder, Path target) implements AutoCloseable {
    /// Makes it, and the folders above.
    public static Stage beside(Path target) throws IOException {
        Path parent = Objects.requireNonNull(target.getParent(), "a folder has a parent");
        Files.createDirectories(parent);
        Pattern ours =
                Pattern.compile(
                        "\\.%s\\.([0-9]{1,18})\\.tmp"
                                .formatted(Pattern.quote(target.getFileName().toString())));
        try (Stream<Path> siblings = Files.list(parent)) {
            for (Path sibling : siblings.toList()) {
                Matcher name = ours.matcher(sibling.getFileName().toString());
                if (name.matches() && isGone(Long.parseLong(name.group(1)))) {
                    delete(sibling);
                }
            }
        }
        Path folder =
                parent.resolve(
                        ".%s.%d.tmp"
                                .formatted(target.getFileName(), ProcessHandle.current().pid()));
        return new Stage(Files.createDirectories(folder), target);
    }

    /// The target is missing or empty.
    public void takePlace() throws IOException {
        Files.deleteIfExists(target);
        Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    private static boolean isGone(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> content;
        try (Stream<Path> walk = Files.walk(folder)) {
            content = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : content) {
            Files.delete(file);
        }
    }
}
