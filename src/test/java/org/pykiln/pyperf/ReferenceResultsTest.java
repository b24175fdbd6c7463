package org.pykiln.pyperf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The shipped files against the table as it was printed in 2020.
class ReferenceResultsTest {
    private static final Pattern ROW =
            Pattern.compile("\\| (\\w+) \\| (.+?) \\| (.+?): (([\\d.]+)x (faster|slower)) .*");

    /// The article's ratios come from means of full precision. These rows come out otherwise from
    /// the rounded means: printed, and as we show it.
    private static final Map<String, String> ROUNDED =
            Map.ofEntries(
                    Map.entry("fannkuch", "1.38 -> 1.37"),
                    Map.entry("genshi_text", "1.34 -> 1.35"),
                    Map.entry("logging_silent", "1.39 -> 1.38"),
                    Map.entry("logging_simple", "1.27 -> 1.28"),
                    Map.entry("nbody", "1.73 -> 1.72"),
                    Map.entry("nqueens", "1.49 -> 1.50"),
                    Map.entry("pickle_pure_python", "1.45 -> 1.46"),
                    Map.entry("pidigits", "1.24 -> 1.23"),
                    Map.entry("raytrace", "1.30 -> 1.31"),
                    Map.entry("regex_compile", "1.38 -> 1.37"),
                    Map.entry("scimark_lu", "1.61 -> 1.60"),
                    Map.entry("scimark_sparse_mat_mult", "1.43 -> 1.44"),
                    Map.entry("telco", "1.44 -> 1.43"),
                    Map.entry("unpickle_pure_python", "1.36 -> 1.35"));

    private final ReferenceResults.Reference reference =
            ReferenceResults.byId("home-assistant-2020").orElseThrow();

    @Test
    void theComparisonIsTheArticlesTable() {
        List<String> lines =
                PerfCompare.compare(reference.open(), CompareOptions.TABLE).text().lines().toList();
        List<String> shown =
                lines.stream().filter(line -> line.startsWith("| ")).map(this::squeezed).toList();
        List<String> printed = Samples.text("blog_2020_table.md").lines().toList();

        assertThat(printed).hasSize(60);
        assertThat(shown).hasSize(62);
        assertThat(shown.getFirst()).isEqualTo("| Benchmark | alpine-3.8.3 | optimized-3.8.3 |");
        assertThat(shown.getLast()).isEqualTo("| Geometric mean | (ref) | 1.34x faster |");
        Map<String, String> otherwise = new LinkedHashMap<>();
        for (int i = 0; i < printed.size(); i++) {
            Matcher row = matched(printed.get(i));
            String ours = shown.get(i + 1);
            String means = "| %s | %s | %s: ".formatted(row.group(1), row.group(2), row.group(3));
            assertThat(ours).startsWith(means);
            String ratio = ours.substring(means.length(), ours.length() - " |".length());
            if (!ratio.equals(row.group(4))) {
                otherwise.put(
                        row.group(1),
                        row.group(5) + " -> " + ratio.substring(0, ratio.indexOf('x')));
            }
        }
        assertThat(otherwise).isEqualTo(ROUNDED);
    }

    private String squeezed(String line) {
        return line.replaceAll(" +", " ");
    }

    private static Matcher matched(String line) {
        Matcher row = ROW.matcher(line);
        assertThat(row.matches()).as(line).isTrue();
        return row;
    }

    @Test
    void everyPrintedRatioIsWithinTheRoundingOfItsMeans() {
        PerfSuite alpine = reference.open().getFirst().suite();
        PerfSuite optimized = reference.open().getLast().suite();
        for (String line : Samples.text("blog_2020_table.md").lines().toList()) {
            Matcher row = matched(line);
            double slow = alpine.benchmark(row.group(1)).orElseThrow().doubles()[0];
            double fast = optimized.benchmark(row.group(1)).orElseThrow().doubles()[0];
            double printed = Double.parseDouble(row.group(5));
            double speedUp = row.group(6).equals("faster") ? printed : 1 / printed;
            double tolerance =
                    0.0051 + speedUp * (half(row.group(2)) / slow + half(row.group(3)) / fast);
            assertThat(Math.abs(slow / fast - speedUp)).as(line).isLessThan(tolerance);
        }
    }

    /// Half of the last digit of `22.8 ms`, in seconds.
    private static double half(String printed) {
        String number = printed.substring(0, printed.indexOf(' '));
        int digits = number.contains(".") ? number.length() - number.indexOf('.') - 1 : 0;
        double unit =
                switch (printed.substring(printed.indexOf(' ') + 1)) {
                    case "ms" -> 1e-3;
                    case "us" -> 1e-6;
                    case "ns" -> 1e-9;
                    default -> 1;
                };
        return 0.5 * unit * Math.pow(10, -digits);
    }

    @Test
    void saysWhatItIsAndIsByteForByteAPyperfFile() throws IOException {
        for (PerfFile file : reference.open()) {
            Metadata metadata = file.suite().metadata();
            assertThat(metadata.text("python_version")).hasValue("3.8.3");
            assertThat(metadata.text("pykiln_source").orElseThrow()).contains("2020-07-13");
            assertThat(file.suite().benchmarks())
                    .allSatisfy(benchmark -> assertThat(benchmark.values()).hasSize(1));
            try (InputStream in =
                    ReferenceResults.class.getResourceAsStream("reference/" + file.name())) {
                assertThat(in).isNotNull();
                assertThat(PerfJson.bytes(file.suite())).isEqualTo(in.readAllBytes());
            }
        }
        assertThat(reference.source()).contains("one value per benchmark");
    }
}
