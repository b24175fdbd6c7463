package org.pykiln.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands that look into pyperf files. What they print is tested beside the text itself; here
/// it is tested that options arrive.
class DisplayCommandsTest {
    private static final Path SAMPLES = Path.of("src", "test", "resources", "pyperf");

    @TempDir Path home;

    @ParameterizedTest
    @CsvSource({
        "metadata, metadata -q",
        "dump_str_join, dump -q -b str_join",
        "dump_full_float, dump -b float_math",
        "slowest, slowest",
    })
    void printsTheGoldenText(String golden, String command) throws IOException {
        assertThat(run(command).out().replace("python3 -m", "python -m") + "[exit 0]\n")
                .isEqualTo(Files.readString(SAMPLES.resolve("golden/" + golden + ".txt")));
    }

    @Test
    void theHistogramHasAsManyBarsAsWanted() {
        assertThat(run("hist -q -n 7 -b str_join").out().lines()).hasSize(8);
        assertThat(run("hist -q --bins 1 -b str_join").out().lines()).hasSize(2);
        assertThat(run("hist -n 7 -b str_join").out()).contains("WARNING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "10001", "many"})
    void aNumberOfBarsThatNobodyCanSeeIsRefused(String bins) {
        Cli.Ran ran = run("hist -n " + bins);
        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains(bins);
    }

    @Test
    void whatPyperfFailsOnFailsHereAfterTheSameOutput() {
        Cli.Ran ran =
                new Cli(home)
                        .run(
                                "hist",
                                SAMPLES.resolve("glibc_malloc.json").toString(),
                                SAMPLES.resolve("fast_unequal_n.json").toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).endsWith("[ float_math ]\n");
        assertThat(ran.err()).contains("too many values to unpack");
    }

    @Test
    void optionsOfDumpAndSlowestArrive() {
        assertThat(run("dump --raw -q -b str_join").out()).contains("- raw value 1:");
        assertThat(run("dump -v -b str_join").out()).contains("- Metadata:");
        assertThat(run("slowest -n 2").out().lines()).hasSize(2);
    }

    @Test
    void theTerminalIsFoundAsPythonFindsIt() {
        Optional<TerminalSize> real = TerminalSize.parse("50 132\n");
        assertThat(real).contains(new TerminalSize(132, 50));
        assertThat(TerminalSize.of(Map.of(), () -> real)).isEqualTo(real.get());
        assertThat(TerminalSize.of(Map.of("COLUMNS", "99", "LINES", "x"), () -> real))
                .isEqualTo(new TerminalSize(99, 50));
        assertThat(TerminalSize.of(Map.of("COLUMNS", "99", "LINES", "9"), Optional::empty))
                .isEqualTo(new TerminalSize(99, 9));
        assertThat(TerminalSize.of(Map.of("LINES", "-3"), Optional::empty))
                .isEqualTo(new TerminalSize(80, 24));
        assertThat(TerminalSize.parse("stty: standard input: Inappropriate ioctl for device\n"))
                .isEmpty();
        assertThat(TerminalSize.parse("0 0\n")).contains(new TerminalSize(80, 24));
    }

    private Cli.Ran run(String command) {
        String file = SAMPLES.resolve("glibc_pymalloc.json").toString();
        return new Cli(home).run((command + " " + file).split(" "));
    }
}
