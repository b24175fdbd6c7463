package org.pykiln.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pykiln.cli.Cli.Ran;
import org.pykiln.report.ChartKind;

class ChartCommandTest {
    private static final String PYMALLOC = "src/test/resources/pyperf/glibc_pymalloc.json";
    private static final String MALLOC = "src/test/resources/pyperf/glibc_malloc.json";

    @TempDir Path folder;
    private Cli cli;

    @BeforeEach
    void start() {
        cli = new Cli(folder.resolve("home"));
    }

    static Stream<String> kinds() {
        return Stream.of(ChartKind.values())
                .filter(kind -> kind != ChartKind.WATERFALL)
                .map(ChartKind::id);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindIsWrittenInEveryFormat(String kind) throws IOException {
        for (String end : new String[] {".svg", ".png", ".csv"}) {
            Path file = folder.resolve(kind + end);
            Ran ran =
                    cli.run(
                            "chart",
                            PYMALLOC,
                            MALLOC,
                            "--kind",
                            kind,
                            "-b",
                            "str_join",
                            "--dark",
                            "-o",
                            file.toString());
            assertThat(ran.err()).isEmpty();
            assertThat(ran.code()).isZero();
            assertThat(ran.out()).isEqualTo(file + System.lineSeparator());
            assertThat(Files.size(file)).isPositive();
        }
        assertThat(Files.readString(folder.resolve(kind + ".svg"))).contains("#0d1117");
        assertThat(Files.readString(folder.resolve(kind + ".csv"))).contains("glibc_malloc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--kind rainclod -o x.svg | --kind cannot be \"rainclod\"; did you mean raincloud?",
                "--kind ecdf -b str_joint -o x.svg | -b cannot be \"str_joint\"; did you mean str_join?",
                "--kind ecdf -o x.svg | --kind ecdf needs a datapoint: -b NAME, one of ",
                "--kind waterfall -o x.svg | these results hold no waterfall; they hold forest, heat,",
                "-o x.jpeg | -o cannot be \"x.jpeg\"; expected a file that ends in .svg, .png or .csv",
                "--scale 99 -o x.png | --scale cannot be 99; expected 1 to 8"
            })
    void whatIsWrongIsSaidWithWhatIsRight(String options, String expected) {
        String[] arguments =
                Stream.concat(
                                Stream.of("chart", PYMALLOC, MALLOC),
                                Stream.of(options.strip().split(" ")))
                        .toArray(String[]::new);
        Ran ran = cli.run(arguments);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith(expected);
    }

    @Test
    void oneFileAloneHasARaincloudAndNoForest() {
        String file = folder.resolve("x.svg").toString();
        assertThat(
                        cli.run(
                                        "chart",
                                        PYMALLOC,
                                        "--kind",
                                        "raincloud",
                                        "-b",
                                        "str_join",
                                        "-o",
                                        file)
                                .code())
                .isZero();
        assertThat(cli.run("chart", PYMALLOC, "-o", file).err())
                .startsWith("these results hold no forest; they hold raincloud, ecdf");
    }
}
