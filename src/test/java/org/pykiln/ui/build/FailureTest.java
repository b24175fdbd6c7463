package org.pykiln.ui.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pykiln.job.LogLine;
import org.pykiln.job.Step;

class FailureTest {
    private static final String DOCKERFILE =
            "FROM a\nRUN set -eux; \\\n    ./configure; \\\n    make -j2; \\\n    ldconfig\nCMD [\"x\"]\n";

    @Test
    void theCommandThatRanLastIsMarkedWithinItsInstruction() {
        Failure failure =
                Failure.of(
                        DOCKERFILE,
                        List.of(
                                step(1, "FROM a"),
                                step(
                                        2,
                                        "RUN set -eux;     ./configure;     make -j2;     ldconfig")),
                        log("+ ./configure", "checking", "+ make -j2", "a.c:1: error: no"));
        assertThat(failure.lines())
                .extracting(Failure.Line::part)
                .containsExactly(
                        Failure.Part.NONE,
                        Failure.Part.STEP,
                        Failure.Part.STEP,
                        Failure.Part.COMMAND,
                        Failure.Part.STEP,
                        Failure.Part.NONE);
        assertThat(failure.focus()).isEqualTo(3);
        assertThat(failure.first()).isEqualTo(1);
    }

    @Test
    void aLogThatTellsNoCommandLeavesTheInstructionMarked() {
        Failure failure = Failure.of(DOCKERFILE, List.of(step(1, "FROM a")), log("+ ./configure"));
        assertThat(failure.lines())
                .extracting(Failure.Line::part)
                .doesNotContain(Failure.Part.COMMAND);
        assertThat(failure.focus()).isZero();
    }

    @Test
    void whatIsNotInTheDockerfileIsNotMarked() {
        Failure failure =
                Failure.of(DOCKERFILE, List.of(step(9, "LABEL of.the.engine=1")), log("x"));
        assertThat(failure.first()).isEqualTo(-1);
        assertThat(failure.focus()).isEqualTo(-1);
        assertThat(Failure.of("", List.of(step(1, "FROM a")), log("x"))).isEqualTo(Failure.NONE);
    }

    private static Step step(int number, String title) {
        return new Step(number, 3, title, Instant.EPOCH, Optional.empty(), false);
    }

    private static List<LogLine> log(String... texts) {
        List<LogLine> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(new LogLine(lines.size() + 1, 2, Duration.ZERO, LogLine.Kind.ERROR, text));
        }
        return lines;
    }
}
