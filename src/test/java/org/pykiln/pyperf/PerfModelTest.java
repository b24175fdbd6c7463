package org.pykiln.pyperf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerfModelTest {
    private static PerfRun run(String name, double value) {
        return new PerfRun(Metadata.of(Map.of("name", name)), List.of(), List.of(value));
    }

    @Test
    void mergingPutsRunsOfTheSameNameTogether() {
        PerfSuite first = PerfSuite.of(PerfBenchmark.of("a", List.of(run("a", 1))));
        PerfSuite second =
                PerfSuite.of(
                        PerfBenchmark.of("b", List.of(run("b", 2))),
                        PerfBenchmark.of("a", List.of(run("a", 3))));

        PerfSuite merged = PerfSuite.merge(List.of(first, second));

        assertThat(merged.names()).containsExactly("a", "b");
        assertThat(merged.benchmark("a").orElseThrow().doubles()).containsExactly(1, 3);
    }

    @Test
    void mergingRefusesWhatPyperfWouldNotLoad() {
        PerfSuite plain = PerfSuite.of(PerfBenchmark.of("a", List.of(run("a", 1))));
        PerfSuite hosted = plain.with(Map.of("hostname", "box"));

        assertThatThrownBy(() -> PerfSuite.merge(List.of(plain, hosted)))
                .isInstanceOf(PerfDataException.class)
                .hasMessage(
                        "incompatible benchmark, metadata hostname is different:"
                                + " current=None, run=box");
        assertThatThrownBy(() ->
                        PerfSuite.of(plain.benchmarks().getFirst(), plain.benchmarks().getFirst()))
                .hasMessage("the suite has already a benchmark called 'a'");
        assertThatThrownBy(() -> new PerfBenchmark(List.of(run("a", 1), run("b", 1))))
                .hasMessageContaining("metadata name is different: current=a, run=b");
    }

    @Test
    void ourOwnFactsAreFlatMetadataOfARun() throws PerfFileException {
        PerfRun run =
                run("a", 1)
                        .with("pykiln_image", "sha256:1")
                        .with(Map.of("pykiln_block", 3, "pykiln_load", 0.5));
        PerfSuite suite =
                PerfSuite.of(new PerfBenchmark(List.of(run, run.with("pykiln_block", 4))));

        PerfSuite read =
                PerfJson.parse(
                        "x",
                        new String(
                                PerfJson.bytes(suite), java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(read).isEqualTo(suite);
        assertThat(read.metadata().text("pykiln_image")).hasValue("sha256:1");
        assertThat(read.metadata().has("pykiln_block")).isFalse();
        assertThat(read.benchmarks().getFirst().runs().getLast().metadata().integer("pykiln_block"))
                .hasValue(4);
    }

    @Test
    void valuesAreStrictlyPositiveAndFinite() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> run("a", bad)).hasMessage(PerfRun.VALUES_RULE);
        }
        assertThatThrownBy(() -> new Warmup(0, 1L)).hasMessage(Warmup.RULE);
        assertThatThrownBy(() -> new Warmup(1, -0.1)).hasMessage(Warmup.RULE);
        assertThatThrownBy(() -> new Warmup(1, Double.POSITIVE_INFINITY)).hasMessage(Warmup.RULE);
    }

    @Test
    void knowsItsCalibrations() {
        PerfRun bare =
                new PerfRun(
                        Metadata.EMPTY.with("loops", 8), List.of(new Warmup(4, 0.1)), List.of());
        assertThat(bare.isLoopCalibration()).isTrue();
        assertThat(bare.calibratedLoops()).hasValue(8);
        PerfRun warmups = bare.with("calibrate_warmups", 2);
        assertThat(warmups.isLoopCalibration()).isFalse();
        assertThat(warmups.calibratedLoops()).isEmpty();
        assertThat(warmups.calibratedWarmups()).hasValue(2);
        assertThat(run("a", 1).isCalibration()).isFalse();
    }

    @Test
    void metadataIsCopied() {
        java.util.HashMap<String, Object> source = new java.util.HashMap<>(Map.of("a", 1));
        Metadata metadata = Metadata.of(source);
        source.put("b", 2);

        assertThat(metadata.entries()).isEqualTo(Map.of("a", 1L));
        assertThatThrownBy(() -> metadata.entries().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(metadata.with("text", "  padded ").text("text")).hasValue("padded");
        assertThatThrownBy(() -> metadata.with("tags", List.of("all")))
                .hasMessage("invalid metadata 'tags' value: ['all']");
        assertThatThrownBy(() -> metadata.with("it's", List.of("x")))
                .hasMessage("invalid metadata \"it's\" value type: got 'list'");
        assertThatThrownBy(() -> metadata.with("duration", -0.5))
                .hasMessage("invalid metadata 'duration' value: -0.5");
    }
}
