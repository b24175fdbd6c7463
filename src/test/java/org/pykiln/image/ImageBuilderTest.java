package org.pykiln.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pykiln.engine.BuildEvent;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ExecResult;
import org.pykiln.engine.ImageFacts;
import org.pykiln.engine.Labels;
import org.pykiln.image.ImageBuilder.Order;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.testing.FakeEngine;

class ImageBuilderTest {
    private static final Recipe RECIPE = Catalogue.turn(Recipe.defaults(), "opt-level", "-O2");
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir Path folder;

    private final FakeEngine engine = new FakeEngine().onExec(ProvingPython::allHold);
    private Receipts receipts;
    private ImageBuilder builder;
    private List<ContextFile> files;

    @BeforeEach
    void setUp() throws IOException {
        Path archive = Files.writeString(folder.resolve("Python-3.13.5.tar.xz"), "sources");
        files = List.of(new ContextFile("Python-3.13.5.tar.xz", archive));
        receipts = new Receipts(folder.resolve("receipts"));
        builder = new ImageBuilder(engine, receipts, InstantSource.fixed(START));
    }

    @Test
    void theReceiptSaysWhatWasBuiltAndIsKept() throws IOException {
        Receipt receipt = build();

        assertThat(receipt.name()).isEqualTo("mine");
        assertThat(receipt.recipe()).isEqualTo(RECIPE);
        assertThat(receipt.image()).isEqualTo("pykiln:" + RECIPE.hash().substring(0, 12));
        assertThat(receipt.digest()).startsWith("sha256:");
        assertThat(receipt.bytes()).isEqualTo(1L << 20);
        assertThat(receipt.steps()).isEqualTo(18);
        assertThat(receipt.cachedSteps()).isZero();
        assertThat(receipt.built()).isEqualTo(START);
        assertThat(receipt.proven()).isTrue();
        assertThat(receipts.of(RECIPE)).contains(receipt);
        assertThat(engine.image(receipt.image()).orElseThrow().id()).isEqualTo(receipt.digest());
    }

    @Test
    void itIsBuiltOnTheCpusThatWereChosen() throws IOException {
        build();
        builder =
                new ImageBuilder(engine, receipts, InstantSource.fixed(START), Optional.of("0-1"));
        build();
        assertThat(engine.builds())
                .extracting(BuildRequest::cpuset)
                .containsExactly(Optional.empty(), Optional.of("0-1"));
    }

    @Test
    void everyProofOfThePlanIsAnswered() throws IOException {
        List<Proof> proofs = Catalogue.plan(RECIPE).proofs();

        Receipt receipt = build();

        assertThat(receipt.proofs()).hasSameSizeAs(proofs);
        for (int i = 0; i < proofs.size(); i++) {
            assertThat(receipt.proofs().get(i))
                    .isEqualTo(
                            new ProofResult(
                                    proofs.get(i).knob(),
                                    proofs.get(i).claim(),
                                    true,
                                    "proof " + i));
        }
    }

    @Test
    void oneProofThatFailsMakesTheImageUnproven() throws IOException {
        engine.onExec(request -> ProvingPython.allBut(3, request));

        Receipt receipt = build();

        assertThat(receipt.proven()).isFalse();
        assertThat(receipt.failedProofs()).hasSize(1);
        assertThat(receipts.of(RECIPE)).contains(receipt);
    }

    @Test
    void anInterpreterThatDoesNotStartProvesNothing() throws IOException {
        engine.onExec(request -> new ExecResult(127, "", "one\nlibpython3.so: not found\n"));

        Receipt receipt = build();

        assertThat(receipt.proofs())
                .isNotEmpty()
                .noneMatch(ProofResult::holds)
                .allMatch(proof -> proof.seen().contains("127: libpython3.so: not found"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{}",
                "[]",
                "[{\"holds\": true, \"seen\": \"\"}]",
                "null",
                "[",
                "true"
            })
    void answersThatAreNoneProveNothing(String output) throws IOException {
        engine.onExec(request -> new ExecResult(0, output, ""));

        Receipt receipt = build();

        assertThat(receipt.proofs()).isNotEmpty().noneMatch(ProofResult::holds);
    }

    @Test
    void anAnswerThatDoesNotSayThatItHoldsDoesNot() throws IOException {
        engine.onExec(request ->
                new ExecResult(
                        0,
                        ProvingPython.allHold(request)
                                .stdout()
                                .replace("\"holds\": true", "\"held\": true"),
                        ""));

        assertThat(build().proofs()).noneMatch(ProofResult::holds);
    }

    @Test
    void proofsRunWithoutNetworkInAContainerThatASweepWouldFind() throws IOException {
        build();

        assertThat(engine.started())
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.network()).isFalse();
                    assertThat(request.labels()).containsKey(Labels.OWNER);
                });
        assertThat(engine.left()).isEmpty();
    }

    @Test
    void theContextHoldsDockerfileAndDistfileOnly() throws IOException {
        Set<?>[] names = {Set.of()};
        engine.onBuild((request, context, listener, cancellation) -> {
            names[0] = context.keySet();
            throw new EngineException(new EngineProblem.Unexpected("enough"));
        });

        assertThatThrownBy(this::build).isInstanceOf(EngineException.class);

        assertThat(names[0]).isEqualTo(Set.of("Dockerfile", "Python-3.13.5.tar.xz"));
        assertThat(receipts.of(RECIPE)).isEmpty();
    }

    @Test
    void anEngineThatBuildsForAnotherArchitectureIsCaught() throws IOException {
        engine.onBuild(
                (request, context, listener, cancellation) -> image("sha256:built", "arm64"));

        assertThatThrownBy(this::build)
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("built for arm64 though amd64");
        assertThat(receipts.of(RECIPE)).isEmpty();
    }

    @Test
    void aBaseImageOfAnotherArchitectureIsFoundOutBeforeTheBuild() {
        engine.withImage(image("sha256:base", "arm64"));
        List<Integer> files = new ArrayList<>();
        engine.onBuild((request, context, listener, cancellation) -> {
            files.add(context.size());
            assertThat(request.platform()).contains("linux/amd64");
            return image("sha256:base", "arm64");
        });

        assertThatThrownBy(this::build)
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("built for arm64 though amd64");
        assertThat(files).containsExactly(1);
    }

    @Test
    void anEngineThatFetchesTheRightBaseImageBuilds() throws IOException {
        engine.withImage(image("sha256:base", "arm64"));

        assertThat(build().proven()).isTrue();
        assertThat(engine.builds()).hasSize(2);
        assertThat(engine.builds().getLast().platform()).contains("linux/amd64");
    }

    private static ImageFacts image(String id, String architecture) {
        List<String> tags = id.endsWith("base") ? List.of("debian:trixie-slim") : List.of();
        return new ImageFacts(id, tags, 1, architecture, Map.of(), List.of(), List.of());
    }

    @Test
    void onlyAForeignPlatformIsNamed() throws IOException {
        build();
        Recipe foreign = Catalogue.turn(RECIPE, "architecture", "arm64");
        builder.build(order(foreign), event -> {}, new Cancellation());

        assertThat(engine.builds().get(0).platform()).isEmpty();
        assertThat(engine.builds().get(1).platform()).contains("linux/arm64");
    }

    @Test
    void cachedStepsAreCounted() throws IOException {
        build();

        assertThat(build().cachedSteps()).isEqualTo(17);
    }

    // Built before

    @Test
    void aProvenImageIsFoundAgain() throws IOException {
        assertThat(builder.built(RECIPE)).isEmpty();
        Receipt receipt = build();

        assertThat(builder.built(RECIPE)).contains(receipt);
        assertThat(builder.built(Recipe.defaults())).isEmpty();
    }

    @Test
    void anImageThatIsGoneIsNotReused() throws IOException {
        Receipt receipt = build();
        engine.removeImage(receipt.digest());

        assertThat(builder.built(RECIPE)).isEmpty();
    }

    @Test
    void anUnprovenImageIsNotReused() throws IOException {
        engine.onExec(request -> ProvingPython.allBut(0, request));
        build();

        assertThat(builder.built(RECIPE)).isEmpty();
    }

    @Test
    void aReceiptOfAnotherDockerfileIsNotReused() throws IOException {
        Receipt receipt = build();
        receipts.keep(with(receipt, receipt.dockerfile() + "# older\n", receipt.proofs()));

        assertThat(builder.built(RECIPE)).isEmpty();
    }

    /// A PyKiln that proved less than this one has not proven it.
    @Test
    void aReceiptWithOtherProofsIsNotReused() throws IOException {
        Receipt receipt = build();
        List<ProofResult> proofs = receipt.proofs();

        receipts.keep(with(receipt, receipt.dockerfile(), proofs.subList(1, proofs.size())));
        assertThat(builder.built(RECIPE)).isEmpty();

        receipts.keep(with(receipt, receipt.dockerfile(), List.of()));
        assertThat(builder.built(RECIPE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "nonsense", "{\"knobs\": {\"no-such-knob\": \"1\"}}"})
    void aFileThatIsNoReceiptIsNone(String text) throws IOException {
        Path file = receipts.keep(build());
        Files.writeString(file, text);

        assertThat(receipts.of(RECIPE)).isEmpty();
        assertThat(builder.built(RECIPE)).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreNoReceipt() throws IOException {
        Path file = receipts.keep(build());
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0x31});

        assertThat(receipts.of(RECIPE)).isEmpty();
    }

    @Test
    void aReceiptUnderTheNameOfAnotherRecipeIsNone() throws IOException {
        Path file = receipts.keep(build());
        Files.move(file, file.resolveSibling(Recipe.defaults().hash() + ".json"));

        assertThat(receipts.of(Recipe.defaults())).isEmpty();
    }

    // Interrupted

    @Test
    void aBuildMayBeCancelledAtAnyMoment() throws IOException {
        int moments = 0;
        build();
        Receipt before = receipts.of(RECIPE).orElseThrow();
        for (int moment = 1; ; moment++) {
            Cancellation cancellation = new Cancellation();
            int[] left = {moment};
            Runnable tick =
                    () -> {
                        if (--left[0] == 0) {
                            cancellation.cancel();
                        }
                    };
            engine.onExec((container, request, unused) -> {
                tick.run();
                return ProvingPython.allBut(0, request);
            });
            tick.run();
            try {
                builder.build(order(RECIPE), event -> tick.run(), cancellation);
            } catch (CancellationException cancelled) {
                moments++;
            }
            assertThat(engine.left()).isEmpty();
            if (left[0] > 0) {
                break;
            }
            if (moment < 20) {
                assertThat(receipts.of(RECIPE)).contains(before);
            }
        }
        assertThat(moments).isGreaterThan(18);
        assertThat(receipts.of(RECIPE).orElseThrow().proven()).isFalse();
    }

    @Test
    void anEngineThatDiesDuringTheProofsLeavesNoReceipt() throws IOException {
        engine.onExec(request -> {
            engine.die();
            return new ExecResult(0, "[]", "");
        });

        assertThatThrownBy(this::build)
                .isInstanceOfSatisfying(
                        EngineException.class,
                        e -> assertThat(e.problem()).isInstanceOf(EngineProblem.Unreachable.class));
        assertThat(receipts.of(RECIPE)).isEmpty();
    }

    @Test
    void eventsOfTheEngineReachTheListener() throws IOException {
        List<BuildEvent> events = new java.util.ArrayList<>();
        builder.build(order(RECIPE), events::add, new Cancellation());

        Map<Class<?>, Long> kinds =
                events.stream()
                        .collect(Collectors.groupingBy(Object::getClass, Collectors.counting()));
        assertThat(kinds)
                .containsEntry(BuildEvent.StepStarted.class, 18L)
                .containsEntry(BuildEvent.ImageBuilt.class, 1L);
    }

    @Test
    void nothingButReceiptsIsWritten() throws IOException {
        build();
        try (Stream<Path> files = Files.list(folder.resolve("receipts"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactly(RECIPE.hash() + ".json");
        }
    }

    private Receipt build() throws IOException {
        return builder.build(order(RECIPE), event -> {}, new Cancellation());
    }

    private Order order(Recipe recipe) {
        return new Order("mine", recipe, files, List.of("tag:1"), false);
    }

    private static Receipt with(Receipt r, String dockerfile, List<ProofResult> proofs) {
        return new Receipt(
                r.name(),
                r.recipe(),
                r.image(),
                r.digest(),
                r.bytes(),
                r.seconds(),
                r.steps(),
                r.cachedSteps(),
                dockerfile,
                r.engine(),
                r.built(),
                proofs);
    }
}
