package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.EngineArchitectures;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineFacts;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ExecResult;
import org.pykiln.engine.Labels;
import org.pykiln.pyperf.Metadata;
import org.pykiln.pyperf.PerfJson;
import org.pykiln.workspace.Workspace;

final class SessionRunnerTest {
    @TempDir Path folder;

    private final FakePython python = new FakePython();
    private final List<SessionEvent> events = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private Workspace workspace;
    private PlannedImage a;
    private PlannedImage b;

    @BeforeEach
    void images() {
        workspace = new Workspace(folder.resolve("workspace"));
        a = python.image("a");
        b = python.image("b");
    }

    private SessionPlan plan(int rounds, String... datapoints) {
        return new SessionPlan(
                "session",
                Kit.HASH,
                42,
                List.of(a, b),
                List.of(datapoints),
                rounds,
                1,
                3,
                100,
                Optional.empty(),
                0,
                Optional.empty());
    }

    private Session session(int rounds, String... datapoints) {
        return Session.create(folder.resolve("session"), plan(rounds, datapoints));
    }

    private SessionResult run(Session session) {
        return run(session, FakeLayers.EMPTY);
    }

    private <T> Stream<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    @Test
    void measuresEveryUnitOnceAndCalibratesOnTheBaseline() throws IOException {
        SessionResult result = run(session(4, "nbody", "deepcopy", "deepcopy_memo"));

        assertThat(result.failures()).isEmpty();
        assertThat(python.measured)
                .hasSize(6)
                .allSatisfy((unit, times) -> assertThat(times).isEqualTo(4));
        assertThat(python.calibrated)
                .containsOnlyKeys("a/nbody", "a/deepcopy", "a/deepcopy_memo")
                .allSatisfy((unit, times) -> assertThat(times).isEqualTo(1));
        assertThat(result.samples().get("b").get("deepcopy_memo"))
                .extracting(ProcessMean::round)
                .containsExactly(1, 2, 3, 4);
        assertThat(PerfJson.read(folder.resolve("session/a.json")).names())
                .containsExactly("nbody", "deepcopy", "deepcopy_memo");
        assertThat(events(SessionEvent.UnitFinished.class)).hasSize(24);
        SessionEvent.Progress last = events(SessionEvent.Progress.class).toList().getLast();
        assertThat(last.finished()).isEqualTo(24);
        assertThat(last.remaining()).isZero();
        assertThat(python.engine.left()).isEmpty();
    }

    @Test
    void aFinishedSessionNeedsNoEngine() {
        Session session = session(2, "nbody");
        run(session);
        python.engine.die();
        assertThat(run(Session.open(session.folder())).samples().get("a").get("nbody")).hasSize(2);
    }

    @Test
    void moreRoundsMeasureOnlyTheNewOnes() {
        run(session(2, "nbody"));
        SessionResult result = run(session(5, "nbody"));
        assertThat(result.samples().get("a").get("nbody")).hasSize(5);
        assertThat(python.measured).containsEntry("a/nbody", 5).containsEntry("b/nbody", 5);
        assertThat(python.calibrated).containsEntry("a/nbody", 1);
    }

    @Test
    void corruptUnitsAreSetAsideAndMeasuredAgain() throws IOException {
        Session session = session(3, "nbody", "float");
        run(session);
        Path units = session.folder().resolve("units/b/nbody");
        Files.writeString(units.resolve("2.json"), "{\"half\": ");
        Files.copy(
                session.folder().resolve("units/a/nbody/3.json"),
                units.resolve("3.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        SessionResult result = run(session);
        assertThat(result.samples().get("b").get("nbody")).hasSize(3);
        assertThat(python.measured).containsEntry("b/nbody", 5).containsEntry("a/nbody", 3);
        assertThat(units.resolve("2.json.invalid")).hasContent("{\"half\": ");
    }

    @Test
    void aLostCalibrationDoesNotCostFinishedUnits() throws IOException {
        Session session = session(2, "nbody");
        run(session);
        Files.writeString(session.folder().resolve("calibration/nbody.json"), "");
        run(session.withRounds(3));
        assertThat(python.measured).containsEntry("a/nbody", 3);
        assertThat(python.calibrated).containsEntry("a/nbody", 1);
    }

    @Test
    void aUnitThatFailsOnceIsRetried() {
        List<String> failed = new ArrayList<>();
        python.instead =
                (image, datapoint) -> {
                    if (datapoint.name().equals("float") && failed.size() == 1) {
                        failed.add("again");
                        return Optional.of(new ExecResult(1, "", "Traceback\nValueError: bad"));
                    }
                    failed.add("");
                    return Optional.empty();
                };
        SessionResult result = run(session(2, "float"));
        assertThat(result.failures()).isEmpty();
        assertThat(events(SessionEvent.UnitFailed.class))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.willRetry()).isTrue();
                    assertThat(event.message()).endsWith("ValueError: bad");
                });
        assertThat(result.samples().get("a").get("float")).hasSize(2);
    }

    @Test
    void aDatapointThatAlwaysFailsIsReportedAndDoesNotStopTheOthers() {
        python.instead =
                (image, datapoint) ->
                        datapoint.name().equals("float") && image.equals(b.id())
                                ? Optional.of(new ExecResult(137, "", ""))
                                : Optional.empty();
        Session session = session(6, "float", "nbody");
        SessionResult result = run(session);
        assertThat(result.samples().get("b")).containsOnlyKeys("nbody");
        assertThat(result.samples().get("a")).containsOnlyKeys("nbody", "float");
        assertThat(result.failedDatapoints()).containsOnlyKeys("float");
        assertThat(result.failures())
                .hasSize(2)
                .allSatisfy(failure -> {
                    assertThat(failure.image()).isEqualTo("b");
                    assertThat(failure.attempts()).isEqualTo(2);
                    assertThat(failure.message()).contains("killed");
                });

        python.instead = (image, datapoint) -> Optional.empty();
        assertThat(run(session).failures()).isEmpty();
    }

    @Test
    void whatTheBaselineCannotCalibrateIsCalibratedElsewhere() {
        python.instead =
                (image, datapoint) ->
                        image.equals(a.id())
                                ? Optional.of(new ExecResult(1, "", "no sqlite3"))
                                : Optional.empty();
        SessionResult result = run(session(2, "nbody"));
        assertThat(python.calibrated).containsOnlyKeys("b/nbody");
        assertThat(result.samples()).containsOnlyKeys("b");
        assertThat(result.failedDatapoints().get("nbody").log()).isEqualTo("no sqlite3");
    }

    @Test
    void aBenchmarkForALaterPythonIsReportedForTheWholeSession() {
        python.python = "3.11.9";
        SessionResult result = run(session(2, "async_tree_eager", "nbody"));
        assertThat(result.samples().get("a")).containsOnlyKeys("nbody");
        assertThat(result.failedDatapoints().get("async_tree_eager").message())
                .contains("needs Python 3.12", "3.11.9");
    }

    private SessionResult run(Session session, LayerSource layers) {
        return new SessionRunner(
                        python.engine,
                        new NativeOnly(python.engine, new EngineArchitectures()),
                        FakeKit.in(workspace),
                        layers,
                        workspace)
                .run(session, events::add, cancellation);
    }

    @Test
    void packagesAreMountedAndOnlyForTheirOwnBenchmark() {
        List<ContainerRequest> requests = new ArrayList<>();
        python.before = datapoint -> requests.add(python.engine.started().getLast());
        python.extensions = "\"markupsafe._speedups\", \"yaml._yaml\"";
        SessionResult result = run(session(1, "mako", "nbody"));

        Layer mako = FakeLayers.layer("bm_mako");
        assertThat(requests)
                .isNotEmpty()
                .allSatisfy(request ->
                        assertThat(request.volumes())
                                .containsEntry(mako.volume().name(), mako.path())
                                .hasSize(2));
        assertThat(python.layers).containsEntry("mako", mako.path()).containsEntry("nbody", "");
        assertThat(metadata(result, "mako").text(UnitMetadata.EXTENSIONS))
                .hasValue("markupsafe._speedups,yaml._yaml");
        assertThat(metadata(result, "mako").text(UnitMetadata.LAYER)).hasValue(mako.hash());
        assertThat(metadata(result, "nbody").text(UnitMetadata.EXTENSIONS)).isEmpty();
        assertThat(python.engine.volumes(Map.of(Labels.LAYER, mako.hash()))).hasSize(1);
        assertThat(result.warnings()).noneMatch(warning -> warning.contains("extension"));
    }

    private static Metadata metadata(SessionResult result, String datapoint) {
        return result.suites().get("a").benchmarks().stream()
                .filter(benchmark -> benchmark.name().equals(datapoint))
                .findFirst()
                .orElseThrow()
                .valueRuns()
                .getFirst()
                .metadata();
    }

    @Test
    void otherExtensionsOnAnotherImageAreAWarning() {
        python.before = datapoint -> python.extensions = "";
        Session session = session(1, "mako");
        python.instead =
                (image, datapoint) -> {
                    python.extensions = image.equals(a.id()) ? "\"markupsafe._speedups\"" : "";
                    return Optional.empty();
                };
        assertThat(run(session).warnings())
                .contains(
                        "mako did not load the same extension modules everywhere:"
                                + " markupsafe._speedups on a; none on b.");
    }

    @Test
    void packagesThatCannotBeHadLeaveOutTheirBenchmarkAlone() {
        LayerSource none =
                (lock, target, log, cancel) -> {
                    throw new LayerMissingException("pip says: no route");
                };
        Session session = session(2, "mako", "nbody");
        SessionResult result = run(session, none);
        assertThat(result.samples().get("b")).containsOnlyKeys("nbody");
        assertThat(result.failedDatapoints().get("mako").message())
                .isEqualTo("Its packages cannot be had for a: pip says: no route.");
        assertThat(events(SessionEvent.UnitFailed.class))
                .extracting(failed -> failed.unit().datapoint())
                .containsExactly("mako");

        SessionResult later = run(session);
        assertThat(later.failures()).isEmpty();
        assertThat(later.samples().get("b")).containsOnlyKeys("mako", "nbody");
    }

    @Test
    void aSessionGoesOnWithTheSamePackagesOrNotAtAll() {
        Session session = session(1, "mako");
        run(session);
        Session more = session.withRounds(2);
        LayerSource other = (lock, target, log, cancel) -> FakeLayers.layer("compiled anew");
        assertThatThrownBy(() -> run(more, other))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("mako were measured with packages of other content");
        assertThat(run(more).samples().get("a").get("mako")).hasSize(2);
    }

    @Test
    void aSessionWithNothingLeftIsAnError() {
        LayerSource none =
                (lock, target, log, cancel) -> {
                    throw new LayerMissingException("pip says: no route");
                };
        assertThatThrownBy(() -> run(session(1, "mako", "sympy_str"), none))
                .isInstanceOf(BenchException.class)
                .hasMessageStartingWith("None of the benchmarks can be measured: Its packages");
        assertThat(python.engine.left()).isEmpty();
    }

    @Test
    void packagesThatNeedALaterGlibcAreFoundOutBefore() {
        LayerSource demanding =
                (lock, target, log, cancel) ->
                        new Layer(
                                "0".repeat(64),
                                List.of(Path.of("x-1-cp313-cp313-manylinux_2_42_x86_64.whl")));
        SessionResult result = run(session(1, "mako", "nbody"), demanding);
        assertThat(result.failedDatapoints().get("mako").message())
                .endsWith("they need glibc 2.42 or later, and it has glibc 2.41.");
    }

    @Test
    void aBenchmarkForAnEarlierPythonIsReportedForTheWholeSession() {
        python.python = "3.14.6";
        SessionResult result = run(session(2, "homeassistant_fire_events", "nbody"));
        assertThat(result.samples().get("a")).containsOnlyKeys("nbody");
        assertThat(result.failedDatapoints().get("homeassistant_fire_events").message())
                .isEqualTo("homeassistant needs Python from 3.13 to before 3.14; a has 3.14.6.");
    }

    @Test
    void aContainerThatEndsIsReplaced() {
        List<String> ended = new ArrayList<>();
        python.before =
                datapoint -> {
                    if (ended.isEmpty()) {
                        ended.add("once");
                        throw new EngineException(
                                new EngineProblem.ContainerMissing("c", "it is gone"));
                    }
                };
        assertThat(run(session(2, "nbody")).failures()).isEmpty();
        assertThat(python.engine.left()).isEmpty();
    }

    @Test
    void cancellingKeepsWhatIsFinished() {
        int[] workers = {0};
        python.before =
                datapoint -> {
                    if (++workers[0] == 8) {
                        cancellation.cancel();
                    }
                };
        Session session = session(5, "nbody");
        assertThatThrownBy(() -> run(session)).isInstanceOf(CancellationException.class);
        assertThat(python.engine.left()).isEmpty();
        assertThat(
                        session.result().samples().values().stream()
                                .mapToInt(of -> of.get("nbody").size()))
                .satisfies(counts ->
                        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(6));
        assertThat(session.suiteFile("a")).exists();
    }

    @Test
    void anotherSessionOnTheEngineIsNotDisturbed() {
        String foreign =
                python.engine.start(
                        new ContainerRequest(
                                a.id(),
                                List.of(),
                                "",
                                Map.of(),
                                Map.of(Labels.SESSION, "other", Labels.OWNER, "elsewhere|1|1"),
                                Map.of(),
                                true,
                                Optional.empty(),
                                0,
                                false,
                                Map.of()),
                        warning -> {});
        assertThatThrownBy(() -> run(session(1, "nbody")))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("measuring on this engine (elsewhere|1|1)")
                .hasMessageContaining("docker rm -f " + foreign);
        python.engine.removeContainer(foreign);
        assertThat(run(session(1, "nbody")).failures()).isEmpty();
    }

    @Test
    void emulatedImagesAreRefused() {
        b = python.image("b", "arm64");
        python.engine.executing(Map.of("arm64", "aarch64"));
        assertThatThrownBy(() -> run(session(2, "nbody")))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("arm64 and would be emulated on this amd64 engine");
        b = python.image("c", "i386");
        assertThat(run(Session.create(folder.resolve("native"), plan(2, "nbody"))).failures())
                .isEmpty();
    }

    @Test
    void imagesThatAreGoneAreRefused() {
        b = new PlannedImage("b", "b:latest", "sha256:gone");
        assertThatThrownBy(() -> run(session(2, "nbody")))
                .hasMessageContaining("The image b is not on the engine any more");
    }

    @Test
    void imagesGetDifferentNamesFromTheirReferences() {
        List<PlannedImage> images =
                PlannedImage.all(python.engine, List.of("a:latest", "b", "a:latest", a.id()));
        assertThat(images)
                .extracting(PlannedImage::name)
                .containsExactly("a", "b", "a-2", "sha256-a");
        assertThat(images).extracting(PlannedImage::id).contains(a.id(), b.id());
        assertThatThrownBy(() -> PlannedImage.all(python.engine, List.of("none:1")))
                .hasMessage("There is no image none:1 on the engine. Build it first.");
    }

    @Test
    void twoSessionsAtOnceAreRefused() throws IOException {
        Session session = session(2, "nbody");
        try (MeasuringLock held = MeasuringLock.acquire(workspace, session)) {
            assertThatThrownBy(() -> run(session))
                    .isInstanceOf(BenchException.class)
                    .hasMessageContaining("Another benchmark session is measuring");
        }
        assertThat(run(session).failures()).isEmpty();
    }

    @Test
    void otherWorkInTheSameFolderIsRefused() {
        session(2, "nbody");
        assertThatThrownBy(() -> session(2, "nbody", "float"))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("has other benchmarks");
        b = new PlannedImage("b", "b:latest", "sha256:rebuilt");
        assertThatThrownBy(() -> session(2, "nbody")).hasMessageContaining("built anew");
    }

    @Test
    void resumingElsewhereIsRefused() {
        Session session = session(2, "nbody");
        run(session);
        python.platform = "Linux on another kernel";
        assertThatThrownBy(() -> run(session.withRounds(3)))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("platform = Linux; now it is Linux on another kernel");
    }

    @Test
    void roundsStopWhenThereIsEnough() {
        Enough enough = (datapoint, means) -> datapoint.equals("nbody");
        Session session = session(9, "nbody", "float");
        SessionResult result =
                new SessionRunner(
                                python.engine,
                                new NativeOnly(python.engine, new EngineArchitectures()),
                                FakeKit.in(workspace),
                                FakeLayers.EMPTY,
                                workspace)
                        .run(session, enough, new Pause(), events::add, cancellation);
        assertThat(result.samples().get("a").get("nbody")).hasSize(Mode.QUICK.rounds());
        assertThat(result.samples().get("b").get("nbody")).hasSize(Mode.QUICK.rounds());
        assertThat(result.samples().get("a").get("float")).hasSize(9);
    }

    /// The stand-in's values do not differ from unit to unit, so ten rounds are enough.
    @Test
    void aPlanWithAPrecisionEndsThere() {
        Session session =
                Session.create(
                        folder.resolve("session"),
                        plan(20, "nbody").withPrecision(new Precision(0.01)));
        SessionResult result = run(session);
        assertThat(result.samples().get("a").get("nbody")).hasSize(Precision.FEWEST_ROUNDS);
        assertThat(result.samples().get("b").get("nbody")).hasSize(Precision.FEWEST_ROUNDS);
        assertThatThrownBy(() -> session(20, "nbody"))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("another precision");
    }

    @Test
    void warningsOfTheHostAreKept() {
        python.engine.withFacts(
                new EngineFacts("fake", "fake:", "0", "1.44", "amd64", 2, 1, "", "", "", "2"));
        python.engine.withWarnings("no swap limit");
        Session session = session(1, "nbody");
        assertThat(run(session).warnings()).contains("no swap limit");
        assertThat(Session.open(session.folder()).result().warnings()).contains("no swap limit");
    }

    @Test
    void aCutLineOfFailuresIsSkipped() throws IOException {
        Session session = session(1, "nbody");
        session.journal().record(new UnitFailure("a", "nbody", 1, 2, "first", "log\nof it"));
        Path file = session.folder().resolve("failures.jsonl");
        Files.write(
                file,
                "{\"image\": \"a\", \"da".getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.APPEND);
        session.journal().record(new UnitFailure("b", "nbody", 1, 2, "third", ""));
        assertThat(session.result().failures())
                .extracting(UnitFailure::message)
                .containsExactly("first", "third");
    }
}
