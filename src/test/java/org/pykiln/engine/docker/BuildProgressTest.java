package org.pykiln.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.core.DockerClientConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pykiln.engine.BuildEvent;
import org.pykiln.engine.BuildEvent.Output;
import org.pykiln.engine.BuildEvent.StepCached;
import org.pykiln.engine.BuildEvent.StepStarted;
import org.pykiln.engine.EngineProblem;

class BuildProgressTest {
    private static final ObjectMapper JSON = DockerClientConfig.getDefaultObjectMapper();

    private final List<BuildEvent> events = new ArrayList<>();
    private final BuildProgress progress = new BuildProgress(events::add);

    @Test
    void tellsStepsOutputAndImage() {
        stream("Step 1/2 : FROM debian:trixie-slim", "\n", " ---> 0ee25ae716b1\n");
        stream("Step 2/2 : RUN make", "\n", " ---> Running in 0123456789ab\n");
        stream("one\ntw", "o\n", "\u001b[91mwarning: x\n\u001b[0m");
        stream("Removing intermediate container 0123456789ab\n", " ---> d80b8c7908dc\n");
        item(Map.of("aux", Map.of("ID", "sha256:d80b")));
        stream("Successfully built d80b8c7908dc\n", "Successfully tagged pykiln/x:latest\n");
        progress.end();

        assertThat(events)
                .containsExactly(
                        new StepStarted(1, 2, "FROM debian:trixie-slim"),
                        new StepStarted(2, 2, "RUN make"),
                        new Output("one", false),
                        new Output("two", false),
                        new Output("warning: x", true));
        assertThat(progress.container()).contains("0123456789ab");
        assertThat(progress.imageId()).contains("sha256:d80b");
    }

    @Test
    void tellsWhatCameFromTheCache() {
        stream("Step 1/2 : FROM a", "\n", " ---> 0ee25ae716b1\n", "Step 2/2 : RUN b", "\n");
        stream(" ---> Using cache\n", " ---> d80b8c7908dc\n");
        assertThat(events).endsWith(new StepStarted(2, 2, "RUN b"), new StepCached(2));
    }

    @Test
    void understandsPodman() {
        stream("[1/2] STEP 1/2: FROM a\n", "[1/2] STEP 2/2: RUN b\n", "--> Using cache 99aa\n");
        stream("[2/2] STEP 1/1: FROM c\n");
        assertThat(events)
                .containsExactly(
                        new StepStarted(1, 2, "FROM a"),
                        new StepStarted(2, 2, "RUN b"),
                        new StepCached(2),
                        new StepStarted(1, 1, "FROM c"));
    }

    @Test
    void isNotFooledByWhatAProgramPrints() {
        stream("Step 1/3 : RUN pip install pyperf", "\n", " ---> Running in 0123456789ab\n");
        stream("Successfully built pyperf\n", "Step 7/9 : paint\n", " ---> Using cache\n");
        progress.end();
        assertThat(events)
                .containsExactly(
                        new StepStarted(1, 3, "RUN pip install pyperf"),
                        new Output("Successfully built pyperf", false),
                        new Output("Step 7/9 : paint", false),
                        new Output(" ---> Using cache", false));
        assertThat(progress.imageId()).isEmpty();
    }

    @Test
    void keepsStandardErrorApartWithinALine() {
        stream("Step 1/1 : RUN x", "\n", "out", "\u001b[91merr\u001b[0m", "put\n");
        progress.end();
        assertThat(events).endsWith(new Output("output", false), new Output("err", true));
    }

    @Test
    void tellsWhichStepFailedAndHow() {
        stream("Step 1/2 : FROM a", "\n", "Step 2/2 : RUN exit 7", "\n", "half a line");
        fail("The command '/bin/sh -c exit 7' returned a non-zero code: 7", 7);
        assertThat(progress.problem())
                .contains(new EngineProblem.StepFailed(2, 7, "Step 2 failed with exit code 7."));
        assertThat(events).endsWith(new Output("half a line", false));
    }

    @Test
    void tellsAMissingBaseFromAMissingFile() {
        stream("Step 1/2 : FROM nonesuch:1 AS build", "\n");
        fail("pull access denied for nonesuch", null);
        assertThat(progress.problem())
                .containsInstanceOf(EngineProblem.ImageMissing.class)
                .map(p -> ((EngineProblem.ImageMissing) p).reference())
                .contains("nonesuch:1");

        BuildProgress copy = new BuildProgress(event -> {});
        copy.accept(parse(Map.of("stream", "Step 1/2 : FROM a\n")));
        copy.accept(parse(Map.of("stream", "Step 2/2 : COPY x /\n")));
        copy.accept(parse(Map.of("errorDetail", Map.of("message", "COPY failed: no x"))));
        assertThat(copy.problem())
                .contains(new EngineProblem.Unexpected("Step 2 failed: COPY failed: no x"));
    }

    @Test
    void tellsAnotherArchitectureFromAFailure() {
        stream("Step 1/2 : FROM a", "\n", "Step 2/2 : RUN x", "\n");
        stream("\u001b[91mexec /bin/sh: exec format error\n\u001b[0m");
        fail("The command '/bin/sh -c x' returned a non-zero code: 1", 1);
        assertThat(progress.problem()).containsInstanceOf(EngineProblem.Unsupported.class);
    }

    @Test
    void tellsAFullDiskWhereverItShows() {
        stream("Step 1/1 : FROM a", "\n");
        fail("write /var/lib/x: no space left on device", null);
        assertThat(progress.problem()).containsInstanceOf(EngineProblem.OutOfSpace.class);
    }

    @Test
    void passesOnWhatIsPulledWithoutTheProgress() {
        item(
                Map.of(
                        "status",
                        "Pulling from library/debian",
                        "id",
                        "trixie-slim",
                        "progressDetail",
                        Map.of()));
        item(
                Map.of(
                        "status",
                        "Downloading",
                        "id",
                        "ab12",
                        "progressDetail",
                        Map.of("current", 3, "total", 9)));
        assertThat(events)
                .containsExactly(new Output("trixie-slim: Pulling from library/debian", false));
    }

    private void stream(String... texts) {
        List.of(texts).forEach(text -> item(Map.of("stream", text)));
    }

    private void fail(String message, Integer code) {
        Map<String, Object> detail =
                code == null
                        ? Map.of("message", message)
                        : Map.of("message", message, "code", code);
        item(Map.of("errorDetail", detail, "error", message));
    }

    private void item(Map<String, ?> json) {
        progress.accept(parse(json));
    }

    private static BuildResponseItem parse(Map<String, ?> json) {
        try {
            return JSON.readValue(JSON.writeValueAsString(json), BuildResponseItem.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
