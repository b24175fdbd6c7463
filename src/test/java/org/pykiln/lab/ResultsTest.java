package org.pykiln.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.bench.Mode;
import org.pykiln.bench.UnitMetadata;
import org.pykiln.engine.Cancellation;
import org.pykiln.pyperf.PerfFileException;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Interval;
import org.pykiln.workspace.Workspace;

class ResultsTest {
    private static final Path SAMPLES = Path.of("src", "test", "resources", "pyperf");
    private static final Path PYMALLOC = SAMPLES.resolve("glibc_pymalloc.json");
    private static final Path MALLOC = SAMPLES.resolve("glibc_malloc.json");

    @TempDir Path folder;

    @Test
    void aSessionIsOpenedWithItsReceipts() throws IOException {
        Path session = measured("session");

        Results results = Results.open(List.of(session));

        assertThat(results.title()).isEqualTo("session");
        assertThat(results.images().stream().map(Results.Measured::name))
                .containsExactly("o2", "o3");
        assertThat(results.images())
                .allSatisfy(image -> assertThat(image.receipt()).isPresent())
                .allSatisfy(image ->
                        assertThat(image.suite().benchmarks())
                                .allSatisfy(benchmark ->
                                        assertThat(benchmark.valueRuns())
                                                .hasSize(Mode.QUICK.rounds())));
        Comparison comparison = results.comparison(Optional.empty());
        assertThat(comparison.baseline()).isEqualTo("o2");
        assertThat(comparison.candidates()).hasSize(1);
        assertThat(results.comparison(Optional.of("o3")).baseline()).isEqualTo("o3");
    }

    @Test
    void whatCameOutIsWrittenBesideTheSession() throws IOException {
        Path session = measured("session");
        Results results = Results.open(List.of(session));

        LabReport.write(results, results.comparison(Optional.empty()), session);

        assertThat(LabFolder.claim(session, FakeLab.twoRecipes()).results())
                .extracting(file -> file.getFileName().toString())
                .contains(
                        "analysis.json",
                        "comparison.csv",
                        "comparison.md",
                        "lab.json",
                        "o2.json",
                        "o3.json",
                        "report.html",
                        "session.json");
        assertThat(Files.readString(session.resolve("report.html")))
                .contains(FakeLab.O2.hash().substring(0, 12), "the interpreter runs on glibc");
        // and is no obstacle to reading the session again
        assertThat(Results.open(List.of(session)).images()).hasSize(2);
    }

    @Test
    void whatDidNotComeToThePrecisionIsNamed() throws IOException {
        Path session = measured("session");
        Path plan = session.resolve("session.json");
        Files.writeString(
                plan, Files.readString(plan).replaceFirst("\\{", "{ \"precision\" : 0.01,"));
        assertThat(Results.open(List.of(session)).warnings())
                .noneMatch(warning -> warning.contains("did not come to"));

        try (Stream<Path> units = Files.walk(session.resolve("units").resolve("o3"))) {
            Path one = units.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
            Files.writeString(one, Files.readString(one).replace("0.25", "0.75"));
        }

        assertThat(Results.open(List.of(session)).warnings())
                .anyMatch(
                        warning -> warning.matches("o3 did not come to ±1 %: \\w+ \\(±.* %\\)\\."));
    }

    @Test
    void aReceiptThatCannotBeReadIsLeftOut() throws IOException {
        Path session = measured("session");
        Files.write(session.resolve("receipts").resolve("o2.json"), new byte[] {(byte) 0xff});
        Files.writeString(session.resolve("receipts").resolve("o3.json"), "{}");

        assertThat(Results.open(List.of(session)).images())
                .allSatisfy(image -> assertThat(image.receipt()).isEmpty());
    }

    @Test
    void aFolderWithoutASessionIsRefused() {
        assertThatThrownBy(() -> Results.open(List.of(folder)))
                .isInstanceOfSatisfying(
                        LabException.class, e -> assertThat(e.isBadInput()).isTrue())
                .hasMessage(folder + " holds no session: expected the folder of a bench or a lab");
    }

    @Test
    void pyperfFilesAreOpenedUnderTheirShortNames() throws IOException {
        Results results = Results.open(List.of(PYMALLOC, MALLOC));

        assertThat(results.title()).isEqualTo("glibc_pymalloc, glibc_malloc");
        Comparison comparison = results.comparison(Optional.empty());
        assertThat(comparison.baseline()).isEqualTo("glibc_pymalloc");
        assertThat(comparison.candidates()).hasSize(1);
        assertThat(comparison.candidates().getFirst().rows()).isNotEmpty();
        assertThat(results.comparison(Optional.of("glibc_malloc")).candidates().getFirst().name())
                .isEqualTo("glibc_pymalloc");
    }

    /// As pyperf does, which finds no difference.
    @Test
    void aFileMayBeComparedWithItself() throws IOException {
        Comparison comparison =
                Results.open(List.of(PYMALLOC, PYMALLOC)).comparison(Optional.empty());

        assertThat(comparison.candidates()).hasSize(1);
        assertThat(comparison.candidates().getFirst().rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.estimate().ratio()).isEqualTo(1.0));
    }

    @Test
    void anUnknownBaselineIsNamedWithWhatThereIs() throws IOException {
        Results results = Results.open(List.of(PYMALLOC, MALLOC));

        assertThatThrownBy(() -> results.comparison(Optional.of("musl")))
                .isInstanceOfSatisfying(
                        LabException.class, e -> assertThat(e.isBadInput()).isTrue())
                .hasMessage("there is no image musl; expected one of glibc_pymalloc, glibc_malloc");
    }

    @Test
    void oneFileAloneIsNothingToCompare() throws IOException {
        Results results = Results.open(List.of(PYMALLOC));

        assertThatThrownBy(() -> results.comparison(Optional.empty()))
                .isInstanceOfSatisfying(
                        LabException.class, e -> assertThat(e.isBadInput()).isTrue())
                .hasMessageContaining("needs a candidate");
    }

    @Test
    void filesWithoutACommonBenchmarkAreRefused() throws IOException {
        Results results = Results.open(List.of(PYMALLOC, SAMPLES.resolve("command_startup.json")));

        assertThatThrownBy(() -> results.comparison(Optional.empty()))
                .isInstanceOfSatisfying(
                        LabException.class, e -> assertThat(e.isBadInput()).isTrue());
    }

    @Test
    void aMissingOrBrokenFileIsNamed() throws IOException {
        Path missing = folder.resolve("missing.json");
        assertThatThrownBy(() -> Results.open(List.of(PYMALLOC, missing)))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(missing.toString());
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\n  \"benchmarks\": 3");
        assertThatThrownBy(() -> Results.open(List.of(PYMALLOC, broken)))
                .isInstanceOf(PerfFileException.class)
                .hasMessageContaining(broken + ":2:");
    }

    /// What drifts from round to round is common to images that were measured together, and to no
    /// others: the same numbers give a narrow interval in one session and a wide one otherwise.
    @Test
    void roundsCountOnlyInsideOneSession() throws IOException {
        Path base = suite("base", 1.0, Optional.of("s1"));
        Path together = suite("together", 1.1, Optional.of("s1"));
        Path elsewhere = suite("elsewhere", 1.1, Optional.of("s2"));
        Path unknown = suite("unknown", 1.1, Optional.empty());

        double paired = width(base, together);

        assertThat(width(base, elsewhere)).isGreaterThan(5 * paired);
        assertThat(width(base, unknown)).isGreaterThan(5 * paired);
        assertThat(width(unknown, suite("unknown2", 1.1, Optional.empty())))
                .isGreaterThan(5 * paired);
    }

    private static double width(Path base, Path candidate) throws IOException {
        Comparison comparison = Results.open(List.of(base, candidate)).comparison(Optional.empty());
        Interval interval =
                Objects.requireNonNull(
                        comparison.candidates().getFirst().rows().getFirst().estimate().interval());
        return interval.high() - interval.low();
    }

    /// Twelve processes, each with the drift of its round and a little noise of its own.
    private Path suite(String name, double level, Optional<String> session) throws IOException {
        Random drift = new Random(1);
        Random noise = new Random(name.length());
        List<String> runs = new ArrayList<>();
        for (int round = 1; round <= 12; round++) {
            double value =
                    level * (1 + 0.2 * drift.nextDouble()) * (1 + 0.001 * noise.nextDouble());
            String metadata =
                    session.map(id -> ", \"%s\": \"%s\"".formatted(UnitMetadata.SESSION, id))
                            .orElse("");
            runs.add(
                    "{\"values\": [%s], \"metadata\": {\"%s\": %d%s}}"
                            .formatted(value, UnitMetadata.ROUND, round, metadata));
        }
        return Files.writeString(
                folder.resolve(name + ".json"),
                "{\"version\": \"1.0\", \"metadata\": {\"name\": \"x\"}, \"benchmarks\": [{\"runs\": [%s]}]}"
                        .formatted(String.join(", ", runs)));
    }

    private Path measured(String name) throws IOException {
        FakeLab fake = new FakeLab(new Workspace(folder.resolve("home")));
        Path session = folder.resolve(name);
        try (Workshop workshop = fake.workshop()) {
            workshop.lab().run(FakeLab.twoRecipes(), session, event -> {}, new Cancellation());
        }
        return session;
    }
}
