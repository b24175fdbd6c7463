package org.pykiln.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pykiln.engine.BuildEvent;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ImageFacts;
import org.pykiln.testing.EngineTest;

@EngineTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DockerBuildTest {
    private final Lab lab = new Lab();

    @AfterEach
    void clean() {
        try (lab) {
            assertThat(lab.engine.containers(lab.label)).isEmpty();
        }
    }

    @Test
    void buildsAndIsNotFooledByPip() {
        String image =
                lab.build(
                        "ENV KILN=hot",
                        "RUN echo Successfully built pyperf; printf 'caf\\303\\251 '; echo done; echo no >&2");
        assertThat(image).startsWith("sha256:");
        assertThat(lab.output()).contains("Successfully built pyperf", "café done", "no");
        assertThat(lab.events)
                .contains(new BuildEvent.Output("no", true))
                .endsWith(new BuildEvent.ImageBuilt(image));
        assertThat(lab.events.getFirst())
                .isEqualTo(new BuildEvent.StepStarted(1, 5, "FROM " + Lab.BASE));

        ImageFacts facts = lab.engine.image(lab.tag).orElseThrow();
        assertThat(facts.id()).isEqualTo(image);
        assertThat(facts.tags()).containsExactly(lab.tag);
        assertThat(facts.labels()).containsAllEntriesOf(lab.label);
        assertThat(facts.environment()).contains("KILN=hot");
        assertThat(facts.layers()).isNotEmpty();
        assertThat(facts.architecture()).isEqualTo(lab.engine.facts().architecture());
        assertThat(lab.engine.images(lab.label)).containsExactly(facts);
    }

    @Test
    void takesASecondBuildFromTheCache() {
        String image = lab.build("RUN date");
        lab.events.clear();
        assertThat(lab.build("RUN date")).isEqualTo(image);
        assertThat(lab.events).contains(new BuildEvent.StepCached(3));
        assertThat(lab.output()).isEmpty();
    }

    @Test
    void tagsAndRemovesWithAllTags() {
        String image = lab.build("ENV A=b");
        lab.engine.tag(image, lab.tag.replace(":latest", ":other"));
        assertThat(lab.engine.image(image).orElseThrow().tags()).hasSize(2);
        lab.engine.removeImage(lab.tag);
        assertThat(lab.engine.image(image)).isEmpty();
        lab.engine.removeImage(lab.tag);
    }

    @Test
    void tellsTheFailingStepAndItsExitCode() {
        EngineProblem problem = problem("RUN echo before", "RUN echo broken >&2; exit 7");
        assertThat(problem)
                .isEqualTo(new EngineProblem.StepFailed(4, 7, "Step 4 failed with exit code 7."));
        assertThat(lab.output()).contains("before", "broken");
    }

    @Test
    void tellsARejectedDockerfile() {
        assertThat(problem("PAINT it black")).isInstanceOf(EngineProblem.DockerfileRejected.class);
        assertThat(lab.events).isEmpty();
        assertThat(problem("RUN --mount=type=cache,target=/x true"))
                .isInstanceOf(EngineProblem.DockerfileRejected.class);
        assertThat(problemOf(Contexts.of("other", "x")))
                .isInstanceOf(EngineProblem.DockerfileRejected.class);
    }

    @Test
    void tellsAMissingBase() {
        assertThat(problemOf(Contexts.dockerfile("FROM pykiln-test/nonesuch:1\n")))
                .isInstanceOfSatisfying(
                        EngineProblem.ImageMissing.class,
                        p -> assertThat(p.reference()).isEqualTo("pykiln-test/nonesuch:1"));
    }

    @Test
    void tellsAContextThatCannotBeWritten() {
        EngineProblem problem =
                problemOf(out -> {
                    Contexts.dockerfile(lab.dockerfile("RUN sleep 30")).writeTo(out);
                    throw new IOException("disk on fire");
                });
        assertThat(problem.message()).contains("could not be written", "disk on fire");
        assertThat(lab.engine.image(lab.tag)).isEmpty();
    }

    @Test
    void takesABigContext() {
        String big = "0123456789abcdef".repeat(500_000);
        String image =
                lab.build(
                        Contexts.of(
                                "Dockerfile",
                                lab.dockerfile("COPY big /big", "RUN wc -c /big"),
                                "big",
                                big),
                        new Cancellation());
        assertThat(image).startsWith("sha256:");
        assertThat(lab.output()).contains("8000000 /big");
    }

    @Test
    void keepsToItsCpus() {
        BuildRequest all =
                lab.request(Contexts.dockerfile(lab.dockerfile("RUN echo cpus=$(nproc)")));
        BuildRequest one =
                new BuildRequest(
                        all.context(),
                        all.tags(),
                        all.labels(),
                        Optional.empty(),
                        true,
                        Optional.of("0"));
        lab.engine.build(one, lab.events::add, new Cancellation());
        assertThat(lab.output()).contains("cpus=1");
    }

    @Test
    void doesNotPassOffOneArchitectureForAnother() {
        String own = lab.engine.facts().architecture();
        String foreign = own.equals("arm64") ? "amd64" : "arm64";
        BuildRequest any = lab.request(Contexts.dockerfile(lab.dockerfile("ENV A=b")));
        EngineException e =
                catchThrowableOfType(
                        EngineException.class,
                        () ->
                                lab.engine.build(
                                        on(any, foreign), lab.events::add, new Cancellation()));
        assertThat(e.problem())
                .isInstanceOfAny(EngineProblem.Unsupported.class, EngineProblem.ImageMissing.class);
        assertThat(lab.engine.image(lab.tag)).isEmpty();
        assertThat(lab.engine.build(on(any, own), lab.events::add, new Cancellation()))
                .startsWith("sha256:");
    }

    private static BuildRequest on(BuildRequest any, String architecture) {
        return new BuildRequest(
                any.context(),
                any.tags(),
                any.labels(),
                Optional.of("linux/" + architecture),
                false,
                Optional.empty());
    }

    @Test
    void cancelledBeforeItStartsItDoesNothing() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertCancelled(
                out -> {
                    throw new AssertionError("must not be written");
                },
                cancellation,
                event -> {});
        assertThat(lab.events).isEmpty();
    }

    @Test
    void canBeCancelledWhileTheContextIsWritten() {
        Cancellation cancellation = new Cancellation();
        assertCancelled(
                out -> {
                    Contexts.dockerfile(lab.dockerfile("RUN sleep 30")).writeTo(out);
                    cancellation.cancel();
                    out.write(new byte[1 << 20]);
                },
                cancellation,
                event -> {});
        assertThat(lab.engine.image(lab.tag)).isEmpty();
    }

    @Test
    void canBeCancelledWithinAStep() {
        Cancellation cancellation = new Cancellation();
        assertCancelled(
                Contexts.dockerfile(lab.dockerfile("RUN echo hot; sleep 30")),
                cancellation,
                event -> {
                    if (event.equals(new BuildEvent.Output("hot", false))) {
                        cancellation.cancel();
                    }
                });
        assertThat(lab.engine.image(lab.tag)).isEmpty();
    }

    @Test
    void canBeCancelledAtTheFirstSign() {
        Cancellation cancellation = new Cancellation();
        assertCancelled(
                Contexts.dockerfile(lab.dockerfile("RUN sleep 30")),
                cancellation,
                event -> cancellation.cancel());
    }

    @Test
    void cancelledAfterwardsItStays() {
        Cancellation cancellation = new Cancellation();
        String image = lab.build(Contexts.dockerfile(lab.dockerfile("ENV A=late")), cancellation);
        cancellation.cancel();
        assertThat(lab.engine.image(lab.tag).map(ImageFacts::id)).contains(image);
    }

    @Test
    void aFailingListenerEndsTheBuild() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        lab.engine.build(
                                lab.request(
                                        Contexts.dockerfile(
                                                lab.dockerfile("RUN echo hot; sleep 30"))),
                                event -> {
                                    if (event instanceof BuildEvent.Output) {
                                        throw new IllegalStateException("listener");
                                    }
                                },
                                new Cancellation()))
                .withMessage("listener");
    }

    private void assertCancelled(
            BuildRequest.Context context,
            Cancellation cancellation,
            Consumer<BuildEvent> listener) {
        long start = System.nanoTime();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        lab.engine.build(
                                lab.request(context),
                                event -> {
                                    lab.events.add(event);
                                    listener.accept(event);
                                },
                                cancellation));
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(15));
        assertThat(lab.engine.containers(lab.label)).isEmpty();
    }

    private EngineProblem problem(String... instructions) {
        return problemOf(Contexts.dockerfile(lab.dockerfile(instructions)));
    }

    private EngineProblem problemOf(BuildRequest.Context context) {
        EngineException e =
                catchThrowableOfType(
                        EngineException.class, () -> lab.build(context, new Cancellation()));
        return e.problem();
    }
}
