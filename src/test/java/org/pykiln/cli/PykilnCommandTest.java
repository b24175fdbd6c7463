package org.pykiln.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pykiln.bench.Kit;
import org.pykiln.cli.Cli.Ran;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ImageFacts;
import org.pykiln.engine.Labels;
import org.pykiln.image.ImageBuilder;
import org.pykiln.image.ProvingPython;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.testing.Golden;

class PykilnCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SAMPLES = Path.of("src", "test", "resources", "pyperf");
    private static final String PYMALLOC = SAMPLES.resolve("glibc_pymalloc.json").toString();
    private static final String MALLOC = SAMPLES.resolve("glibc_malloc.json").toString();

    @TempDir Path folder;

    private Cli cli;

    @BeforeEach
    void setUp() {
        cli = new Cli(folder.resolve("home"));
    }

    // Help and usage

    static Stream<String> commands() {
        return Stream.of(
                "presets",
                "knobs",
                "show",
                "check",
                "diff",
                "dockerfile",
                "export",
                "build",
                "verify",
                "bench",
                "compare",
                "stats",
                "check-results",
                "hist",
                "metadata",
                "dump",
                "slowest",
                "analyse",
                "replay",
                "report",
                "bundle",
                "open-bundle",
                "chart",
                "lab",
                "ladder",
                "self-test",
                "wheels",
                "engines",
                "doctor",
                "clean");
    }

    @Test
    void theHelpNamesEveryCommandOfTheDesign() {
        Ran help = cli.run("--help");

        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(commands()).allMatch(help.out()::contains);
        Golden.check("cli/help.txt", help.out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasItsHelp(String command) {
        Ran help = cli.run(command, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        Golden.check("cli/" + command + ".txt", help.out());
    }

    @Test
    void theVersionIsPrinted() {
        assertThat(cli.run("--version").code()).isZero();
        assertThat(cli.run("--version").out()).startsWith("PyKiln ");
        assertThat(cli.run("lab", "--version").out()).startsWith("PyKiln ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                                                 | Missing required subcommand
                    frobnicate                   | frobnicate
                    show                         | PRESET
                    show quick quick             | quick
                    show quick --frob            | --frob
                    diff quick                   | PRESET
                    export quick                 | --to
                    compare                      | FILE
                    compare a b --table-format x | REST, MD
                    compare a b --min-speed fast | fast
                    dockerfile quick --dialect x | PORTABLE
                    lab quick -o x               | PRESET
                    lab quick debian-o2          | --output
                    lab quick debian-o2 -o x --quick --rigorous | mutually exclusive
                    report a b                   | --output
                    build quick --set            | --set
                    """)
    void badUsageIsExplained(String line, String mentions) {
        Ran ran = cli.run(line == null ? new String[0] : line.split(" "));

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(mentions).doesNotContain("Exception");
    }

    @Test
    void aMistypedCommandGetsTheNearestOne() {
        assertThat(cli.run("dockerfil", "quick").err()).contains("pykiln dockerfile");
    }

    // Bad input: what was expected and the nearest valid value

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show",
                "check",
                "dockerfile",
                "build",
                "bench -o x",
                "export --to x",
                "diff quick",
                "lab quick -o x"
            })
    void anUnknownPresetIsAnsweredWithTheNearest(String command) {
        Ran ran = cli.run((command + " debian-o22").split(" "));

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("debian-o22", "nearest: debian-o2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    show quick+optlevel=-O3      | optlevel | nearest: opt-level
                    show quick --set optlevel=-O3 | optlevel | nearest: opt-level
                    show quick+lto=fulll         | fulll    | nearest: full
                    show quick --set lto=fulll   | fulll    | nearest: full
                    check quick+python=3.14.66   | 3.14.66  | nearest: 3.14.6
                    knobs opt-levl               | opt-levl | nearest: opt-level
                    """)
    void anUnknownKnobOrValueIsAnsweredWithTheNearest(String line, String bad, String nearest) {
        Ran ran = cli.run(line.split(" "));

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(bad, nearest, "expected");
    }

    @Test
    void aPresetFileIsAnsweredWithLineAndColumn() throws IOException {
        Path file = folder.resolve("mine.json");
        Files.writeString(
                file,
                """
                {"schema": 1, "name": "mine", "description": "x", "tags": [],
                 "knobs": {"lto": "fulll"}}
                """);

        Ran ran = cli.run("show", file.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains(file + ":2:", "expected one of off, thin, full");
    }

    @Test
    void aResultFileIsAnsweredWithLineAndColumn() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{\n  \"version\": nonsense}");
        for (String command : List.of("stats", "check-results", "analyse")) {
            Ran ran = cli.run(command, file.toString(), PYMALLOC);

            assertThat(ran.code()).as(command).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).contains(file + ":2:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stats", "check-results", "analyse", "compare", "report -o x.html"})
    void aFileThatIsMissingIsNamed(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of(PYMALLOC, "missing.json"));

        Ran ran = cli.run(words.toArray(String[]::new));

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).isEqualTo("there is no file missing.json\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stats", "check-results", "hist", "compare"})
    void aFolderIsNoFile(String command) {
        Ran ran = cli.run(command, PYMALLOC, folder.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains(folder + " is a folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -b nbdy        | nbody
                    -b -all,-smoke | No benchmark is left
                    --cpuset two   | --cpuset cannot be "two"
                    --cpuset 1-    | --cpuset cannot be "1-"
                    --memory lots  | --memory cannot be "lots"; expected a size such as 512m or 2g
                    --memory 1m    | --memory cannot be "1m"; expected at least 64m; nearest: 64m
                    --precision tight | --precision cannot be "tight"; expected 0.1% to 20%, such as 1%
                    --precision 0.01% | --precision cannot be "0.01%"; expected 0.1% to 20%; nearest: 0.1%
                    --precision 90    | --precision cannot be "90"; expected 0.1% to 20%; nearest: 20%
                    --precision 1% --quick | --precision needs more than 10 processes, and --quick has 6; nearest: --standard
                    """)
    void whatCannotBeMeasuredIsRefusedBeforeAnythingIsBuilt(String options, String mentions) {
        String results = folder.resolve("results").toString();
        List<String> words = new ArrayList<>(List.of("lab", "quick", "debian-o2", "-o", results));
        words.addAll(List.of(options.split(" ")));

        Ran ran = cli.run(words.toArray(String[]::new));

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains(mentions);
        assertThat(cli.lab.bench.engine().builds()).isEmpty();
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void aReportHasAFormatThatIsKnown() {
        Path file = folder.resolve("report.pdf");
        Ran ran = cli.run("report", PYMALLOC, MALLOC, "-o", file.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains(".html, .md, .csv or .json");
        assertThat(file).doesNotExist();
    }

    // No engine

    @ParameterizedTest
    @ValueSource(strings = {"build quick", "verify x", "bench quick -o x", "clean", "engines"})
    void withoutAnEngineEveryCommandThatNeedsOneEndsWith3(String line) {
        cli.noEngine = Optional.of(new EngineProblem.Unreachable("fake:", "nothing answers"));

        Ran ran = cli.run(line.split(" "));

        assertThat(ran.code()).isEqualTo(ExitCode.NO_ENGINE);
        assertThat(ran.out() + ran.err()).contains("nothing answers");
    }

    @Test
    void aLabWithoutAnEngineLeavesNoFolder() {
        cli.noEngine = Optional.of(new EngineProblem.PermissionDenied("fake:", "not yours"));
        Path results = folder.resolve("results");

        Ran ran = cli.run("lab", "quick", "debian-o2", "-o", results.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.NO_ENGINE);
        assertThat(ran.err()).contains("not yours");
        assertThat(results).doesNotExist();
    }

    // Cancelled

    @ParameterizedTest
    @ValueSource(strings = {"build quick", "lab quick debian-o2 -o %s", "bench quick -o %s"})
    void aCancelledCommandEndsWith130(String line) {
        cli.cancellation.cancel();

        Ran ran = cli.run(line.formatted(folder.resolve("results")).split(" "));

        assertThat(ran.code()).isEqualTo(ExitCode.CANCELLED);
        assertThat(ran.err()).endsWith("Cancelled.\n");
        assertThat(cli.lab.bench.engine().left()).isEmpty();
    }

    // JSON for scripts

    @Test
    void presetsAreListedAsJson() {
        Ran ran = cli.run("presets", "--json");

        assertThat(ran.code()).isZero();
        JsonNode presets = json(ran);
        assertThat(presets).hasSizeGreaterThan(5);
        assertThat(presets)
                .allSatisfy(preset -> {
                    assertThat(preset.path("name").isTextual()).isTrue();
                    assertThat(preset.path("description").asText()).isNotBlank();
                    assertThat(preset.path("file").asText()).startsWith("presets/");
                    assertThat(preset.path("shipped").isBoolean()).isTrue();
                });
    }

    @Test
    void knobsAreListedAsJsonInTheOrderOfTheCatalogue() {
        JsonNode knobs = json(cli.run("knobs", "--json"));

        List<String> ids = new ArrayList<>();
        for (JsonNode knob : knobs) {
            ids.add(knob.path("id").asText());
            for (String field : List.of("label", "group", "type", "default", "explanation")) {
                assertThat(knob.path(field).isTextual()).as(field).isTrue();
            }
            assertThat(knob.path("values")).isNotEmpty();
            assertThat(knob.path("sources").isArray()).isTrue();
            assertThat(knob.path("type").asText()).isIn("choice", "switch", "text");
        }
        assertThat(ids).isEqualTo(Catalogue.knobs().stream().map(Knob::id).toList());
        assertThat(json(cli.run("knobs", "lto", "--json"))).hasSize(1);
    }

    @Test
    void findingsArePrintedAsJson() {
        Ran ran = cli.run("check", "quick+lto=thin", "--json");

        assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
        JsonNode finding = json(ran).path(0);
        assertThat(finding.path("severity").asText()).isEqualTo("error");
        assertThat(finding.path("code").asText()).isEqualTo("lto-thin-needs-clang");
        assertThat(finding.path("knobs").path(0).asText()).isEqualTo("lto");
        assertThat(finding.path("summary").asText()).isNotBlank();
        assertThat(finding.path("remedy").asText()).isEqualTo("lto=full");
    }

    @Test
    void aPresetWithoutErrorsPassesTheCheck() {
        Ran ran = cli.run("check", "quick", "--json");

        assertThat(ran.code()).isZero();
        assertThat(json(ran)).noneMatch(f -> f.path("severity").asText().equals("error"));
        assertThat(cli.run("check", "quick").code()).isZero();
        assertThat(cli.run("check", "quick+lto=thin").code()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void everyRemedyThatIsPrintedCanBeSet() {
        for (String preset : List.of("quick+lto=thin", "quick+pymalloc=mimalloc+python=3.11.9")) {
            for (JsonNode finding : json(cli.run("check", preset, "--json"))) {
                String remedy = finding.path("remedy").asText("");
                if (!remedy.isEmpty() && !remedy.equals("null")) {
                    Ran ran = cli.run("check", preset, "--set", remedy, "--json");
                    assertThat(json(ran))
                            .noneMatch(f -> f.path("code").equals(finding.path("code")));
                }
            }
        }
    }

    @Test
    void enginesAreListedAsJson() {
        cli.lab.bench.engine().executing(Map.of("arm64", "aarch64"));

        Ran ran = cli.run("engines", "--json");

        assertThat(ran.code()).isZero();
        JsonNode engines = json(ran);
        assertThat(engines).hasSize(2);
        assertThat(engines.path(0).path("usable").asBoolean()).isFalse();
        assertThat(engines.path(0).path("reason").asText()).isEqualTo("nothing answers");
        assertThat(engines.path(0).path("version").isNull()).isTrue();
        JsonNode usable = engines.path(1);
        assertThat(usable.path("candidate").asText()).isEqualTo("default");
        assertThat(usable.path("endpoint").asText()).isEqualTo("fake:");
        assertThat(usable.path("version").asText()).isEqualTo("0.0");
        assertThat(usable.path("api").asText()).isEqualTo("1.44");
        assertThat(usable.path("architectures").path(0).path("how").asText()).isEqualTo("native");
        assertThat(usable.path("architectures").path(2).path("name").asText()).isEqualTo("arm64");
        assertThat(usable.path("architectures").path(2).path("how").asText()).isEqualTo("emulated");
        assertThat(usable.path("notExecuted").path(0).asText()).isEqualTo("arm/v7");
        assertThat(usable.path("help").path(0).asText()).contains("binfmt --install arm,riscv64");
    }

    @Test
    void aBuildPrintsItsReceiptAsJson() {
        Ran ran = cli.run("build", "quick", "--json", "--tag", "mine:1");

        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode receipt = json(ran);
        for (String field : List.of("id", "image", "digest")) {
            assertThat(receipt.path(field).isTextual()).as(field).isTrue();
        }
        assertThat(receipt.path("seconds").isNumber()).isTrue();
        assertThat(receipt.path("bytes").isNumber()).isTrue();
        assertThat(receipt.path("proofs")).isNotEmpty();
        assertThat(cli.lab.bench.engine().image("mine:1")).isPresent();
        assertThat(ran.err()).contains("RUN set -eux");
    }

    @Test
    void aBuildWhoseProofsFailEndsWith1() {
        cli.lab.prover = request -> ProvingPython.allBut(2, request);

        Ran ran = cli.run("build", "quick");

        assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.out())
                .contains("  FAILS architecture: the interpreter is compiled for amd64 (proof 2)");
    }

    @Test
    void aBuildOfAPresetWithErrorsIsRefused() {
        Ran ran = cli.run("build", "quick+lto=thin");

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains("quick+lto=thin cannot be built: Thin LTO");
        assertThat(cli.lab.bench.engine().builds()).isEmpty();
    }

    @Test
    void aStepThatFailsEndsWith1() {
        cli.lab
                .bench
                .engine()
                .failBuildsAt(10, new EngineProblem.StepFailed(10, 2, "make ended with 2"));

        Ran ran = cli.run("build", "quick");

        assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).endsWith("make ended with 2\n");
        assertThat(ran.out()).isEmpty();
    }

    // verify

    @Test
    void verifyAsksTheProofsOfTheRecipeInTheLabels() {
        image(labels("quick"), "mine:1");

        Ran ran = cli.run("verify", "mine:1", "--json");

        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode proofs = json(ran);
        assertThat(proofs)
                .hasSizeGreaterThan(8)
                .allSatisfy(proof -> {
                    assertThat(proof.path("knob").isTextual()).isTrue();
                    assertThat(proof.path("claim").isTextual()).isTrue();
                    assertThat(proof.path("holds").asBoolean()).isTrue();
                    assertThat(proof.path("seen").isTextual()).isTrue();
                });
    }

    @Test
    void verifyFailsByName() {
        image(labels("quick"), "mine:1");
        cli.lab.prover = request -> ProvingPython.allBut(2, request);

        Ran ran = cli.run("verify", "mine:1");

        assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.out().lines().filter(line -> line.startsWith("  FAILS ")))
                .containsExactly(
                        "  FAILS architecture: the interpreter is compiled for amd64 (proof 2)");
    }

    @Test
    void labelsOfTwoRecipesFailByName() {
        Map<String, String> labels = new HashMap<>(labels("quick"));
        labels.put(Catalogue.KNOB_LABEL + "pymalloc", "off");
        image(labels, "mine:1");

        Ran ran = cli.run("verify", "mine:1");

        assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.out()).contains("  FAILS recipe: the labels are those of one recipe");
    }

    @Test
    void anImageOfSomebodyElseCannotBeVerified() {
        image(Map.of(), "mine:1");

        Ran ran = cli.run("verify", "mine:1");

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains("mine:1 was not built by PyKiln");
    }

    @Test
    void anImageThatIsNotThereCannotBeVerified() {
        Ran ran = cli.run("verify", "mine:1");

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains("the engine has no image mine:1");
    }

    @Test
    void aLabelThatNoKnobKnowsIsNamed() {
        Map<String, String> labels = new HashMap<>(labels("quick"));
        labels.put(Catalogue.KNOB_LABEL + "lto", "everything");
        image(labels, "mine:1");

        Ran ran = cli.run("verify", "mine:1");

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains("lto cannot be \"everything\"");
    }

    // Texts

    @Test
    void aDockerfileGoesToStandardOutputAsItIs() throws IOException {
        Ran ran = cli.run("dockerfile", "quick");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .isEqualTo(
                        Files.readString(
                                Path.of("src/test/resources/golden/dockerfile/quick.Dockerfile")));
        assertThat(cli.run("dockerfile", "quick", "--dialect", "portable").out())
                .isEqualTo(ran.out());
    }

    @Test
    void anExportHoldsWhatABuildNeeds() {
        Path target = folder.resolve("exported");
        Ran ran = cli.run("export", "quick", "--to", target.toString());

        assertThat(ran.code()).isZero();
        assertThat(target.toFile().list())
                .containsExactlyInAnyOrder("Dockerfile", "Python-3.13.5.tar.xz");
        Path zip = folder.resolve("exported.zip");
        assertThat(cli.run("export", "quick", "--to", zip.toString()).code()).isZero();
        assertThat(zip).isRegularFile();
    }

    @Test
    void anExportForBuildKitIsWrittenForIt() throws IOException {
        Path target = folder.resolve("exported");
        Ran ran = cli.run("export", "quick", "--dialect", "buildkit", "--to", target.toString());

        assertThat(ran.code()).isZero();
        assertThat(target.resolve("Dockerfile"))
                .hasContent(cli.run("dockerfile", "quick", "--dialect", "buildkit").out())
                .hasSameTextualContentAs(
                        Path.of("src/test/resources/golden/dockerfile-buildkit/quick.Dockerfile"));
    }

    @Test
    void severalPresetsAreOneFolderWithEachArchiveOnce() throws IOException {
        Path target = folder.resolve("exported");
        Ran ran = cli.run("export", "quick", "quick+pymalloc=off", "--to", target.toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(target.toFile().list())
                .containsExactlyInAnyOrder(
                        "docker-bake.hcl",
                        "quick.Dockerfile",
                        "quick-pymalloc-off.Dockerfile",
                        "Python-3.13.5.tar.xz");
        assertThat(target.resolve("quick.Dockerfile"))
                .hasSameTextualContentAs(
                        Path.of("src/test/resources/golden/dockerfile/quick.Dockerfile"));
        Path zip = folder.resolve("exported.zip");
        assertThat(cli.run("export", "quick", "quick+pymalloc=off", "--to", zip.toString()).code())
                .isZero();
        try (FileSystem inside = FileSystems.newFileSystem(zip);
                Stream<Path> files = Files.list(target)) {
            for (Path file : files.toList()) {
                assertThat(inside.getPath(file.getFileName().toString()))
                        .hasBinaryContent(Files.readAllBytes(file));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"buildkit, quick.Dockerfile", "portable, quick-amd64.Dockerfile"})
    void severalArchitecturesAreOneExport(String dialect, String file) {
        Path target = folder.resolve("exported");
        Ran ran =
                cli.run(
                        "export",
                        "quick",
                        "--architecture",
                        "amd64,arm64",
                        "--dialect",
                        dialect,
                        "--to",
                        target.toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(target.toFile().list())
                .contains("docker-bake.hcl", "Python-3.13.5.tar.xz", file);
        assertThat(target.resolve("docker-bake.hcl"))
                .content()
                .contains("linux/amd64", "linux/arm64");
    }

    @Test
    void anotherArchitectureIsTheKnobTurned() throws IOException {
        Path target = folder.resolve("exported");
        String to = target.toString();
        Ran ran = cli.run("export", "quick", "--architecture", "arm64", "--to", to);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(target.resolve("Dockerfile"))
                .hasContent(cli.run("dockerfile", "quick+architecture=arm64").out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    quick --architecture arm46           | expected one of amd64, i386, arm64
                    quick+base=fedora:44 --architecture amd64,i386 | not published for i386
                    quick+lto=thin                       | cannot be built: Thin LTO
                    """)
    void whatCannotBeBuiltIsNotExported(String line, String said) {
        Path target = folder.resolve("exported");
        Ran ran = cli.run(("export --to " + target + " " + line).split(" "));

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains(said);
        assertThat(target).doesNotExist();
    }

    @Test
    void anExportOverAFileSaysWhatIsInTheWay() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        Ran ran = cli.run("export", "quick", "--to", file.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).isEqualTo("in the way is " + file + "\n");
        assertThat(file).hasContent("mine");
    }

    @Test
    void knobsArePrintedByGroupOnOnePageWidth() {
        Ran ran = cli.run("knobs");

        assertThat(ran.code()).isZero();
        for (Knob<?> knob : Catalogue.knobs()) {
            assertThat(ran.out()).contains(knob.group().label() + "\n", "\n  " + knob.id() + " ");
        }
        assertThat(ran.out()).contains("3.15.0b3 (60 values)");
        assertThat(ran.out().lines()).allMatch(line -> line.length() <= Columns.WIDTH);
    }

    @Test
    void aKnobIsExplainedWithItsRules() {
        Ran ran = cli.run("knobs", "lto");

        assertThat(ran.out())
                .contains(
                        "lto - LTO (Optimisation)",
                        "off, thin, full",
                        "lto-thin-needs-clang (error)",
                        "Sources  nixpkgs #84072");
        assertThat(cli.run("knobs", "docstrings-or-none").code()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void presetsArePrintedOnOnePageWidth() {
        Ran ran = cli.run("presets");

        assertThat(ran.out()).contains("Rendered, not built.");
        assertThat(ran.out().lines()).allMatch(line -> line.length() <= Columns.WIDTH);
    }

    @Test
    void dockerfilesAreComparedByLine() {
        Ran ran = cli.run("diff", "quick", "quick+lto=full", "--dockerfile");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("+        --with-lto=full \\\n");
        assertThat(ran.out().lines())
                .allMatch(line -> line.isEmpty() || line.startsWith("+") || line.startsWith("-"));
        assertThat(cli.run("diff", "quick", "quick", "--dockerfile").out()).isEmpty();
    }

    @Test
    void aDifferenceShowsTheKnobsThatDiffer() {
        Ran ran = cli.run("diff", "quick", "quick+pymalloc=off");

        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines().skip(1))
                .singleElement()
                .asString()
                .matches("pymalloc +on +off");
        assertThat(cli.run("diff", "quick", "quick").out()).isEqualTo("no difference\n");
    }

    @Test
    void setChangesEveryPresetOfTheCommand() {
        assertThat(cli.run("diff", "quick", "quick+lto=full", "--set", "lto=full").out())
                .isEqualTo("no difference\n");
        assertThat(cli.run("show", "quick", "--set", "lto=full").out())
                .contains("quick+lto=full", "* lto");
    }

    // Results

    @Test
    void anAnalysisIsPrintedAsJson() {
        Ran ran = cli.run("analyse", PYMALLOC, MALLOC, "--json");

        assertThat(ran.code()).isZero();
        JsonNode analysis = json(ran);
        assertThat(analysis.path("baseline").asText()).isEqualTo("glibc_pymalloc");
        JsonNode candidate = analysis.path("candidates").path(0);
        assertThat(candidate.path("name").asText()).isEqualTo("glibc_malloc");
        interval(candidate.path("geomean"));
        assertThat(candidate.path("rows")).isNotEmpty();
        for (JsonNode row : candidate.path("rows")) {
            interval(row);
            assertThat(row.path("verdict").asText()).isIn("faster", "slower", "same", "unresolved");
        }
    }

    @Test
    void anAnalysisTellsWarningsPeakMemoryAndWhatAKnobIsWorth() {
        Path results = folder.resolve("results");
        cli.run("lab", "quick", "quick+pymalloc=off", "-b", "nbody", "--quick", "-o", "" + results);

        JsonNode plain = json(cli.run("analyse", "" + results, "--json"));
        assertThat(plain.path("warnings").isArray()).isTrue();
        assertThat(plain.has("memory") || plain.has("knob")).isFalse();
        assertThat(cli.run("analyse", "" + results).out().lines())
                .filteredOn(line -> line.startsWith("warning: "))
                .hasSameSizeAs(plain.path("warnings"));
        JsonNode asked =
                json(cli.run("analyse", "" + results, "--memory", "--by", "pymalloc", "--json"));
        assertThat(asked.path("knob").path("pairs")).hasSize(1);
        JsonNode pair = asked.path("knob").path("pairs").path(0);
        assertThat(pair.path("from").asText()).isEqualTo("on");
        assertThat(pair.path("to").asText()).isEqualTo("off");
        assertThat(pair.path("baseline").asText()).isEqualTo("quick");
        interval(pair.path("geomean"));
        assertThat(cli.run("analyse", "" + results, "--by", "pymalloc").out())
                .contains("1 pair of images differs in pymalloc: 1 differs in nothing else");
        Ran none = cli.run("analyse", "" + results, "--by", "lto");
        assertThat(none.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(none.err()).contains("do not differ in lto; they differ in pymalloc");
        assertThat(cli.run("analyse", "" + results, "--by", "ltoo").err()).contains("nearest: lto");
    }

    @Test
    void peakMemoryIsPrintedInItsOwnWords() {
        Ran ran = cli.run("analyse", PYMALLOC, MALLOC, "--memory");
        assertThat(ran.out()).contains("the peak memory");
        JsonNode memory =
                json(cli.run("analyse", PYMALLOC, MALLOC, "--memory", "--json")).path("memory");
        assertThat(memory.path("candidates").path(0).path("rows").findValuesAsText("verdict"))
                .isNotEmpty()
                .isSubsetOf("smaller", "larger", "same", "unresolved");
    }

    private static void interval(JsonNode node) {
        double ratio = node.path("ratio").asDouble();
        assertThat(node.path("low").asDouble()).isPositive().isLessThanOrEqualTo(ratio);
        assertThat(node.path("high").asDouble()).isGreaterThanOrEqualTo(ratio);
    }

    @Test
    void anUnknownBaselineIsBadInput() {
        Ran ran = cli.run("analyse", PYMALLOC, MALLOC, "--baseline", "musl");

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains("expected one of glibc_pymalloc, glibc_malloc");
    }

    @Test
    void aReportIsWritten() {
        for (String name : List.of("report.html", "report.md")) {
            Path file = folder.resolve(name);
            Ran ran = cli.run("report", PYMALLOC, MALLOC, "-o", file.toString());

            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.out()).isEqualTo(file + "\n");
            assertThat(file).content().contains("1.19x", "95 %");
        }
    }

    // Lab and bench

    @Test
    void aLabPrintsItsComparisonAndKeepsEverything() {
        Path results = folder.resolve("results");
        String[] line = {
            "lab", "quick", "quick+pymalloc=off", "-b", "nbody,float", "--quick", "-o", "" + results
        };

        Ran ran = cli.run(line);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("nbody", "float", "geometric mean", "report.html");
        assertThat(ran.err()).contains("[1/4] build quick", "[4/4] measure 2 images", "(100 %)");
        for (String name :
                List.of("lab.json", "session.json", "report.html", "quick+pymalloc=off.json")) {
            assertThat(results.resolve(name)).exists();
        }
        Ran again = cli.run(line);
        assertThat(again.code()).isZero();
        assertThat(again.out()).isEqualTo(ran.out());
        assertThat(cli.lab.bench.engine().builds()).hasSize(2);
        Ran other = cli.run("lab", "quick", "debian-o2", "-o", results.toString());
        assertThat(other.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(other.err()).contains("holds another lab");
        assertThat(cli.run("analyse", results.toString()).out()).contains("geometric mean");
    }

    @Test
    void severalBuildsOfAPresetSpeakOfTheRecipe() {
        Path results = folder.resolve("results");
        Ran ran =
                cli.run(
                        "lab",
                        "quick",
                        "quick+pymalloc=off",
                        "--builds",
                        "2",
                        "-b",
                        "nbody",
                        "--quick",
                        "-o",
                        "" + results);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("[2/6] build quick@2", "[6/6] measure 4 images");
        assertThat(ran.out()).contains("These numbers speak of the recipes");
        assertThat(results.resolve("quick+pymalloc=off@2.json")).exists();
        JsonNode analysis = json(cli.run("analyse", "" + results, "--variance", "--json"));
        JsonNode candidate = analysis.path("candidates").path(0);
        assertThat(candidate.path("speaks_of").asText()).isEqualTo("recipes");
        assertThat(candidate.path("baseline_builds").asInt()).isEqualTo(2);
        assertThat(candidate.path("rows").path(0).path("method").asText())
                .isEqualTo("between_builds");
        assertThat(analysis.path("variance").path(0).path("rows")).hasSize(1);
        assertThat(cli.run("analyse", "" + results, "--variance").out())
                .contains("Where the error of quick+pymalloc=off / quick comes from");
        Ran none = cli.run("lab", "quick", "quick", "--builds", "0", "-o", "" + results);
        assertThat(none.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(none.err()).contains("--builds cannot be 0; expected 1 to 20; nearest: 1");
    }

    @Test
    void theSamePresetTwiceGetsTwoNames() {
        Path results = folder.resolve("results");
        Ran ran = cli.run("lab", "quick", "quick", "-b", "nbody", "--quick", "-o", "" + results);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(results.resolve("quick.json")).exists();
        assertThat(results.resolve("quick.2.json")).exists();
    }

    /// Their files would be those of the folder itself.
    @ParameterizedTest
    @ValueSource(strings = {"lab", "session", "analysis"})
    void aPresetMayBeCalledLikeAFileOfTheFolder(String name) throws IOException {
        Path preset = folder.resolve(name + ".json");
        Files.writeString(
                preset,
                """
                {"schema": 1, "name": "%s", "description": "x", "tags": [], "knobs": {}}
                """
                        .formatted(name));
        Path results = folder.resolve("results");

        Ran ran =
                cli.run("lab", "quick", "" + preset, "-b", "nbody", "--quick", "-o", "" + results);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(results.resolve(name + ".2.json")).exists();
    }

    @Test
    void imagesAndPresetsAreBenchedTogether() {
        image(Map.of(), "mine:1");
        Path results = folder.resolve("results");
        Ran ran = cli.run("bench", "mine:1", "quick", "-b", "nbody", "--quick", "-o", "" + results);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out().lines())
                .containsExactly(
                        results.resolve("mine-1.json").toString(),
                        results.resolve("quick.json").toString());
    }

    @Test
    void namesOfImagesAreFitForFiles() {
        var taken = PresetArguments.names();
        assertThat(PresetArguments.unique("a/b:c", taken)).isEqualTo("a-b-c");
        assertThat(PresetArguments.unique("A/b:c", taken)).isEqualTo("A-b-c.2");
        assertThat(PresetArguments.unique("..", taken)).isEqualTo("image");
        assertThat(PresetArguments.unique("_x", taken)).isEqualTo("x");
        assertThat(PresetArguments.unique("x".repeat(500), taken)).hasSize(120);
        assertThat(PresetArguments.unique("x".repeat(500), taken)).hasSize(122);
    }

    // Doctor and clean

    @Test
    void theDoctorSaysWhatIsMissing() {
        Ran well = cli.run("doctor");
        assertThat(well.out()).contains("ok       engine", "missing  base image");

        cli.noEngine = Optional.of(new EngineProblem.Unreachable("fake:", "nothing answers"));
        Ran ill = cli.run("doctor");
        assertThat(ill.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ill.out()).contains("missing  engine", "help: unset DOCKER_HOST");
    }

    @Test
    void cleanRemovesImagesOnlyWhenAsked() {
        Map<String, String> labels = labels("quick");
        String name = ImageBuilder.reference(labels.get(Catalogue.RECIPE_LABEL));
        image(labels, name);

        assertThat(cli.run("clean").out()).isEmpty();
        assertThat(cli.run("clean", "--images").out()).isEqualTo("image " + name + "\n");
        assertThat(cli.lab.bench.engine().images(Map.of(Catalogue.RECIPE_LABEL, ""))).isEmpty();
    }

    @Test
    void aDryRunSaysWhatWouldGoAndRemovesNothing() {
        var engine = cli.lab.bench.engine();
        engine.createVolume("pykiln-kit-old", Map.of(Labels.KIT, "0123"));
        engine.createVolume("pykiln-kit-now", Map.of(Labels.KIT, Kit.HASH));

        assertThat(cli.run("clean", "--dry-run").out())
                .contains(
                        "goes ",
                        "volume pykiln-kit-old - the kit of another version",
                        "stays",
                        "volume pykiln-kit-now - this version measures with it",
                        "1 of 2 things would go: 5.0 MB at least");
        assertThat(cli.run("clean", "--dry-run", "--images").out())
                .contains("2 of 2 things would go");
        assertThat(engine.volumes(Map.of())).hasSize(2);
        assertThat(cli.run("clean").err()).contains("1 removed, 0 kept; 5.0 MB freed.");
    }

    @Test
    void anEngineIsChosenAndTheChoiceTakenBack() {
        Ran bad = cli.run("engines", "--use", "/run/docker.sock");
        assertThat(bad.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(bad.err()).contains("expected unix:///", "nearest: unix:///run/docker.sock");
        assertThat(cli.settings().load().settings().engine()).isEmpty();

        Ran chosen = cli.run("engines", "--use", "unix:///run/docker.sock");
        assertThat(chosen.code()).isEqualTo(ExitCode.DONE);
        assertThat(chosen.out()).contains("Used: unix:///run/docker.sock or none");
        assertThat(cli.settings().load().settings().engine()).contains("unix:///run/docker.sock");

        assertThat(cli.run("engines", "--automatic").out()).doesNotContain("or none");
        assertThat(cli.settings().load().settings().engine()).isEmpty();
    }

    @Test
    void whereNoEngineIsFoundTheCommandIsSaid() {
        cli.noEngine = Optional.of(new EngineProblem.Unreachable("fake:", "nothing answers"));
        assertThat(cli.run("engines").out()).contains("unset DOCKER_HOST");
    }

    @Test
    void cleanRemovesKitsOfOtherVersions() {
        var engine = cli.lab.bench.engine();
        engine.createVolume("pykiln-kit-old", Map.of(Labels.KIT, "0123"));
        engine.createVolume("pykiln-kit-now", Map.of(Labels.KIT, Kit.HASH));
        engine.createVolume("mine", Map.of());

        assertThat(cli.run("clean").out()).isEqualTo("volume pykiln-kit-old\n");
        assertThat(cli.run("clean", "--images").out()).isEqualTo("volume pykiln-kit-now\n");
        assertThat(engine.volumes(Map.of())).containsExactly("mine");
    }

    @Test
    void cleanRemovesPackagesThatNoLayerFills() throws IOException {
        var engine = cli.lab.bench.engine();
        engine.createVolume("pykiln-layer-unknown", Map.of(Labels.LAYER, "0123"));

        assertThat(cli.run("clean").out()).isEqualTo("volume pykiln-layer-unknown\n");
        assertThat(engine.volumes(Map.of())).isEmpty();
    }

    /// A fake engine reads no labels from a Dockerfile.
    private void image(Map<String, String> labels, String name) {
        cli.lab
                .bench
                .engine()
                .withImage(
                        new ImageFacts(
                                "sha256:mine",
                                List.of(name),
                                1,
                                "amd64",
                                labels,
                                List.of(),
                                List.of("sha256:mine")),
                        Instant.EPOCH,
                        List.of(
                                "CMD [\"python3\"]",
                                "LABEL %s=%s"
                                        .formatted(
                                                Catalogue.RECIPE_LABEL,
                                                labels.get(Catalogue.RECIPE_LABEL))));
    }

    private static Map<String, String> labels(String preset) {
        Map<String, String> labels = new HashMap<>();
        var recipe =
                new PresetLibrary(Path.of("no-such-folder")).resolve(preset, List.of()).recipe();
        Catalogue.plan(recipe).labels().forEach((name, entry) -> labels.put(name, entry.value()));
        return labels;
    }

    private static JsonNode json(Ran ran) {
        try {
            return JSON.readTree(ran.out());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(ran.out() + ran.err(), notJson);
        }
    }
}
