package org.pykiln.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// `compare` prints what `pyperf compare_to` printed, byte for byte, and ends as it ended.
class CompareCommandTest {
    private static final Path SAMPLES = Path.of("src", "test", "resources", "pyperf");

    /// @param command what was typed after `python -m pyperf`
    private record Recorded(String command, String output, String error, int exitCode) {}

    @TempDir Path home;

    @TestFactory
    Stream<DynamicTest> comparesAsPyperfDid() throws IOException {
        Cli cli = new Cli(home);
        // quoting is the shell's business and is tested with the text itself
        List<Recorded> some =
                recorded().stream()
                        .filter(recorded -> !recorded.command.contains("'"))
                        .filter(recorded -> !recorded.error.startsWith("CRASH"))
                        // tables are as wide as the path, which is another one here
                        .filter(recorded -> !recorded.output.contains(".json "))
                        .toList();
        assertThat(some).hasSizeGreaterThan(200);
        return some.stream()
                .map(recorded ->
                        DynamicTest.dynamicTest(recorded.command, () -> check(cli, recorded)));
    }

    private static void check(Cli cli, Recorded recorded) {
        String[] words = recorded.command.split(" ");
        words[0] = "compare";
        for (int i = 1; i < words.length; i++) {
            if (Files.exists(SAMPLES.resolve(words[i]))) {
                words[i] = SAMPLES.resolve(words[i]).toString();
            }
        }
        Cli.Ran ran = cli.run(words);
        // messages name the file, and ours stands in a folder
        assertThat(ran.out().replace(SAMPLES + "/", "")).isEqualTo(recorded.output);
        assertThat(ran.err().replace(SAMPLES + "/", "")).isEqualTo(recorded.error);
        assertThat(ran.code()).isEqualTo(recorded.exitCode);
    }

    /// Each entry: `$` command, `>` standard output, `!` standard error, `=` exit code.
    private static List<Recorded> recorded() throws IOException {
        List<Recorded> all = new ArrayList<>();
        String command = "";
        StringBuilder output = new StringBuilder();
        StringBuilder error = new StringBuilder();
        for (String line : Files.readAllLines(SAMPLES.resolve("compare_oracle.txt"))) {
            String rest = line.isEmpty() ? "" : line.substring(2);
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '$' -> command = rest;
                case '>' -> output.append(rest).append('\n');
                case '!' -> error.append(rest).append('\n');
                case '=' -> {
                    int code = Integer.parseInt(rest);
                    all.add(new Recorded(command, output.toString(), error.toString(), code));
                    output.setLength(0);
                    error.setLength(0);
                }
                default -> {}
            }
        }
        return all;
    }
}
