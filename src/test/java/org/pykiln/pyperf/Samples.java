package org.pykiln.pyperf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullMarked;

/// The sample files and what the real pyperf 2.10.0 made of them.
@NullMarked
final class Samples {
    static final Path FOLDER = Path.of("src", "test", "resources", "pyperf");

    static final List<String> FILES =
            List.of(
                    "aa_even.json.gz",
                    "aa_odd.json.gz",
                    "command_startup.json",
                    "fast_unequal_n.json",
                    "glibc_malloc.json",
                    "glibc_pymalloc.json",
                    "memory_malloc.json",
                    "memory_pymalloc.json",
                    "pyperformance_malloc.json",
                    "pyperformance_pymalloc.json");

    private static final Map<String, PerfSuite> READ = new ConcurrentHashMap<>();

    private Samples() {}

    static PerfSuite suite(String name) {
        return READ.computeIfAbsent(
                name,
                key -> {
                    try (InputStream in = Files.newInputStream(FOLDER.resolve(key))) {
                        return PerfJson.read(key, in);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
