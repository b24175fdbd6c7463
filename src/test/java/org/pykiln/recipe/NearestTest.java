package org.pykiln.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.recipe.knob.PythonKnob;

class NearestTest {
    private static final List<String> KNOBS = Catalogue.knobs().stream().map(Knob::id).toList();

    @ParameterizedTest
    @CsvSource({
        "optlevel, opt-level",
        "LTO, lto",
        "pgo_task, pgo-task",
        "pymaloc, pymalloc",
        "no-interposition, no-semantic-interposition",
        "arch, architecture",
        "test, test-modules",
        "alloc, allocator"
    })
    void findsKnobs(String given, String expected) {
        assertThat(Nearest.to(given, KNOBS)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"3.14, 3.14.6", "3.13.50, 3.13.5", "3.13.99, 3.13.9", "3.14.7, 3.14.6"})
    void findsReleases(String given, String expected) {
        List<String> releases =
                PythonKnob.PYTHON.domain().suggestions().stream()
                        .map(PythonKnob.PYTHON.domain()::text)
                        .toList();
        assertThat(Nearest.to(given, releases)).contains(expected);
    }

    @Test
    void someAreTheMostSimilarAndNoneThatIsUnlike() {
        List<String> names = List.of("float", "json_dumps", "json_loads", "nbody", "pickle");
        assertThat(Nearest.some("json", names, 3)).containsExactly("json_dumps", "json_loads");
        assertThat(Nearest.some("json", names, 1)).containsExactly("json_dumps");
        assertThat(Nearest.some("nbdy", names, 3)).containsExactly("nbody");
        assertThat(Nearest.some("zzzzzzzz", names, 3)).isEmpty();
        assertThat(Nearest.some("", names, 3)).isEmpty();
    }

    @Test
    void nothingIsNearNothing() {
        assertThat(Nearest.to("x", List.of())).isEmpty();
        assertThat(Nearest.to("", List.of("off", "on"))).contains("on");
    }

    @Test
    void ofEqualsTheOneThatBeginsAlikeThenTheLast() {
        assertThat(Nearest.to("ab", List.of("xb", "ax", "ay", "yb"))).contains("ay");
    }

    @Test
    void printableTextIsShortAndOfOneLine() {
        assertThat(Printable.of("a\nb\u202e\u2028\u0000"))
                .isEqualTo("a\\u000ab\\u202e\\u2028\\u0000");
        assertThat(Printable.of("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
        assertThat(Printable.of("日本 \ud83d\udd25 é")).isEqualTo("日本 \ud83d\udd25 é");
        IntStream.rangeClosed(0, 0x2ffff)
                .forEach(c ->
                        assertThat(Printable.of(Character.toString(c)).lines().count())
                                .isEqualTo(1));
    }
}
