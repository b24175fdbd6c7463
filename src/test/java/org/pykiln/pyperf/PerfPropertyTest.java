package org.pykiln.pyperf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Properties over suites from a seeded generator: a failure names its seed.
class PerfPropertyTest {
    private static final List<Object> METADATA =
            List.of("x", "größe \"q\"", 1L, 1.0, true, 1e300, 8.8e-5, 0L, "😀\u0001", -3L, 0.1);

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsWrittenIsReadBack(long seed) throws PerfFileException {
        PerfSuite suite = suite(new Random(seed));
        String text = text(suite);

        PerfSuite read = PerfJson.parse("seed " + seed, text);

        // True, 1 and 1.0 are one value to pyperf, which then keeps the first.
        assertThat(flattened(read)).isEqualTo(flattened(suite));
        assertThat(values(read)).isEqualTo(values(suite));
        assertThat(text(read)).isEqualTo(text);
    }

    private static String text(PerfSuite suite) {
        return new String(PerfJson.bytes(suite), StandardCharsets.US_ASCII);
    }

    private static List<Object> values(PerfSuite suite) {
        List<Object> all = new ArrayList<>();
        runs(suite).forEach(run -> all.add(List.of(run.values(), run.warmups())));
        return all;
    }

    private static List<Map<String, Object>> flattened(PerfSuite suite) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (PerfRun run : runs(suite)) {
            Map<String, Object> flat = new TreeMap<>();
            run.metadata()
                    .entries()
                    .forEach((name, value) ->
                            flat.put(
                                    name,
                                    run.metadata().number(name).isPresent()
                                            ? (Object) run.metadata().number(name).getAsDouble()
                                            : value));
            all.add(flat);
        }
        return all;
    }

    private static List<PerfRun> runs(PerfSuite suite) {
        return suite.benchmarks().stream().flatMap(benchmark -> benchmark.runs().stream()).toList();
    }

    private static PerfSuite suite(Random random) {
        List<PerfBenchmark> benchmarks = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            List<PerfRun> runs = new ArrayList<>();
            int size = 1 + random.nextInt(4);
            for (int r = 0; r < size; r++) {
                runs.add(run(random));
            }
            benchmarks.add(PerfBenchmark.of("bench " + i, runs));
        }
        return new PerfSuite(benchmarks);
    }

    private static PerfRun run(Random random) {
        Map<String, Object> metadata = new TreeMap<>();
        for (int key = 0; key < 5; key++) {
            if (random.nextInt(4) > 0) {
                int few = key < 2 ? 2 : METADATA.size();
                metadata.put("key" + key, METADATA.get(random.nextInt(few)));
            }
        }
        List<Number> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(number(random));
        }
        List<Warmup> warmups = new ArrayList<>();
        for (int i = values.isEmpty() ? 1 : random.nextInt(3); i > 0; i--) {
            warmups.add(new Warmup(1L << random.nextInt(20), number(random)));
        }
        return new PerfRun(Metadata.of(metadata), warmups, values);
    }

    private static Number number(Random random) {
        if (random.nextInt(4) == 0) {
            return 1 + random.nextLong(Long.MAX_VALUE - 1);
        }
        double any = Math.abs(Double.longBitsToDouble(random.nextLong()));
        return Double.isFinite(any) && any > 0 ? any : random.nextDouble() + 1e-9;
    }

    @Test
    void aLargeForeignFileComparesAtOnce() throws PerfFileException {
        Random random = new Random(7);
        List<PerfBenchmark> benchmarks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            List<PerfRun> runs = new ArrayList<>();
            for (int r = 0; r < 200; r++) {
                List<Number> values =
                        List.of(
                                random.nextDouble() + 1,
                                random.nextDouble() + 1,
                                1 + random.nextDouble());
                runs.add(
                        new PerfRun(
                                Metadata.of(
                                        Map.of(
                                                "date",
                                                "2026-01-01 00:00:00." + (100_000 + r),
                                                "duration",
                                                random.nextDouble(),
                                                "tags",
                                                List.of("t" + i % 9))),
                                List.of(new Warmup(4, 0.5)),
                                values));
            }
            benchmarks.add(PerfBenchmark.of("b" + i, runs));
        }
        String text = text(new PerfSuite(benchmarks));
        assertThat(text.length()).isGreaterThan(3_000_000);

        // Generous, for busy machines: it is there to catch what grows with the square.
        Printed printed =
                Assertions.assertTimeout(Duration.ofSeconds(10), () -> comparedWithItself(text));

        assertThat(printed.text()).contains("Benchmark hidden because not significant (100)");
    }

    private static Printed comparedWithItself(String text) throws PerfFileException {
        PerfSuite suite = PerfJson.parse("large", text);
        return PerfCompare.compare(
                List.of(new PerfFile("a.json", suite), new PerfFile("b.json", suite)),
                CompareOptions.TABLE);
    }
}
