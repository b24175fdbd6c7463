package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BenchmarkCatalogueTest {
    private final BenchmarkCatalogue catalogue = BenchmarkCatalogue.shipped();

    private List<String> select(String... names) {
        return catalogue.select(List.of(names)).stream().map(Datapoint::name).toList();
    }

    @Test
    void knowsTheWholeManifestAndPyKilnsOwn() {
        assertThat(catalogue.benchmarks()).hasSize(97 + 2);
        assertThat(catalogue.benchmarks().stream().filter(Benchmark::needsPackages))
                .hasSize(26 + 1);
        assertThat(catalogue.smoke())
                .extracting(Datapoint::benchmark)
                .containsOnly(
                        ("nbody float richards deltablue json_dumps json_loads pickle"
                                        + " regex_compile pidigits telco python_startup"
                                        + " sqlite_synth deepcopy unpack_sequence")
                                .split(" "));
        assertThat(catalogue.smoke()).hasSize(16);
        assertThat(catalogue.all()).extracting(Datapoint::name).doesNotHaveDuplicates();
    }

    @Test
    void aBenchmarkStandsForAllItsDatapoints() {
        assertThat(select("deepcopy"))
                .containsExactly("deepcopy", "deepcopy_reduce", "deepcopy_memo");
        assertThat(catalogue.datapoint("deepcopy_memo").orElseThrow().task()).isEqualTo(2);
        assertThat(select("scimark_lu")).containsExactly("scimark_lu");
    }

    @Test
    void namesTagsListsAndExclusionsCombine() {
        assertThat(select("json_loads,nbody")).containsExactly("json_loads", "nbody");
        assertThat(select("nbody", "json_loads")).containsExactly("json_loads", "nbody");
        assertThat(select("math")).containsExactly("float", "nbody", "pidigits");
        assertThat(select("<math>", "-float")).containsExactly("nbody", "pidigits");
        assertThat(select("-asyncio")).hasSize(catalogue.all().size() - 21);
        assertThat(select("all")).hasSize(catalogue.all().size());
        assertThat(select("smoke,-python_startup")).hasSize(15);
        assertThat(select("NBody")).containsExactly("nbody");
    }

    @Test
    void kitStandsForAllThatNeedNoPackages() {
        assertThat(catalogue.select(List.of("kit", "-pykiln")).stream().map(Datapoint::benchmark))
                .contains("nbody", "pidigits")
                .doesNotContain("django_template", "alloc")
                .satisfies(names -> assertThat(names.stream().distinct()).hasSize(71));
    }

    @Test
    void unknownNamesGetTheNearest() {
        assertThatThrownBy(() -> select("nbdy"))
                .hasMessage("There is no benchmark called \"nbdy\". Did you mean nbody?");
        assertThatThrownBy(() -> select("json")).hasMessageContaining("json_dumps, json_loads");
        assertThatThrownBy(() -> select("zzzzzzzz")).hasMessageNotContaining("mean");
        assertThatThrownBy(() -> select("-nbdy")).hasMessageContaining("nbody");
    }

    @Test
    void thirdPartyNeedsAreNoReasonToLeaveOut() {
        assertThat(select("sympy_str", "template"))
                .containsExactly(
                        "django_template", "genshi_text", "genshi_xml", "mako", "sympy_str");
        assertThat(select("all")).contains("tornado_http", "sqlglot_v2_parse");
    }
}
