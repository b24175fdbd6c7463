package org.pykiln.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pykiln.bench.UnitMetadata;
import org.pykiln.lab.Results.Measured;
import org.pykiln.pyperf.PerfJson;

class CoursesTest {
    private final SplittableRandom random = new SplittableRandom(81);

    @Test
    void whatIsFoundIsSaidWithNumbers() throws IOException {
        assertThat(warnings(round -> round >= 14 ? 1.041 : 1))
                .singleElement()
                .asString()
                .matches(
                        "async_tree_io on b: the last 7 of 20 processes are (4.[012]|3.9) % slower"
                                + " \\(step at round 14\\)\\.");
        assertThat(warnings(round -> 1 - 0.003 * round))
                .singleElement()
                .asString()
                .matches(
                        "async_tree_io on b: the last of 20 processes are [56].\\d % faster than the"
                                + " first \\(drift\\)\\.");
        assertThat(warnings(round -> round % 3 == 0 ? 1.05 : 1))
                .singleElement()
                .asString()
                .startsWith("async_tree_io on b: 6 of 20 processes are a group of their own, ")
                .endsWith("(two modes).");
        assertThat(warnings(round -> 1)).isEmpty();
    }

    /// A unit that stands out gets what the host says of it.
    @Test
    void theHostExplainsWhatStandsOut() throws IOException {
        assertThat(warnings(round -> round == 6 ? 1.23 : 1))
                .singleElement()
                .asString()
                .matches(
                        "async_tree_io on b: 1 of 20 processes stands out, by up to 2\\d.\\d %"
                                + " slower than its neighbours: round 6 \\(other processes had 40"
                                + " % of its CPU\\)\\.");
    }

    private List<String> warnings(IntToDoubleFunction course) throws IOException {
        return Courses.warnings(List.of(image("a", round -> 1), image("b", course)));
    }

    private Measured image(String name, IntToDoubleFunction course) throws IOException {
        List<String> runs = new ArrayList<>();
        IntStream.rangeClosed(1, 20)
                .forEach(round ->
                        runs.add(
                                "{\"values\": [%s], \"metadata\": {\"%s\": %d, \"%s\": %s}}"
                                        .formatted(
                                                course.applyAsDouble(round)
                                                        * Math.exp(0.003 * random.nextGaussian()),
                                                UnitMetadata.ROUND,
                                                round,
                                                UnitMetadata.OTHER_CPU,
                                                course.applyAsDouble(round) > 1.2 ? 0.4 : 0.01)));
        String text =
                "{\"version\": \"1.0\", \"metadata\": {\"name\": \"async_tree_io\"}, \"benchmarks\":"
                        + " [{\"runs\": [%s]}]}".formatted(String.join(", ", runs));
        return new Measured(name, PerfJson.parse(name, text), Optional.empty(), Optional.empty());
    }
}
