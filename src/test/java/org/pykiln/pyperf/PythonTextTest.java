package org.pykiln.pyperf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonTextTest {
    @ParameterizedTest
    @CsvSource({
        "1.005, 2, 1.00",
        "2.675, 2, 2.67",
        "0.125, 2, 0.12",
        "0.375, 2, 0.38",
        "0.5, 0, 0",
        "1.5, 0, 2",
        "-0.4, 0, -0",
        "-0.001, 2, -0.00",
        "1e22, 1, 10000000000000000000000.0"
    })
    void fixedPointIsRoundedHalfToEvenOfTheExactValue(double value, int places, String text) {
        assertThat(PythonText.fixed(value, places)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "8.8E-5, 8.8e-05",
        "1e-4, 0.0001",
        "1e16, 1e+16",
        "1e15, 1000000000000000.0",
        "0.1, 0.1",
        "4.9e-324, 5e-324",
        "-2.5, -2.5",
        "1.5e300, 1.5e+300",
        "123456789.125, 123456789.125"
    })
    void reprIsTheShortestText(double value, String text) {
        assertThat(PythonText.repr(value)).isEqualTo(text);
        assertThat(Double.parseDouble(text)).isEqualTo(value);
    }

    /// Random bit patterns: the bits, `repr`, `%.2f`, `%.0f` as CPython 3.11 gives them.
    @TestFactory
    Stream<DynamicTest> agreesWithPythonOnRandomDoubles() {
        return Samples.text("python_floats.tsv")
                .lines()
                .map(line -> line.split("\t"))
                .map(cells ->
                        DynamicTest.dynamicTest(
                                cells[1],
                                () -> {
                                    double value =
                                            Double.longBitsToDouble(
                                                    Long.parseUnsignedLong(cells[0], 16));
                                    assertThat(PythonText.repr(value)).isEqualTo(cells[1]);
                                    assertThat(PythonText.fixed(value, 2)).isEqualTo(cells[2]);
                                    assertThat(PythonText.signedFixed(value, 0))
                                            .isEqualTo(cells[3]);
                                }));
    }

    @Test
    void reprOfAStringQuotesAsPythonDoes() {
        assertThat(PythonText.repr("it's")).isEqualTo("\"it's\"");
        assertThat(PythonText.repr("'\"")).isEqualTo("'\\'\"'");
        assertThat(PythonText.repr("a\n\t\\\u0007\u00a0é\u200b😀\u2028"))
                .isEqualTo("'a\\n\\t\\\\\\x07\\xa0é\\u200b😀\\u2028'");
    }

    @Test
    void theOrderIsThatOfCodePoints() {
        assertThat(Stream.of("😀", "\uffee", "a", "B", "ab").sorted(PythonText.ORDER))
                .containsExactly("B", "a", "ab", "\uffee", "😀");
    }

    @Test
    void stripsWhatPythonStrips() {
        assertThat(PythonText.strip("\u3000\u001c x\u0085\u00a0\u2028")).isEqualTo("x");
        assertThat(PythonText.strip("\u200bx\ufeff")).isEqualTo("\u200bx\ufeff");
    }
}
