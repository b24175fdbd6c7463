package org.pykiln.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.bench.Mode;
import org.pykiln.cli.Cli.Ran;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ExecResult;

class LadderCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir Path folder;

    private Cli cli;
    private Path results;

    @BeforeEach
    void setUp() {
        cli = new Cli(folder.resolve("home"));
        results = folder.resolve("results");
    }

    // Plan

    @Test
    void aPlanShowsTheRungsWithoutAnEngine() {
        cli.noEngine = Optional.of(new EngineProblem.Unreachable("fake:", "nothing answers"));

        Ran ran = cli.run("ladder", "official-slim", "gcc-fastest", "--plan");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines())
                .contains("  0-official-slim    not built")
                .contains("  2-linking          not built  linking shared → static")
                .anyMatch(line -> line.startsWith("  9-gcc-fastest"))
                .anyMatch(
                        line -> line.startsWith("10 images, 10 of them not built yet; measuring"));
        assertThat(results).doesNotExist();
    }

    @Test
    void aPlanSaysWhyKnobsAreTurnedTogetherAndWhatIsSkipped() {
        Ran ran =
                cli.run(
                        "ladder",
                        "official-slim",
                        "clang-fastest",
                        "--plan",
                        "--leave-one-out",
                        "--order",
                        "compiler,tail-call");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("1-compiler", "2-tail-call", "together, because: With BOLT")
                .containsPattern("without-1 +skipped +The tail-call interpreter needs");
        assertThat(ran.out().lines()).allMatch(line -> line.length() <= Columns.WIDTH);
    }

    @Test
    void aPlanKnowsWhatIsBuilt() {
        assertThat(cli.run("build", "quick").code()).isZero();

        JsonNode plan = json(cli.run("ladder", "quick", "debian-o3", "--plan", "--json"));

        assertThat(plan.path("rungs")).hasSize(3);
        assertThat(plan.path("rungs").path(0).path("built").asBoolean()).isTrue();
        assertThat(plan.path("rungs").path(1).path("built").asBoolean()).isFalse();
        assertThat(plan.path("rungs").path(1).path("image").asText()).startsWith("pykiln:");
        assertThat(plan.path("steps").path(0).path("knobs").path(0).path("id").asText())
                .isEqualTo("opt-level");
        assertThat(plan.path("withouts")).isEmpty();
        assertThat(plan.path("images").asInt()).isEqualTo(3);
        assertThat(plan.path("missing").asInt()).isEqualTo(2);
        assertThat(plan.path("measuring_seconds").asLong()).isPositive();
    }

    // Measuring

    @Test
    void aLadderIsBuiltMeasuredAndShown() throws IOException {
        Ran ran = run("quick", "debian-o3");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("opt-level -O2 → -O3", "test-modules off → on", "quick → debian-o3")
                .contains("ladder.html opens in a browser");
        assertThat(ran.err()).contains("[1/5] build 0-quick", "[5/5] measure 3 images");
        for (String name : List.of("html", "svg", "md", "csv", "json")) {
            assertThat(results.resolve("ladder." + name)).isNotEmptyFile();
        }
        assertThat(results.resolve("report.html")).exists();
        assertThat(cli.lab.bench.engine().builds()).hasSize(3);
        assertThat(cli.lab.bench.measured()).hasSize(6);
        JsonNode ladder = JSON.readTree(Files.readString(results.resolve("ladder.json")));
        double product = 1;
        for (JsonNode step : ladder.path("steps")) {
            assertThat(step.path("rows")).hasSize(2);
            product *= step.path("geomean").path("ratio").asDouble();
        }
        assertThat(product)
                .isCloseTo(
                        ladder.path("whole").path("geomean").path("ratio").asDouble(),
                        Offset.offset(1e-12));
        assertThat(cli.run("analyse", results.toString()).out()).contains("geometric mean");
    }

    @Test
    void jsonGoesToStandardOutput() throws IOException {
        Ran ran = run("quick", "debian-o3", "--json");

        assertThat(ran.out()).isEqualTo(Files.readString(results.resolve("ladder.json")));
    }

    @Test
    void leaveOneOutMeasuresTheLastRungWithEachStepTurnedBack() {
        Ran ran = run("quick", "debian-o3", "--leave-one-out");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("debian-o3 against itself with one step turned back");
        assertThat(cli.lab.bench.engine().builds()).hasSize(4);
        assertThat(results.resolve("without-1-opt-level.json")).exists();
        assertThat(results.resolve("without-2-test-modules.json")).doesNotExist();
    }

    /// Cancelled in the middle of its units, as by Ctrl-C, and started again with the same words.
    @Test
    void startedAgainItGoesOnWhereItEnded() {
        int[] left = {9};
        cli.lab.bench.before(datapoint -> {
            if (--left[0] == 0) {
                cli.cancellation.cancel();
            }
        });
        Ran cancelled = run("quick", "debian-o3");
        assertThat(cancelled.code()).isEqualTo(ExitCode.CANCELLED);
        assertThat(cli.lab.bench.engine().left()).isEmpty();
        assertThat(results.resolve("ladder.html")).doesNotExist();

        Cli again = new Cli(folder.resolve("home"), cli.lab);
        Ran finished = again.run(line("quick", "debian-o3"));

        assertThat(finished.code()).as(finished.err()).isZero();
        assertThat(cli.lab.bench.engine().builds()).hasSize(3);
        int units = 3 * 2 * Mode.QUICK.rounds();
        assertThat(cli.lab.bench.measured().values().stream().mapToInt(times -> times).sum())
                .as("the unit in flight is lost and no other")
                .isBetween(units, units + 1);
        assertThat(again.run(line("quick", "debian-o3")).out()).isEqualTo(finished.out());
    }

    @Test
    void aDatapointThatOneRungLacksIsLeftOutOfAllStepsAndSaid() throws IOException {
        Set<String> images = new LinkedHashSet<>();
        cli.lab.bench.instead((image, datapoint) -> {
            images.add(image);
            boolean lost =
                    datapoint.name().equals("float") && !image.equals(images.iterator().next());
            return lost ? Optional.of(new ExecResult(1, "", "no float")) : Optional.empty();
        });
        Ran ran = run("quick", "debian-o3");

        assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.out()).contains("left out of all steps: float", "on 1 datapoint");
        JsonNode ladder = JSON.readTree(Files.readString(results.resolve("ladder.json")));
        assertThat(ladder.path("whole").path("rows")).hasSize(1);
    }

    // Refusals

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ladder quick                                    | TO
                    ladder quick debian-o33                         | nearest: debian-o3
                    ladder quick quick                              | render the same build
                    ladder quick quick+labels=vendor=Example        | render the same build
                    ladder quick quick+lto=thin                     | cannot be built: Thin LTO
                    ladder quick debian-o3 --order lto              | do not differ in lto
                    ladder quick debian-o3 --order optlevel         | nearest: opt-level
                    ladder quick debian-o3 -b nbdy                  | nbody
                    """)
    void whatCannotBeALadderIsRefused(String line, String mentions) {
        Ran ran = cli.run(line.split(" "));

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(mentions).doesNotContain("Exception");
        assertThat(cli.lab.bench.engine().builds()).isEmpty();
    }

    private Ran run(String... words) {
        return cli.run(line(words));
    }

    private String[] line(String... words) {
        List<String> line = new ArrayList<>(List.of("ladder"));
        line.addAll(List.of(words));
        line.addAll(List.of("-b", "nbody,float", "--quick", "-o", results.toString()));
        return line.toArray(String[]::new);
    }

    private static JsonNode json(Ran ran) {
        try {
            return JSON.readTree(ran.out());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(ran.out(), notJson);
        }
    }
}
