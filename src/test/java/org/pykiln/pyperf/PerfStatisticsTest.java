package org.pykiln.pyperf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/// Against the numbers pyperf's own code gave, and against sums whose result is known.
class PerfStatisticsTest {
    /// 1e-12, relative, in percent.
    private static final Percentage EXACT = Percentage.withPercentage(1e-10);

    private final JsonNode expected = json("golden/expected_numbers.json");

    private static JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(Samples.text(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void agreesWithPyperfOnEverySample() {
        int compared = 0;
        for (var file : expected.properties()) {
            if (!file.getKey().contains(".json")) {
                continue;
            }
            for (var entry : file.getValue().get("benchmarks").properties()) {
                benchmark(
                        Samples.suite(file.getKey()).benchmark(entry.getKey()).orElseThrow(),
                        entry.getValue());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    private static void benchmark(PerfBenchmark benchmark, JsonNode want) {
        List<Number> values = benchmark.values();
        close(PerfStatistics.mean(values), want.get("mean"));
        if (want.hasNonNull("stdev")) {
            close(PerfStatistics.stdev(values), want.get("stdev"));
        }
        close(PerfStatistics.median(values), want.get("median"));
        close(PerfStatistics.medianAbsDev(values), want.get("mad"));
        for (var percentile : want.get("percentiles").properties()) {
            close(
                    PerfStatistics.percentile(values, Integer.parseInt(percentile.getKey())),
                    percentile.getValue());
        }
        assertThat(values).hasSize(want.get("n").asInt());
        assertThat(benchmark.runs()).hasSize(want.get("nrun").asInt());
        if (want.hasNonNull("required_nprocesses")) {
            assertThat(PerfStatistics.requiredProcesses(benchmark))
                    .hasValue(want.get("required_nprocesses").asLong());
        }
    }

    private static void close(Number seen, JsonNode want) {
        if (want.asDouble() == 0) {
            assertThat(seen.doubleValue()).isZero();
        } else {
            assertThat(seen.doubleValue()).isCloseTo(want.asDouble(), EXACT);
        }
    }

    @Test
    void testsAndRatiosAgreeWithPyperf() {
        for (JsonNode comparison : expected.get("comparisons")) {
            PerfSuite reference = Samples.suite(comparison.get("ref").asText());
            PerfSuite changed = Samples.suite(comparison.get("changed").asText());
            List<Double> ratios = new ArrayList<>();
            for (var entry : comparison.get("results").properties()) {
                List<Number> first = reference.benchmark(entry.getKey()).orElseThrow().values();
                List<Number> second = changed.benchmark(entry.getKey()).orElseThrow().values();
                JsonNode want = entry.getValue();
                double ratio =
                        PerfStatistics.mean(second).doubleValue()
                                / PerfStatistics.mean(first).doubleValue();
                ratios.add(ratio);
                assertThat(ratio).isCloseTo(want.get("norm_mean").asDouble(), EXACT);
                PerfStatistics.TTest test = PerfStatistics.tTest(first, second);
                assertThat(test.significant()).isEqualTo(want.get("significant").asBoolean());
                if (want.get("t").isNull()) {
                    assertThat(test.t()).isEmpty();
                } else {
                    assertThat(test.t().orElseThrow()).isCloseTo(want.get("t").asDouble(), EXACT);
                }
            }
            assertThat(
                            PerfStatistics.geometricMean(
                                    ratios.stream().mapToDouble(Double::doubleValue).toArray()))
                    .isCloseTo(comparison.get("geometric_mean_norm").asDouble(), EXACT);
        }
    }

    @Test
    void formatsAsPyperfDoes() {
        JsonNode cases = json("golden/format_cases.json");
        cases.get("timedelta")
                .forEach(c -> check(PerfFormat.value(PerfUnit.SECOND, number(c.get(0))), c.get(1)));
        cases.get("filesize")
                .forEach(c -> check(PerfFormat.value(PerfUnit.BYTE, number(c.get(0))), c.get(1)));
        cases.get("seconds")
                .forEach(c -> check(PerfFormat.duration(c.get(0).asDouble()), c.get(1)));
        cases.get("norm_mean").forEach(c -> check(PerfFormat.ratio(c.get(0).asDouble()), c.get(1)));
        for (JsonNode c : cases.get("number")) {
            check(PerfFormat.number(number(c.get(0))), c.get(1));
            check(PerfFormat.number(number(c.get(0)), "loop"), c.get(2));
        }
        for (JsonNode c : cases.get("timedelta_pairs")) {
            List<String> pair =
                    PerfFormat.values(
                            PerfUnit.SECOND, number(c.get(0).get(0)), number(c.get(0).get(1)));
            check(pair.getFirst(), c.get(1).get(0));
            check(pair.getLast(), c.get(1).get(1));
        }
    }

    private static Number number(JsonNode json) {
        return json.isIntegralNumber() ? (Number) json.asLong() : (Number) json.asDouble();
    }

    private static void check(String seen, JsonNode want) {
        assertThat(seen).isEqualTo(want.asText());
    }

    @Test
    void sumsAreRoundedOnce() {
        assertThat(PerfStatistics.fsum(1e100, 1, -1e100)).isEqualTo(1);
        assertThat(PerfStatistics.fsum(0.1, 0.2, 0.3)).isEqualTo(0.6);
        assertThat(PerfStatistics.fsum()).isZero();
        assertThat(PerfStatistics.mean(List.of(1e308, 1e308))).isEqualTo(1e308);
        assertThat(PerfStatistics.mean(List.of(0.1, 0.1, 0.1))).isEqualTo(0.1);
        assertThat(PerfStatistics.stdev(List.of(0.1, 0.1, 0.1))).isZero();
        assertThat(PerfStatistics.stdev(List.of(1e9 + 1, 1e9 + 2, 1e9 + 3))).isEqualTo(1);
        assertThat(PerfStatistics.stdev(List.of(3e-200, 1e-200)))
                .isCloseTo(Math.sqrt(2) * 1e-200, Percentage.withPercentage(1e-10));
    }

    @Test
    void aMeanOfIntegersStaysOneIfItCan() {
        assertThat(PerfStatistics.mean(List.of(1L, 3L))).isEqualTo(2L);
        assertThat(PerfStatistics.mean(List.of(1L, 2L))).isEqualTo(1.5);
        assertThat(PerfStatistics.mean(List.of(1L, 3.0))).isEqualTo(2.0);
        assertThat(PerfStatistics.mean(LongStream.range(0, 101).boxed().toList())).isEqualTo(50L);
    }

    @Test
    void theCriticalValueFollowsPyperfsTable() {
        assertThat(PerfStatistics.critical(1)).isEqualTo(12.706);
        assertThat(PerfStatistics.critical(30)).isEqualTo(2.042);
        assertThat(PerfStatistics.critical(39)).isEqualTo(2.042);
        assertThat(PerfStatistics.critical(40)).isEqualTo(2.021);
        assertThat(PerfStatistics.critical(50)).isEqualTo(2.009);
        assertThat(PerfStatistics.critical(60)).isEqualTo(2.000, within(0.0));
        assertThat(PerfStatistics.critical(80)).isEqualTo(1.990);
        assertThat(PerfStatistics.critical(118)).isEqualTo(1.984);
        assertThat(PerfStatistics.critical(200)).isEqualTo(1.960);
    }
}
