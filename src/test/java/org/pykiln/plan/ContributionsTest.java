package org.pykiln.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContributionsTest {

    @Test
    void sameThingFromTwoKnobsIsThereOnceAndKnowsBoth() {
        Contributions plan = complete();
        plan.turn("second");
        plan.compilerFlags("-a", "-b");
        plan.turn("first");
        plan.compilerFlags("-b", "-c");

        List<Entry<String>> flags = plan.plan().compilerFlags();
        assertThat(flags).extracting(Entry::value).containsExactly("-a", "-b", "-c");
        assertThat(flags.get(1).knobs()).containsExactly("first", "second");
        assertThat(flags.get(2).knobs()).containsExactly("first");
    }

    @Test
    void packagesAreSortedWhoeverAsksForThem() {
        Contributions plan = complete();
        plan.buildPackages(Package.ZLIB_DEV, Package.BZIP2_DEV);
        plan.buildPackages(Package.MAKE, Package.BZIP2_DEV);
        assertThat(plan.plan().buildPackages())
                .extracting(Entry::value)
                .containsExactly(Package.BZIP2_DEV, Package.MAKE, Package.ZLIB_DEV);
    }

    @Test
    void knobsOfAnEntryAreSortedAndFixed() {
        Entry<String> entry = new Entry<>("x", Set.of("c", "a", "b", "e", "d"));
        assertThat(entry.knobs()).containsExactly("a", "b", "c", "d", "e");
        assertThatThrownBy(() -> entry.knobs().add("f"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void planWithoutPythonIsRefused() {
        assertThatThrownBy(() -> new Contributions().plan())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("base");
    }

    @Test
    void literalsArePrintableAsciiWhateverTheText() {
        assertThat(Proof.literal("it's \\ \n é\u2028"))
                .isEqualTo("'it\\u0027s \\u005c \\u000a \\u00e9\\u2028'");
    }

    private static Contributions complete() {
        Contributions plan = new Contributions();
        plan.turn("base");
        plan.base(
                new BaseImage(
                        "debian:x",
                        "debian:x",
                        BaseImage.Family.DEBIAN,
                        "x",
                        Libc.GLIBC,
                        14,
                        Set.of("amd64")));
        plan.platform("linux/amd64");
        plan.python(new PythonRelease("3.13.5", "0".repeat(64)));
        return plan;
    }
}
