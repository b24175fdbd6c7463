package org.pykiln.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.bench.BenchException;
import org.pykiln.bench.Limits;
import org.pykiln.bench.Mode;
import org.pykiln.bench.PlannedImage;
import org.pykiln.bench.Session;
import org.pykiln.bench.SessionResult;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.image.ImageBuilder;
import org.pykiln.image.ProvingPython;
import org.pykiln.plan.Proof;
import org.pykiln.pyperf.PerfJson;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.stats.Builds;
import org.pykiln.workspace.Workspace;

class LabTest {
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @TempDir Path folder;

    private FakeLab fake;
    private Path results;

    @BeforeEach
    void setUp() {
        fake = new FakeLab(new Workspace(folder.resolve("home")));
        results = folder.resolve("results");
    }

    @Test
    void buildsProvesAndMeasuresAllOfTheOrder() throws IOException {
        SessionResult result = run(FakeLab.twoRecipes());

        assertThat(result.suites()).containsOnlyKeys("o2", "o3");
        assertThat(result.failures()).isEmpty();
        assertThat(fake.bench.measured())
                .hasSize(4)
                .allSatisfy((of, times) -> assertThat(times).as(of).isEqualTo(Mode.QUICK.rounds()));
        assertThat(fake.bench.engine().builds()).hasSize(2);
        assertThat(fake.bench.engine().left()).isEmpty();
        for (String name : List.of("o2", "o3")) {
            assertThat(LabFolder.receipt(results, name).orElseThrow().proven()).isTrue();
            assertThat(PerfJson.read(results.resolve(name + ".json")).benchmarks()).hasSize(2);
        }
        assertThat(Session.open(results).plan().cpuset()).contains("1");
    }

    @Test
    void tellsItsStagesInOrder() throws IOException {
        List<String> stages = new ArrayList<>();
        run(
                FakeLab.twoRecipes(),
                event -> {
                    if (event instanceof LabEvent.Stage(int number, int of, String title)) {
                        stages.add(number + "/" + of + " " + title);
                    }
                },
                new Cancellation());

        assertThat(stages)
                .containsExactly(
                        "1/4 build o2",
                        "2/4 build o3",
                        "3/4 fetch the benchmark kit",
                        "4/4 measure 2 images");
    }

    @Test
    void anImageThatIsNotProvenIsNotMeasured() {
        fake.prover = request -> ProvingPython.allBut(3, request);
        Proof failing = Catalogue.plan(FakeLab.O2).proofs().get(3);

        assertThatThrownBy(() -> run(FakeLab.twoRecipes()))
                .isInstanceOfSatisfying(
                        LabException.class, e -> assertThat(e.isBadInput()).isFalse())
                .hasMessage(
                        "o2 was built, and is not what it says:\n"
                                + "  %s: %s - seen: proof 3"
                                        .formatted(failing.knob(), failing.claim()));
        assertThat(fake.bench.measured()).isEmpty();
        assertThat(Session.exists(results)).isFalse();
    }

    @Test
    void aRecipeWithErrorsIsRefusedBeforeAnythingIsDone() {
        Recipe thin = Catalogue.turn(Recipe.defaults(), "lto", "thin");

        assertThatThrownBy(() ->
                        run(
                                FakeLab.order(
                                        new Subject.OfRecipe("o2", FakeLab.O2),
                                        new Subject.OfRecipe("thin", thin))))
                .isInstanceOfSatisfying(
                        LabException.class, e -> assertThat(e.isBadInput()).isTrue())
                .hasMessage(
                        "thin cannot be built: Thin LTO is a feature of Clang, and this recipe"
                                + " compiles with GCC.");
        assertThat(fake.bench.engine().builds()).isEmpty();
        assertThat(results).doesNotExist();
    }

    @Test
    void anImageOfTheEngineIsMeasuredAsItIs() throws IOException {
        var receipt =
                fake.workshop()
                        .lab()
                        .build(
                                "x",
                                FakeLab.O2,
                                List.of("mine:1"),
                                false,
                                event -> {},
                                new Cancellation());

        SessionResult result =
                run(
                        FakeLab.order(
                                new Subject.OfImage("mine", "mine:1"),
                                new Subject.OfRecipe("o3", FakeLab.O3)));

        assertThat(result.suites()).containsOnlyKeys("mine", "o3");
        assertThat(Session.open(results).plan().baseline().id()).isEqualTo(receipt.digest());
        assertThat(LabFolder.receipt(results, "mine")).isEmpty();
    }

    @Test
    void anImageThatTheEngineDoesNotHaveIsNamed() {
        assertThatThrownBy(() -> run(FakeLab.order(new Subject.OfImage("mine", "mine:1"))))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        e -> assertThat(e.problem()).isInstanceOf(EngineProblem.ImageMissing.class))
                .hasMessageContaining("mine:1");
    }

    @Test
    void whatWasBuiltAndProvenBeforeIsNotBuiltAgain() throws IOException {
        fake.workshop()
                .lab()
                .build("x", FakeLab.O2, List.of(), false, event -> {}, new Cancellation());
        List<Boolean> reused = new ArrayList<>();
        run(
                FakeLab.twoRecipes(),
                event -> {
                    if (event instanceof LabEvent.Built built) {
                        reused.add(built.reused());
                    }
                },
                new Cancellation());

        assertThat(reused).containsExactly(true, false);
        assertThat(fake.bench.engine().builds()).hasSize(2);
    }

    /// The same image may be asked for under two names, which is how noise is looked at.
    @Test
    void aRecipeMayBeMeasuredAgainstItself() throws IOException {
        SessionResult result =
                run(
                        FakeLab.order(
                                new Subject.OfRecipe("o2", FakeLab.O2),
                                new Subject.OfRecipe("o2.2", FakeLab.O2)));

        assertThat(result.suites()).containsOnlyKeys("o2", "o2.2");
        assertThat(fake.bench.engine().builds()).hasSize(1);
    }

    // Several builds

    @Test
    void everyBuildIsAnImageOfItsOwn() throws IOException {
        SessionResult result = run(FakeLab.twoRecipes().withBuilds(3));

        assertThat(result.suites().keySet())
                .containsExactly("o2@1", "o2@2", "o2@3", "o3@1", "o3@2", "o3@3");
        assertThat(fake.bench.engine().builds())
                .extracting(BuildRequest::noCache)
                .containsExactly(false, true, true, false, true, true);
        var images = Session.open(results).plan().images();
        assertThat(images.stream().map(PlannedImage::id).distinct()).hasSize(6);
        assertThat(images.stream().map(PlannedImage::variant))
                .containsExactly("o2", "o2", "o2", "o3", "o3", "o3");
        assertThat(fake.workshop().builder().built(FakeLab.O2).orElseThrow().digest())
                .as("the image of the recipe stays what it was")
                .isEqualTo(images.getFirst().id());

        Results opened = Results.open(List.of(results));
        assertThat(opened.variants()).containsExactly("o2", "o3");
        var comparison = opened.comparison(Optional.of("o3"));
        var candidate = comparison.candidates().getFirst();
        assertThat(candidate.name()).isEqualTo("o2");
        assertThat(candidate.builds()).isEqualTo(new Builds(3, 3));
        assertThat(candidate.rows())
                .allSatisfy(
                        row -> assertThat(row.baselineUnits()).isEqualTo(3 * Mode.QUICK.rounds()));
        assertThat(opened.variances(comparison))
                .singleElement()
                .satisfies(variance -> assertThat(variance.rows()).hasSize(2));
        assertThatThrownBy(() -> opened.comparison(Optional.of("o2@1")))
                .hasMessage("there is no image o2@1; expected one of o2, o3");
    }

    @Test
    void aBuildThatIsKnownIsTheFirstOfSeveral() throws IOException {
        var known =
                fake.workshop()
                        .lab()
                        .build("x", FakeLab.O2, List.of(), false, event -> {}, new Cancellation());

        run(FakeLab.order(new Subject.OfRecipe("o2", FakeLab.O2)).withBuilds(2));

        assertThat(fake.bench.engine().builds()).hasSize(2);
        assertThat(Session.open(results).plan().images().getFirst().id()).isEqualTo(known.digest());
    }

    @Test
    void anImageOfTheEngineIsTheOnlyBuildOfItself() throws IOException {
        fake.workshop()
                .lab()
                .build("x", FakeLab.O2, List.of("mine:1"), false, event -> {}, new Cancellation());
        run(
                FakeLab.order(
                                new Subject.OfImage("mine", "mine:1"),
                                new Subject.OfRecipe("o3", FakeLab.O3))
                        .withBuilds(2));

        var candidate =
                Results.open(List.of(results)).comparison(Optional.empty()).candidates().getFirst();
        assertThat(candidate.builds()).isEqualTo(new Builds(1, 2));
        assertThat(candidate.builds().speakOfRecipes()).isFalse();
    }

    @Test
    void finishedBuildsAreNotRepeated() throws IOException {
        LabOrder order = FakeLab.twoRecipes().withBuilds(2);
        int[] left = {2};
        assertThatThrownBy(() ->
                        run(
                                order,
                                event -> {
                                    if (event instanceof LabEvent.Stage && left[0]-- == 0) {
                                        throw new Killed();
                                    }
                                },
                                new Cancellation()))
                .isInstanceOf(Killed.class);
        assertThat(fake.bench.engine().builds()).hasSize(2);

        run(order);
        run(order);

        assertThat(fake.bench.engine().builds()).hasSize(4);
        assertThatThrownBy(() -> run(FakeLab.twoRecipes()))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("holds another lab");
    }

    // Resuming

    @Test
    void startedAgainItRepeatsNothing() throws IOException {
        SessionResult first = run(FakeLab.twoRecipes());
        Map<String, Integer> measured = fake.bench.measured();

        SessionResult second = run(FakeLab.twoRecipes());

        assertThat(second.samples()).isEqualTo(first.samples());
        assertThat(fake.bench.measured()).isEqualTo(measured);
        assertThat(fake.bench.engine().builds()).hasSize(2);
    }

    /// A kill as the lab sees it: nothing of its own runs any more from some moment on.
    @Test
    void aKillAtAnyMomentCostsNoFinishedBuildAndNoFinishedUnit() throws IOException {
        Random random = new Random(9);
        int kills = 0;
        for (int number = 0; number < 20; number++) {
            fake = new FakeLab(new Workspace(folder.resolve("home" + number)));
            results = folder.resolve("results" + number);
            Map<String, Integer> built = new HashMap<>();
            int[] left = {0};
            Runnable moment =
                    () -> {
                        if (left[0]-- == 0) {
                            throw new Killed();
                        }
                    };
            fake.bench.before(datapoint -> moment.run());
            fake.prover =
                    request -> {
                        moment.run();
                        return ProvingPython.allHold(request);
                    };
            for (int attempt = 0; attempt <= 6; attempt++) {
                left[0] = attempt == 6 ? Integer.MAX_VALUE : random.nextInt(60);
                try {
                    run(
                            FakeLab.twoRecipes(),
                            event -> {
                                if (event instanceof LabEvent.Built(var receipt, boolean reused)
                                        && !reused) {
                                    built.merge(receipt.name(), 1, Integer::sum);
                                }
                                moment.run();
                            },
                            new Cancellation());
                } catch (Killed now) {
                    kills++;
                }
            }
            assertThat(built).isEqualTo(Map.of("o2", 1, "o3", 1));
            assertThat(fake.bench.measured())
                    .hasSize(4)
                    .allSatisfy(
                            (of, times) -> assertThat(times).as(of).isEqualTo(Mode.QUICK.rounds()));
            assertThat(Results.open(List.of(results)).images()).hasSize(2);
        }
        assertThat(kills).isGreaterThan(50);
    }

    @Test
    void cancelledItKeepsWhatIsDoneAndLeavesNoContainer() throws IOException {
        Cancellation cancellation = new Cancellation();
        int[] left = {5};
        fake.bench.before(datapoint -> {
            if (--left[0] == 0) {
                cancellation.cancel();
            }
        });
        assertThatThrownBy(() -> run(FakeLab.twoRecipes(), event -> {}, cancellation))
                .isInstanceOf(CancellationException.class);
        assertThat(fake.bench.engine().left()).isEmpty();

        run(FakeLab.twoRecipes());

        assertThat(fake.bench.engine().builds()).hasSize(2);
    }

    @Test
    void theOrderIsKeptFromTheVeryStart() throws IOException {
        assertThatThrownBy(() ->
                        run(
                                FakeLab.twoRecipes(),
                                event -> {
                                    throw new Killed();
                                },
                                new Cancellation()))
                .isInstanceOf(Killed.class);

        assertThat(results.resolve("lab.json")).exists();
        LabFolder one = LabFolder.claim(results, FakeLab.twoRecipes());
        LabFolder again = LabFolder.claim(results, FakeLab.twoRecipes());
        assertThat(one.seed()).isEqualTo(again.seed());
        assertThat(one.sessionId()).isEqualTo(again.sessionId()).matches("[0-9a-f]{16}");
    }

    // Refusals

    @Test
    void aFolderOfAnotherLabIsRefusedByWhatItHolds() throws IOException {
        LabFolder.claim(results, FakeLab.twoRecipes());

        assertThatThrownBy(() ->
                        LabFolder.claim(
                                results, FakeLab.order(new Subject.OfRecipe("o2", FakeLab.O2))))
                .isInstanceOfSatisfying(
                        LabException.class, e -> assertThat(e.isBadInput()).isTrue())
                .hasMessage(
                        results
                                + " holds another lab: it was started for o2, o3 (quick, 2"
                                + " datapoints). Take another folder with -o.");
    }

    @Test
    void everyPartOfAnOrderCounts() throws IOException {
        LabOrder order = FakeLab.twoRecipes();
        LabFolder.claim(results, order);
        Recipe off = Catalogue.turn(FakeLab.O3, "pymalloc", "off");
        List<LabOrder> others =
                List.of(
                        FakeLab.order(
                                new Subject.OfRecipe("o3", FakeLab.O3),
                                new Subject.OfRecipe("o2", FakeLab.O2)),
                        FakeLab.order(
                                new Subject.OfRecipe("o2", FakeLab.O2),
                                new Subject.OfRecipe("o3", off)),
                        FakeLab.order(
                                new Subject.OfRecipe("o2", FakeLab.O2),
                                new Subject.OfImage("o3", "mine:1")),
                        FakeLab.order(
                                Mode.STANDARD,
                                new Subject.OfRecipe("o2", FakeLab.O2),
                                new Subject.OfRecipe("o3", FakeLab.O3)),
                        order.withBuilds(2),
                        order.withoutRequeue(),
                        order.withLimits(new Limits(Optional.of("0"), 0)),
                        order.withLimits(new Limits(Optional.empty(), 1L << 30)),
                        new LabOrder(
                                order.subjects(),
                                order.datapoints().subList(0, 1),
                                order.mode(),
                                order.precision()));
        for (LabOrder other : others) {
            assertThatThrownBy(() -> LabFolder.claim(results, other))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("holds another lab");
        }
    }

    @Test
    void aFolderWithSomethingElseInItIsRefused() throws IOException {
        Files.createDirectories(results);
        Files.writeString(results.resolve("thesis.tex"), "precious");

        assertThatThrownBy(() -> LabFolder.claim(results, FakeLab.twoRecipes()))
                .isInstanceOfSatisfying(
                        LabException.class, e -> assertThat(e.isBadInput()).isTrue())
                .hasMessage(
                        results + " is not empty and holds no lab. Take another folder with -o.");
        assertThat(results.toFile().list()).containsExactly("thesis.tex");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Files.writeString(results, "a file");

        assertThatThrownBy(() -> LabFolder.claim(results, FakeLab.twoRecipes()))
                .isInstanceOf(LabException.class)
                .hasMessage(results + " is a file; a lab needs a folder. Take another with -o.");
    }

    @Test
    void whatAKillInTheFirstFileLeftIsNoObstacle() throws IOException {
        Files.createDirectories(results);
        Files.writeString(results.resolve("lab.json.123.tmp"), "{\"se");

        assertThat(LabFolder.claim(results, FakeLab.twoRecipes()).path()).isEqualTo(results);
    }

    @Test
    void aLabFileThatIsNoneIsNamed() throws IOException {
        Files.createDirectories(results);
        for (String text : List.of("", "nonsense", "{}", "[1]", "{\"order\": 3}")) {
            Files.writeString(results.resolve("lab.json"), text);
            assertThatThrownBy(() -> LabFolder.claim(results, FakeLab.twoRecipes()))
                    .as(text)
                    .isInstanceOfSatisfying(
                            LabException.class, e -> assertThat(e.isBadInput()).isTrue())
                    .hasMessageContaining(results.resolve("lab.json") + " is not a lab");
        }
    }

    @Test
    void twoSubjectsOfOneNameAreAMistakeOfTheCaller() {
        assertThatThrownBy(() ->
                        FakeLab.order(
                                new Subject.OfRecipe("x", FakeLab.O2),
                                new Subject.OfRecipe("x", FakeLab.O3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SessionResult run(LabOrder order) throws IOException {
        return run(order, event -> {}, new Cancellation());
    }

    private SessionResult run(
            LabOrder order, Consumer<LabEvent> listener, Cancellation cancellation)
            throws IOException {
        try (Workshop workshop = fake.workshop()) {
            return workshop.lab().run(order, results, listener, cancellation);
        }
    }

    @Test
    void whatTheEngineCannotRunIsRefusedBeforeAnythingIsBuilt() {
        Recipe foreign = Catalogue.turn(FakeLab.O2, "architecture", "s390x");

        assertThatThrownBy(() -> build(foreign))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("is for s390x")
                .hasMessageContaining("binfmt --install s390x");
        assertThat(fake.bench.engine().builds()).hasSize(1);
        assertThat(fake.bench.engine().image(ImageBuilder.reference(foreign))).isEmpty();
    }

    @Test
    void anEmulatedBuildSaysThatItIsSlow() throws IOException {
        fake.bench.engine().executing(Map.of("arm64", "aarch64"));

        assertThat(build(Catalogue.turn(FakeLab.O2, "architecture", "arm64")))
                .anyMatch(line -> line.contains("emulates arm64: the build takes ten to twenty"));
    }

    @Test
    void anEmulatedRecipeIsNotEvenBuiltToBeMeasured() {
        fake.bench.engine().executing(Map.of("arm64", "aarch64"));
        Recipe foreign = Catalogue.turn(FakeLab.O2, "architecture", "arm64");

        assertThatThrownBy(() ->
                        run(
                                FakeLab.order(
                                        new Subject.OfRecipe("o2", FakeLab.O2),
                                        new Subject.OfRecipe("arm", foreign))))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining(
                        "arm is for arm64 and would be emulated on this amd64 engine");
        assertThat(fake.bench.engine().image(ImageBuilder.reference(FakeLab.O2))).isEmpty();
        assertThat(results).doesNotExist();
    }

    private List<String> build(Recipe recipe) throws IOException {
        List<String> notes = new ArrayList<>();
        fake.workshop()
                .lab()
                .build(
                        "mine",
                        recipe,
                        List.of(),
                        false,
                        event -> {
                            if (event instanceof LabEvent.Note(String text)) {
                                notes.add(text);
                            }
                        },
                        new Cancellation());
        return notes;
    }
}
