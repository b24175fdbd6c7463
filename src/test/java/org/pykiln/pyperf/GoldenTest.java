package org.pykiln.pyperf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Byte for byte what pyperf 2.10.0 printed.
class GoldenTest {
    private static final String A = "glibc_pymalloc.json ";
    private static final String TWO = A + "glibc_malloc.json";
    private static final String THREE = TWO + " fast_unequal_n.json";
    private static final String TAGS = "pyperformance_pymalloc.json pyperformance_malloc.json";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "compare_list, compare_to " + TWO,
        "compare_list_quiet, compare_to -q " + TWO,
        "compare_list_verbose, compare_to -v " + TWO,
        "compare_table_rest, compare_to --table " + TWO,
        "compare_table_md, compare_to --table --table-format md " + TWO,
        "compare_table_quiet, compare_to --table -q " + TWO,
        "compare_G, compare_to -G " + TWO,
        "compare_G_table, compare_to -G --table " + TWO,
        "compare_min_speed_10, compare_to --table --min-speed 10 " + TWO,
        "compare_single_bench, compare_to -b str_join " + TWO,
        "compare_gz_aa, compare_to --table aa_even.json.gz aa_odd.json.gz",
        "compare_memory_table, compare_to --table memory_pymalloc.json memory_malloc.json",
        "compare_three_list, compare_to " + THREE,
        "compare_three_table, compare_to --table " + THREE,
        "compare_three_G_error, compare_to -G " + THREE,
        "compare_nothing_common, compare_to " + A + "command_startup.json",
        "compare_unequal_n_table, compare_to --table " + A + "fast_unequal_n.json",
        "compare_unequal_n_verbose, compare_to -v " + A + "fast_unequal_n.json",
        "tags_compare_G, compare_to -G " + TAGS,
        "tags_compare_G_table, compare_to -G --table " + TAGS,
        "tags_compare_table, compare_to --table " + TAGS,
        "check, check " + A,
        "check_quiet, check -q glibc_malloc.json",
        "stats, stats -q " + A,
        "show, show " + A,
        "show_memory, show memory_malloc.json",
        "show_quiet, show -q " + A,
        "show_quiet_two, show -q " + TWO,
        "tags_compare_table_md, compare_to --table --table-format md " + TAGS,
        "hist, hist -q -b str_join " + TWO,
        "hist_all, hist -q " + A,
        "hist_mismatched_crash, hist -q glibc_malloc.json fast_unequal_n.json",
        "metadata, metadata -q " + A,
        "dump_str_join, dump -q -b str_join " + A,
        "dump_full_float, dump -b float_math " + A,
        "slowest, slowest " + A,
    })
    void printsTheGoldenText(String golden, String command) {
        Printed printed = PyperfCommand.run(PyperfCommand.words(command));

        assertThat(printed.text() + "[exit " + printed.exitCode() + "]\n")
                .isEqualTo(Samples.text("golden/" + golden + ".txt"));
        String error = "golden/" + golden + ".err";
        assertThat(printed.error())
                .isEqualTo(Files.exists(Samples.FOLDER.resolve(error)) ? Samples.text(error) : "");
    }

    /// Each entry: `$` command, `>` standard output, `!` standard error, `=` exit code.
    private record Recorded(String command, String output, String error, int exitCode) {}

    @TestFactory
    Stream<DynamicTest> printsWhatPyperfPrintedForManyOptions() {
        return recorded("compare_oracle.txt").stream().map(GoldenTest::test);
    }

    @TestFactory
    Stream<DynamicTest> showsWhatPyperfShowed() {
        return recorded("show_oracle.txt").stream().map(GoldenTest::test);
    }

    @TestFactory
    Stream<DynamicTest> looksIntoRunsAsPyperfDid() {
        return recorded("display_oracle.txt").stream().map(GoldenTest::test);
    }

    private static DynamicTest test(Recorded recorded) {
        return DynamicTest.dynamicTest(
                recorded.command,
                () -> {
                    Printed printed = PyperfCommand.run(PyperfCommand.words(recorded.command));
                    assertThat(printed.exitCode()).isEqualTo(recorded.exitCode);
                    if (!recorded.error.startsWith("CRASH")) {
                        assertThat(printed.text()).isEqualTo(recorded.output);
                        assertThat(printed.error()).isEqualTo(recorded.error);
                    }
                });
    }

    private static List<Recorded> recorded(String file) {
        List<Recorded> all = new ArrayList<>();
        String command = "";
        StringBuilder output = new StringBuilder();
        StringBuilder error = new StringBuilder();
        for (String line : Samples.text(file).split("\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            String rest = line.substring(2);
            switch (line.charAt(0)) {
                case '$' -> command = rest;
                case '>' -> output.append(rest).append('\n');
                case '!' -> error.append(rest).append('\n');
                default -> {
                    all.add(
                            new Recorded(
                                    command,
                                    output.toString(),
                                    error.toString(),
                                    Integer.parseInt(rest)));
                    output.setLength(0);
                    error.setLength(0);
                }
            }
        }
        return all;
    }
}
