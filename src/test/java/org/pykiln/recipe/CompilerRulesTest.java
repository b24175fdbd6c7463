package org.pykiln.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.plan.BuildPlan;
import org.pykiln.plan.Entry;
import org.pykiln.plan.ToolPackage;
import org.pykiln.plan.ToolPackage.Tool;
import org.pykiln.plan.Wanted;

/// What compilers, LLVM and CPUs allow, case by case.
class CompilerRulesTest {
    private static final String FASTEST =
            "python=3.14.6 compiler=clang-19 tail-call=on pgo=on lto=full bolt=on pie=off";

    @ParameterizedTest
    @CsvSource({
        "compiler=clang-18 base=debian:bookworm-slim, compiler-not-packaged, compiler=gcc",
        "compiler=gcc-16, compiler-not-packaged, compiler=gcc",
        "lto=thin, lto-thin-needs-clang, lto=full",
        "tail-call=on compiler=clang-19, tail-call-needs-3.14, tail-call=off",
        "tail-call=on python=3.14.6, tail-call-compiler, compiler=clang-19",
        "tail-call=on python=3.14.6 compiler=clang-18, tail-call-compiler, compiler=clang-19",
        "tail-call=on python=3.14.6 base=alpine:3.24, tail-call-compiler, compiler=clang",
        "tail-call=on python=3.14.6 compiler=clang-19 architecture=s390x, tail-call-architecture, tail-call=off",
        "jit=yes python=3.12.12, jit-needs-3.13, jit=off",
        "jit=yes-off base=alpine:3.24, jit-needs-glibc, jit=off",
        "jit=yes architecture=riscv64, jit-architecture, jit=off",
        "jit=yes base=debian:bookworm-slim, jit-llvm, jit=off",
        "jit=yes python=3.15.0b3, jit-llvm, jit=off",
        "jit=interpreter python=3.14.6 tail-call=on compiler=clang-19, jit-interpreter-tail-call, jit=off",
        "bolt=on pie=off python=3.11.14, bolt-needs-3.12, bolt=off",
        "bolt=on pie=off architecture=arm64, bolt-architecture, bolt=off",
        "bolt=on pie=off base=alpine:3.24, bolt-needs-glibc, bolt=off",
        "bolt=on pie=off base=debian:bookworm-slim compiler=clang-14, bolt-not-packaged, bolt=off",
        "bolt=on, bolt-without-pie, pie=off",
        "march=x86-64-v3 architecture=arm64, march-of-another-architecture, march=baseline",
        "march=armv8.2-a, march-of-another-architecture, march=baseline",
        "march=native architecture=riscv64, march-of-another-architecture, march=baseline",
        "mtune=neoverse-n1, mtune-of-another-architecture, mtune=default"
    })
    void whatCannotBeIsAnErrorWithARemedy(String recipe, String code, String remedy) {
        assertThat(Catalogue.check(recipe(recipe)))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.remedy().orElseThrow().change()).isEqualTo(remedy);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "tail-call=on python=3.14.6 compiler=clang-19, tail-call-without-pgo",
        "bolt=on pie=off, bolt-without-pgo",
        "bolt=on pie=off pgo=on pgo-task=-m_test_--pgo-extended, bolt-test-embed",
        "compiler=clang-19, clang-19-merges-dispatch",
        "march=x86-64-v3, march-runs-only-on",
        "march=native, march-runs-only-on",
        "pgo-jobs=2, pgo-jobs-without-pgo",
        "pgo=on pgo-jobs=2 pgo-task=-m_test_-j4, pgo-jobs-not-taken",
        "pgo=on opt-level=-Os, opt-level-below-o3"
    })
    void whatIsProbablyNotMeantIsSaid(String recipe, String code) {
        assertThat(Catalogue.check(recipe(recipe))).extracting(Finding::code).containsOnly(code);
        assertThat(Catalogue.hasErrors(recipe(recipe))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        FASTEST,
        "compiler=clang-22 lto=thin",
        "compiler=gcc-13 pgo=on pgo-jobs=all",
        "compiler=clang base=alpine:3.24 lto=full",
        "jit=yes python=3.14.6",
        "jit=yes-off",
        "jit=interpreter base=alpine:3.24",
        "mtune=skylake"
    })
    void whatCanBeBuiltHasNoErrors(String recipe) {
        assertThat(Catalogue.check(recipe(recipe)))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @Test
    void clangBringsWhatItsOptimisationsNeed() {
        BuildPlan plan = Catalogue.plan(recipe(FASTEST));

        assertThat(tools(plan))
                .containsExactly(
                        new ToolPackage(Tool.CLANG, 19),
                        new ToolPackage(Tool.LLD, 19),
                        new ToolPackage(Tool.LLVM, 19),
                        new ToolPackage(Tool.CLANG_RUNTIME, 19),
                        new ToolPackage(Tool.BOLT, 19));
        assertThat(plan.buildEnvironment().get("PATH").value())
                .isEqualTo("/usr/lib/llvm-19/bin:$PATH");
        assertThat(plan.buildEnvironment().get("PATH").knobs()).containsExactly("bolt", "compiler");
        assertThat(plan.buildEnvironment().get("CC").value()).isEqualTo("clang-19");
    }

    @Test
    void theJitAsksForItsOwnLlvmWhoeverCompilesTheRest() {
        BuildPlan plan = Catalogue.plan(recipe("python=3.14.6 jit=yes compiler=clang-22 lto=thin"));

        assertThat(tools(plan))
                .containsExactly(
                        new ToolPackage(Tool.CLANG, 19),
                        new ToolPackage(Tool.CLANG, 22),
                        new ToolPackage(Tool.LLD, 22),
                        new ToolPackage(Tool.LLVM, 19),
                        new ToolPackage(Tool.LLVM, 22));
        assertThat(plan.buildEnvironment().get("PATH").value())
                .isEqualTo("/usr/lib/llvm-22/bin:$PATH");
    }

    @Test
    void boltOfAGccBuildIsTheDistributionsOwn() {
        assertThat(tools(Catalogue.plan(recipe("bolt=on pgo=on pie=off"))))
                .containsExactly(new ToolPackage(Tool.BOLT, 19));
        assertThat(
                        Catalogue.plan(recipe("bolt=on pie=off compiler=clang-22"))
                                .buildEnvironment()
                                .get("BOLT_APPLY_FLAGS")
                                .value())
                .contains("-icf=safe")
                .doesNotContain("-icf=1");
    }

    @Test
    void everyTaskSaysWithHowManyItIsTrained() {
        assertThat(task("pgo=on")).isEqualTo("-m test --pgo");
        assertThat(task("pgo=on pgo-jobs=4")).isEqualTo("-m test --pgo -j4");
        assertThat(task("pgo=on pgo-jobs=all")).isEqualTo("-m test --pgo -j0");
        assertThat(task("pgo=on pgo-jobs=4 pgo-task=train.py")).isEqualTo("train.py");
        assertThat(task("bolt=on pie=off")).isEqualTo("-m test --pgo");
        assertThat(task("pgo=on pgo-jobs=2 base=alpine:3.24"))
                .startsWith("-m test --pgo -j2 --ignore ");
    }

    private static String task(String recipe) {
        return Catalogue.plan(recipe(recipe)).profileTask().orElseThrow().value();
    }

    private static List<Wanted> tools(BuildPlan plan) {
        return plan.buildPackages().stream()
                .map(Entry::value)
                .filter(wanted -> wanted instanceof ToolPackage)
                .toList();
    }

    /// @param changes as on the command line, with `_` for a space in a value
    private static Recipe recipe(String changes) {
        Recipe recipe = Recipe.defaults();
        for (String change : changes.split(" ")) {
            String[] parts = change.split("=", 2);
            recipe = Catalogue.turn(recipe, parts[0], parts[1].replace('_', ' '));
        }
        return recipe;
    }
}
