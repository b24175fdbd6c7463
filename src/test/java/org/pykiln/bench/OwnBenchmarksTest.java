package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class OwnBenchmarksTest {
    private static final Pattern WORD = Pattern.compile("\\w+");

    private final BenchmarkCatalogue catalogue = BenchmarkCatalogue.shipped();

    private List<String> select(String... names) {
        return catalogue.select(List.of(names)).stream().map(Datapoint::name).toList();
    }

    private Benchmark benchmark(String name) {
        return catalogue.benchmark(name).orElseThrow();
    }

    /// The words of a tuple in a program.
    private static List<String> tuple(String name, String program) {
        Matcher matcher =
                Pattern.compile(
                                "^" + name + " = \\(\n(.*?)\n\\)",
                                Pattern.DOTALL | Pattern.MULTILINE)
                        .matcher(program);
        assertThat(matcher.find()).isTrue();
        return WORD.matcher(matcher.group(1)).results().map(found -> found.group()).toList();
    }

    private static List<String> names(Benchmark benchmark) {
        return benchmark.datapoints().stream().map(Datapoint::name).toList();
    }

    private static String script(String folder) {
        String script = OwnBenchmarks.scripts().get(folder + "/run_benchmark.py");
        assertThat(script).isNotNull();
        return script;
    }

    @Test
    void datapointsStandInTheOrderOfTheScripts() {
        assertThat(names(benchmark("alloc"))).isEqualTo(tuple("PATTERNS", script("bm_alloc")));
        assertThat(names(benchmark("homeassistant")))
                .isEqualTo(
                        tuple("NAMES", script("bm_homeassistant")).stream()
                                .map("homeassistant_"::concat)
                                .toList());
        for (Benchmark own : OwnBenchmarks.all()) {
            assertThat(own.datapoints()).extracting(Datapoint::task).startsWith(0, 1).hasSize(8);
            assertThat(own.datapoints())
                    .allMatch(point -> point.loopSeconds() > 0 && point.loopSeconds() < 0.1);
        }
    }

    @Test
    void areFoundByNameDatapointAndTag() {
        assertThat(select("alloc")).hasSize(8).startsWith("alloc_small");
        assertThat(select("alloc_huge,nbody")).containsExactly("nbody", "alloc_huge");
        assertThat(select("<allocator>")).isEqualTo(select("alloc"));
        assertThat(select("all")).containsAll(select("alloc"));
        assertThat(select("-pykiln"))
                .contains("nbody")
                .noneMatch(name -> name.startsWith("alloc_"))
                .noneMatch(name -> name.startsWith("homeassistant_"));
    }

    @Test
    void homeAssistantIsForThePythonOfItsLock() {
        Benchmark homeassistant = benchmark("homeassistant");
        assertThat(homeassistant.python().text()).isEqualTo("Python from 3.13 to before 3.14");
        String lock = KitLock.resource("locks/bm_homeassistant.txt");
        assertThat(homeassistant.requirements()).hasSize(1);
        assertThat(lock.lines()).contains(homeassistant.requirements().getFirst() + " \\");
        assertThat(lock)
                .matches("(#.*\n)(([a-z0-9-]+==\\S+)( \\\\\n    --hash=sha256:[0-9a-f]{64})+\n)+");
    }
}
