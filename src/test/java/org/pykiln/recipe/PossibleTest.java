package org.pykiln.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.pykiln.testing.RecipeGenerator;

/// No recipe without errors asks for what its Python version, C library, architecture or compiler
/// cannot do. What these can do stands here as a table of its own, from CPython's configure, its
/// documentation and the manuals of the compilers; none of it is taken from the knobs.
class PossibleTest {
    private static final int MANY = 10_000;

    /// @param asks whether a plan wants it
    /// @param can whether it is there to be had
    private record Fact(String what, String source, Predicate<Asked> asks, Predicate<Asked> can) {}

    private static Fact fact(
            String what, String source, Predicate<Asked> asks, Predicate<Asked> can) {
        return new Fact(what, source, asks, can);
    }

    /// An option of configure that came with a version.
    private static Fact since(int minor, String option, String source) {
        return fact(
                option + " is there from 3." + minor,
                source,
                asked -> asked.has(option + "(=.*)?"),
                asked -> asked.from(minor));
    }

    private static final List<Fact> FACTS =
            List.of(
                    // versions
                    since(10, "--disable-test-modules", "cpython configure"),
                    since(10, "--without-static-libpython", "cpython configure"),
                    since(12, "--enable-bolt", "What's New in 3.12"),
                    since(13, "--disable-gil", "PEP 703"),
                    since(13, "--enable-experimental-jit", "PEP 744"),
                    since(13, "--with(out)?-mimalloc", "cpython configure"),
                    since(14, "--with-tail-call-interp", "What's New in 3.14"),
                    since(14, "--(disable|enable|with|without)-safety", "What's New in 3.14"),
                    since(14, "--(disable|enable)-slower-safety", "What's New in 3.14"),
                    since(14, "--with(out)?-remote-debug", "PEP 768"),
                    since(15, "--with(out)?-frame-pointers", "PEP 831"),
                    since(15, "--with-pymalloc-hugepages", "cpython configure"),
                    since(15, "--enable-static-libpython-for-interpreter", "cpython configure"),
                    // interpreter
                    fact(
                            "the tail-call interpreter needs preserve_none",
                            "cpython #132138, #140548; CachyOS #1361",
                            asked -> asked.has("--with-tail-call-interp(=yes)?"),
                            asked ->
                                    (asked.clang(19) || asked.gcc(16))
                                            && asked.on("amd64", "arm64")),
                    fact(
                            "the JIT knows glibc on two architectures",
                            "cpython Tools/jit/_targets.py",
                            asked -> asked.has("--enable-experimental-jit(=yes.*)?"),
                            asked -> asked.glibc() && asked.on("amd64", "arm64")),
                    fact(
                            "the JIT needs the GIL",
                            "PEP 744",
                            asked -> asked.has("--enable-experimental-jit(=(?!no).*)?"),
                            asked -> !asked.has("--disable-gil")),
                    fact(
                            "without the GIL objects are served by mimalloc alone",
                            "PEP 703",
                            asked -> asked.has("--disable-gil"),
                            asked ->
                                    asked.environment()
                                                    .getOrDefault("PYTHONMALLOC", "default")
                                                    .matches("default|debug|mimalloc(_debug)?")
                                            && !asked.has("--without-(mimalloc|pymalloc)")),
                    fact(
                            "CPython's own mimalloc came with 3.13",
                            "mimalloc #1260",
                            asked ->
                                    asked.environment()
                                            .getOrDefault("PYTHONMALLOC", "")
                                            .startsWith("mimalloc"),
                            asked -> asked.from(13) && !asked.has("--without-mimalloc")),
                    // optimisation
                    fact(
                            "thin LTO is Clang's",
                            "cpython configure",
                            asked -> asked.has("--with-lto=thin"),
                            asked -> asked.clang(1)),
                    fact(
                            "Clang's LTO needs a linker that reads its objects",
                            "home-assistant/docker-base #365",
                            asked -> asked.has("--with-lto.*") && asked.clang(1),
                            asked -> asked.has(".*-fuse-ld=(lld|gold).*")),
                    fact(
                            "BOLT is for amd64 and glibc",
                            "cpython #128884, llvm #146541",
                            asked -> asked.has("--enable-bolt"),
                            asked -> asked.glibc() && asked.on("amd64")),
                    fact(
                            "BOLT cannot read packed relocations",
                            "cpython #141775",
                            asked -> asked.has("--enable-bolt"),
                            asked -> !asked.has(".*pack-relative-relocs.*")),
                    fact(
                            "the linker must not strip what BOLT reads",
                            "cpython configure: --emit-relocs",
                            asked -> asked.has("--enable-bolt"),
                            asked -> !asked.has(".*-Wl,(-s|--strip-all).*")),
                    fact(
                            "profiles are trained by something",
                            "docker-library/python #980",
                            asked -> asked.has("--enable-optimizations"),
                            asked -> asked.has("PROFILE_TASK=[^ ].*")),
                    fact(
                            "tests of re and math fail in training on musl before 3.14",
                            "cpython #90548",
                            asked ->
                                    asked.has("PROFILE_TASK=-m test.*")
                                            && !asked.glibc()
                                            && !asked.from(14),
                            asked -> asked.has("PROFILE_TASK=.*--ignore.*")),
                    fact(
                            "a CPU of amd64",
                            "GCC manual: x86 Options",
                            asked -> asked.has("-march=x86-64.*"),
                            asked -> asked.on("amd64")),
                    fact(
                            "the levels of x86-64 have names from GCC 11 and Clang 12 on",
                            "GCC 11 changes",
                            asked -> asked.has("-march=x86-64-v.*"),
                            asked -> asked.gcc(11) || asked.clang(12)),
                    fact(
                            "a CPU of arm64",
                            "GCC manual: AArch64 Options",
                            asked -> asked.has("-march=armv[89].*|-mcpu=neoverse.*"),
                            asked -> asked.on("arm64")),
                    // linking and hardening
                    fact(
                            "a static interpreter beside a shared library needs the library",
                            "cpython configure",
                            asked -> asked.has("--enable-static-libpython-for-interpreter"),
                            asked -> asked.has("--enable-shared")),
                    fact(
                            "leaf functions are told apart on amd64 and arm64",
                            "GCC manual; docker-library/python #1000",
                            asked -> asked.has("-mno-omit-leaf-frame-pointer"),
                            asked -> asked.on("amd64", "arm64")),
                    fact(
                            "control-flow protection is x86's",
                            "GCC manual: Instrumentation Options",
                            asked -> asked.has("-fcf-protection.*"),
                            asked -> asked.on("amd64", "386")),
                    fact(
                            "branch protection is arm64's",
                            "GCC manual: AArch64 Options",
                            asked -> asked.has("-mbranch-protection.*"),
                            asked -> asked.on("arm64")),
                    // C library and architecture
                    fact(
                            "musl's threads are too small for Python's recursion before 3.15",
                            "alpinelinux/aports 2026e125",
                            asked -> !asked.glibc() && !asked.from(15),
                            asked -> asked.has("-DTHREAD_STACK_SIZE=0x.*|.*stack-size=.*")),
                    fact(
                            "decimal needs its library from 3.15 on, or a word that the bundled one is meant",
                            "cpython configure: --with-system-libmpdec",
                            asked -> asked.from(15),
                            asked ->
                                    asked.has("package MPDECIMAL_DEV")
                                            || asked.has("--without-system-libmpdec")),
                    fact(
                            "zstd came with 3.14",
                            "PEP 784",
                            asked -> asked.has("package ZSTD_DEV"),
                            asked -> asked.from(14)),
                    fact(
                            "a base is published for some architectures",
                            "the distributions' release notes",
                            asked -> true,
                            asked ->
                                    asked.base()
                                            .architectures()
                                            .contains(
                                                    asked.architecture().equals("386")
                                                            ? "i386"
                                                            : asked.architecture())));

    @Test
    void whatHasNoErrorsIsPossible() {
        Map<String, Integer> met = new TreeMap<>();
        RecipeGenerator.recipes(11, MANY)
                .map(PossibleTest::mended)
                .map(recipe -> Asked.of(Catalogue.plan(recipe)))
                .forEach(asked -> {
                    for (Fact fact : FACTS) {
                        if (fact.asks.test(asked)) {
                            met.merge(fact.what, 1, Integer::sum);
                            assertThat(fact.can.test(asked))
                                    .as("%s (%s): %s", fact.what, fact.source, asked)
                                    .isTrue();
                        }
                    }
                });
        System.out.println("Asked for in recipes without errors: " + met);
        assertThat(met).hasSizeGreaterThan(7);
    }

    /// Without its errors; recipes at random seldom are.
    private static Recipe mended(Recipe recipe) {
        Recipe mended = recipe;
        for (int i = 0; i < 100; i++) {
            List<Finding> findings = Catalogue.check(mended);
            if (findings.isEmpty() || findings.getFirst().severity() != Severity.ERROR) {
                return mended;
            }
            mended = findings.getFirst().remedy().orElseThrow().apply(mended);
        }
        throw new AssertionError("remedies go round in circles: " + recipe);
    }
}
