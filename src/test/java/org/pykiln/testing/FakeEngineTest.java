package org.pykiln.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.pykiln.engine.BuildEvent;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;
import org.pykiln.engine.ImageFacts;

class FakeEngineTest {
    private final FakeEngine engine = new FakeEngine();
    private final List<BuildEvent> events = new ArrayList<>();

    @Test
    void buildsTheSameFromTheSame() {
        String image = build("FROM a\nRUN x \\\n  y\n");
        assertThat(events)
                .containsExactly(
                        new BuildEvent.StepStarted(1, 2, "FROM a"),
                        new BuildEvent.StepStarted(2, 2, "RUN x   y"),
                        new BuildEvent.Output("RUN x   y", false),
                        new BuildEvent.ImageBuilt(image));
        events.clear();
        assertThat(build("FROM a\nRUN x \\\n  y\n")).isEqualTo(image);
        assertThat(events).contains(new BuildEvent.StepCached(2));
        assertThat(engine.image("t").map(ImageFacts::id)).contains(image);
        assertThat(engine.images(Map.of("l", ""))).hasSize(1);
        assertThat(build("FROM b\n")).isNotEqualTo(image);
        assertThat(engine.image(image).orElseThrow().tags()).isEmpty();
    }

    @Test
    void failsAndDiesWhereItIsTold() {
        engine.failBuildsAt(2, new EngineProblem.StepFailed(2, 9, "no"));
        assertThatThrownBy(() -> build("FROM a\nRUN x\n")).hasMessage("no");
        engine.failNext(new EngineProblem.OutOfSpace("full"));
        assertThatThrownBy(engine::facts).hasMessage("full");
        engine.dieAt(1);
        assertThatThrownBy(() -> build("FROM a\n")).isInstanceOf(EngineException.class);
        assertThatThrownBy(engine::facts).isInstanceOf(EngineException.class);
        engine.revive();
        assertThat(engine.facts().architecture()).isEqualTo("amd64");
    }

    @Test
    void runsProcessesThatWriteFiles() throws Exception {
        String image = build("FROM a\n");
        engine.onExecIn(
                image,
                (container, request, cancellation) -> {
                    container.files().put("/out", container.files().get("/kit/in"));
                    return new ExecResult(0, String.join(" ", request.command()), "");
                });
        String container =
                engine.start(
                        new ContainerRequest(
                                image,
                                List.of("sleep"),
                                "",
                                Map.of(),
                                Map.of(),
                                Map.of(),
                                true,
                                Optional.empty(),
                                0,
                                false,
                                Map.of()),
                        warning -> {});
        engine.copyInto(container, "/kit", tar("in", "data"));
        assertThat(engine.exec(container, ExecRequest.of("run", "it"), new Cancellation()).stdout())
                .isEqualTo("run it");
        var out = new ByteArrayOutputStream();
        engine.copyOut(container, "/out", out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("data");
        assertThatThrownBy(() -> engine.copyOut(container, "/no", OutputStream.nullOutputStream()))
                .isInstanceOf(EngineException.class);
        assertThat(engine.executed()).hasSize(1);
    }

    private String build(String dockerfile) {
        return engine.build(
                new BuildRequest(
                        tar("Dockerfile", dockerfile),
                        List.of("t"),
                        Map.of("l", "v"),
                        Optional.empty(),
                        false,
                        Optional.empty()),
                events::add,
                new Cancellation());
    }

    private static BuildRequest.Context tar(String name, String text) {
        return out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        };
    }
}
