package org.pykiln;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.EngineFacts;
import org.pykiln.ui.common.FirstStep;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.workspace.Workspace;

class WindowSupportTest {
    private static final EngineFacts ENGINE =
            new EngineFacts(
                    "ID",
                    "unix:///run/docker.sock",
                    "20.10.24",
                    "1.41",
                    "amd64",
                    2,
                    24_000_000_000L,
                    "Debian GNU/Linux 12",
                    "6.1.0",
                    "overlay2",
                    "2");

    @TempDir Path folder;

    private WindowSupport support() {
        return new WindowSupport(
                new Workspace(folder), Map.of("https_proxy", "http://proxy.example:3128"));
    }

    @Test
    void diagnosticsSayWhatHappenedAndNothingPrivate() throws IOException, ProblemException {
        Path log = support().log();
        Files.createDirectories(log.getParent());
        Files.write(
                log,
                IntStream.rangeClosed(1, 100)
                        .mapToObj(
                                i -> "line " + i + " token=abc" + i + " " + folder + "/secret.txt")
                        .toList());
        Problem problem =
                new Problem("It broke.", "at " + folder + "/x with http://proxy.example:3128", "");
        String text = support().diagnostics(problem, Optional.of(ENGINE));
        assertThat(text)
                .startsWith("Problem " + problem.code() + ": It broke.\n")
                .contains("Engine: 20.10.24 · API 1.41 · amd64 · 2 CPUs · 24.0 GB")
                .contains("Java: " + System.getProperty("java.version"))
                .contains("line 41 ", "line 100 ")
                .doesNotContain("line 40 ")
                .doesNotContain(folder.toString(), "proxy.example", "abc", "secret");
    }

    @Test
    void diagnosticsNeedNeitherProblemNorEngineNorLog() throws ProblemException {
        String text = support().diagnostics(Problem.NONE, Optional.empty());
        assertThat(text).startsWith("PyKiln: ").contains("Engine: none has answered");
    }

    @Test
    void firstStepsAreReadAsTheyWereKept() throws IOException {
        WindowFirstSteps memory = new WindowFirstSteps(folder.resolve("deep/first-steps.txt"));
        assertThat(memory.taken()).isEmpty();
        memory.keep(java.util.Set.of(FirstStep.READ, FirstStep.BUILD));
        assertThat(Files.readAllLines(memory.file())).isEqualTo(List.of("build", "read"));
        assertThat(memory.taken()).containsExactly(FirstStep.BUILD, FirstStep.READ);
        Files.writeString(memory.file(), "nonsense\nmeasure\n");
        assertThat(memory.taken()).containsExactly(FirstStep.MEASURE);
    }
}
