package org.pykiln.pyperf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class PerfJsonTest {
    static final List<String> FILES = Samples.FILES;

    @ParameterizedTest
    @FieldSource("FILES")
    void sampleFilesAreWrittenByteForByteAsTheyWere(String file) throws IOException {
        byte[] expected = Files.readAllBytes(Samples.FOLDER.resolve(file));
        if (file.endsWith(".gz")) {
            expected = new GZIPInputStream(new ByteArrayInputStream(expected)).readAllBytes();
        }

        assertThat(PerfJson.bytes(Samples.suite(file))).isEqualTo(expected);
    }

    @TestFactory
    Stream<DynamicTest> acceptsAndRefusesWhatPyperfDoes() {
        return Samples.text("acceptance_cases.tsv")
                .lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> DynamicTest.dynamicTest(cells[0], () -> accepts(cells)));
    }

    /// Written with the real pyperf: case, JSON, accepted, what it writes or its message.
    @TestFactory
    Stream<DynamicTest> readsRefusesAndWritesWhatPyperfDoes() {
        return Samples.text("acceptance_more.tsv")
                .lines()
                .map(line -> line.split("\t", -1))
                .map(cells ->
                        DynamicTest.dynamicTest(
                                cells[0],
                                () ->
                                        assertThat(verdict(cells[1]))
                                                .isEqualTo(cells[2] + " " + cells[3])));
    }

    private static String verdict(String json) {
        try {
            PerfSuite suite = PerfJson.parse("x", json);
            return "yes " + new String(PerfJson.bytes(suite), StandardCharsets.US_ASCII).strip();
        } catch (PerfFileException e) {
            return "no " + e.reason();
        }
    }

    @Test
    void isStricterThanPyperfWhereNumbersWouldMislead() {
        String json =
                "{\"version\":\"1.0\",\"benchmarks\":[{\"runs\":[{\"values\":[%s]}],\"metadata\":{\"name\":\"x\"}}]}";
        assertThat(verdict(json.formatted("1e999"))).isEqualTo("no " + PerfRun.VALUES_RULE);
        assertThat(verdict(json.formatted("9223372036854775808"))).startsWith("no not valid JSON");
        // Python counts true as 1; we write what we count.
        assertThat(verdict(json.formatted("true"))).contains("\"values\":[1]");
    }

    private static void accepts(String[] cells) throws PerfFileException {
        if (cells[2].startsWith("yes")) {
            PerfSuite suite = PerfJson.parse(cells[0], cells[1]);
            assertThat(suite.names()).containsExactly("x");
            if (cells[0].startsWith("bad_date")) {
                Printed stats =
                        PerfDisplay.stats(
                                List.of(new PerfFile("x", suite)), PerfDisplay.Options.DEFAULT);
                assertThat(stats.exitCode()).isEqualTo(1);
                assertThat(stats.error().replace("ERROR", "ValueError")).isEqualTo(cells[3] + "\n");
            } else {
                PerfBenchmark x = suite.benchmarks().getFirst();
                List<Number> values = x.values();
                String text = ComparedRow.resultText(x.unit(), values, PerfStatistics.mean(values));
                assertThat(cells[3]).endsWith(text);
            }
        } else {
            assertThatThrownBy(() -> PerfJson.parse(cells[0], cells[1]))
                    .isInstanceOfSatisfying(
                            PerfFileException.class,
                            e -> assertThat(e.reason()).isEqualTo(cells[3]));
        }
    }

    @Test
    void formatsBefore1HoldRawWarmups() throws PerfFileException {
        PerfRun v6 =
                run(
                        """
                        {"version":6,"metadata":{"inner_loops":5},"benchmarks":[{"metadata":
                        {"name":"x"},"runs":[{"values":[0.1],"warmups":[[4,0.4]]}]}]}
                        """);
        assertThat(v6.warmups()).containsExactly(new Warmup(4, 0.4 / 20));

        PerfRun v5 =
                run(
                        """
                        {"version":5,"metadata":{"ignored":1},"benchmarks":[{"common_metadata":
                        {"name":"x"},"runs":[{"samples":[0.1],"warmups":[[4,0.4]]}]}]}
                        """);
        assertThat(v5.warmups()).containsExactly(new Warmup(4, 0.1));
        assertThat(v5.metadata()).isEqualTo(Metadata.EMPTY.with("name", "x"));
    }

    private static PerfRun run(String json) throws PerfFileException {
        return PerfJson.parse("x", json).benchmarks().getFirst().runs().getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"version\":\"1.0\",\\n \"benchmarks\": oops} | 2 | 16",
                "{\"version\":\"1.0\",\\n\\n  \"benchmarks\":[{}]} | 3 | 17",
                "{\"version\":\"1.0\",\\n \"benchmarks\":[{\"runs\":[{\"values\":[\\n1,0]}]}]} | 3 | 3",
                "[1] | 1 | 1",
                "`` | 1 | 1",
                "{\"version\":\"2\"} | 1 | 12",
                "{}{} | 1 | 3",
            })
    void saysWhereTheFileIsWrong(String json, int line, int column) {
        PerfFileException e =
                catchThrowableOfType(
                        PerfFileException.class,
                        () -> PerfJson.parse("bad.json", json.replace("\\n", "\n")));

        assertThat(e).hasMessageStartingWith("bad.json:" + line + ":" + column + ": ");
    }

    @Test
    void refusesWhatIsNotText() {
        byte[] zip = {'{', '\n', ' ', (byte) 0x8b, 0};
        assertThatThrownBy(() -> PerfJson.read("x.json", new ByteArrayInputStream(zip)))
                .hasMessageStartingWith("x.json:2:2: not UTF-8");
        assertThatThrownBy(() -> PerfJson.read("x.json.gz", new ByteArrayInputStream(zip)))
                .hasMessageStartingWith("x.json.gz: not a gzip file");
        assertThatThrownBy(() -> PerfJson.parse("x", "{\"version\": 1.0} trailing"))
                .hasMessageStartingWith("x:1:");
    }

    @Test
    void writesAsciiOnly() {
        PerfSuite suite =
                PerfSuite.of(
                        PerfBenchmark.of(
                                "größe \"\\ \u007f 😀",
                                List.of(
                                        new PerfRun(
                                                Metadata.EMPTY
                                                        .with("nan", Double.NaN)
                                                        .with("big", 1e16)
                                                        .with("yes", true)
                                                        .with("tab", "a\tb"),
                                                List.of(),
                                                List.of(8.8e-5, 3L)))));

        assertThat(new String(PerfJson.bytes(suite), StandardCharsets.US_ASCII))
                .isEqualTo(
                        """
                        {"benchmarks":[{"runs":[{"values":[8.8e-05,3]}]}],"metadata":{"big":1e+16,\
                        "name":"gr\\u00f6\\u00dfe \\"\\\\ \\u007f \\ud83d\\ude00","nan":NaN,\
                        "tab":"a\\tb","yes":true},"version":"1.0"}
                        """);
    }
}
