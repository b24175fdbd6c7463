package org.pykiln.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.dockerfile.Line;
import org.pykiln.dockerfile.Renderer;

/// The rules of what goes together, by number, each with recipes that it speaks of.
class RulesTest {

    /// The finding is there, its remedy is the one named, and mends it.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    R01 | jit=yes python=3.12.13                                      | error   | jit-needs-3.13                | jit=off
                    R01 | jit=yes base=alpine:3.24                                    | error   | jit-needs-glibc               | jit=off
                    R01 | jit=yes architecture=riscv64                                | error   | jit-architecture              | jit=off
                    R01 | jit=yes base=debian:bookworm-slim                           | error   | jit-llvm                      | jit=off
                    R02 | tail-call=on                                                | error   | tail-call-needs-3.14          | tail-call=off
                    R02 | tail-call=on python=3.14.6 architecture=ppc64le             | error   | tail-call-architecture        | tail-call=off
                    R02 | tail-call=on python=3.14.6                                  | error   | tail-call-compiler            | compiler=clang-19
                    R02 | tail-call=on python=3.14.6 compiler=clang-19                | warning | tail-call-without-pgo         | pgo=on
                    R03 | bolt=on python=3.11.15                                      | error   | bolt-needs-3.12               | bolt=off
                    R03 | bolt=on architecture=arm64                                  | error   | bolt-architecture             | bolt=off
                    R03 | bolt=on base=alpine:3.24                                    | error   | bolt-needs-glibc              | bolt=off
                    R03 | bolt=on                                                     | error   | bolt-without-pie              | pie=off
                    R03 | bolt=on pie=off pgo=on pgo-task=-m_test_--pgo-extended      | warning | bolt-test-embed               | pgo-task=-m test --pgo
                    R04 | lto=thin                                                    | error   | lto-thin-needs-clang          | lto=full
                    R06 | gil=off python=3.12.13                                      | error   | no-gil-needs-3.13             | gil=on
                    R06 | gil=off jit=yes                                             | error   | jit-needs-gil                 | jit=off
                    R06 | gil=off pymalloc=off                                        | error   | no-gil-needs-mimalloc         | pymalloc=mimalloc
                    R07 | pymalloc=mimalloc python=3.12.13                            | error   | mimalloc-needs-3.13           | pymalloc=on
                    R10 | linking=shared                                              | advice  | shared-interposable           | no-semantic-interposition=on
                    R11 | march=x86-64-v3                                             | warning | march-runs-only-on            | march=baseline
                    R11 | march=x86-64-v3 architecture=arm64                          | error   | march-of-another-architecture | march=baseline
                    R16 | allocator=jemalloc                                          | advice  | malloc-sees-large-blocks-only | pymalloc=off
                    -   | allocator-options=thp:1                                     | error   | options-of-no-allocator       | allocator-options=none
                    -   | allocator=jemalloc allocator-options=nope:1                 | error   | allocator-option-unknown      | allocator-options=none
                    """)
    void aRuleSpeaksAndItsRemedyMends(
            String rule, String turned, String severity, String code, String remedy) {
        Recipe recipe = recipe(turned);

        Finding finding =
                Catalogue.check(recipe).stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .orElseThrow(
                                () -> new AssertionError(code + ": " + Catalogue.check(recipe)));

        assertThat(finding.severity().word()).isEqualTo(severity);
        assertThat(finding.remedy().map(Remedy::change)).contains(remedy);
        assertThat(Catalogue.check(finding.remedy().orElseThrow().apply(recipe)))
                .noneMatch(one -> one.code().equals(code));
    }

    /// What needs no choice is done without being asked.
    @ParameterizedTest(name = "{0}: {1} has {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    R01 | jit=yes python=3.14.6                      | ^clang-19$
                    R01 | jit=yes python=3.14.6                      | ^python3$
                    R05 | compiler=clang-19 lto=full                 | -fuse-ld=lld
                    R05 | compiler=clang-19 lto=full                 | ^lld-19$
                    R05 | compiler=clang-19 pgo=on                   | ^libclang-rt-19-dev$
                    R05 | compiler=clang-19 pgo=on                   | ^llvm-19$
                    R08 | base=alpine:3.24 pgo=on                    | PROFILE_TASK=.*--ignore test_math
                    R09 | base=alpine:3.24                           | -DTHREAD_STACK_SIZE=0x
                    R12 | hardening=distribution                     | dpkg-buildflags --get CFLAGS
                    R12 | hardening=distribution                     | sed -E '/.-[(]O
                    R14 | python=3.15.0b3                            | ^libmpdec-dev$
                    R15 | linking=static+library python=3.15.0b3     | ^--enable-static-libpython-for-interpreter$
                    R17 | pgo=on                                     | PROFILE_TASK="-m test --pgo"
                    R17 | opt-level=-O2                              | ^--enable-option-checking=fatal$
                    R18 | compiler=clang-19                          | sysconfigdata
                    """)
    void whatNeedsNoChoiceIsDone(String rule, String turned, String pattern) {
        String text =
                Renderer.render(Catalogue.plan(recipe(turned))).lines().stream()
                        .map(Line::text)
                        .map(line -> line.replaceFirst("[ ;]*\\\\$", "").strip())
                        .collect(Collectors.joining("\n"));

        assertThat(text).containsPattern(Pattern.compile(pattern, Pattern.MULTILINE));
    }

    /// `_` stands for a space.
    private static Recipe recipe(String turned) {
        Recipe recipe = Recipe.defaults();
        for (String change : turned.split(" ")) {
            int equals = change.indexOf('=');
            recipe =
                    Catalogue.turn(
                            recipe,
                            change.substring(0, equals),
                            change.substring(equals + 1).replace('_', ' '));
        }
        return recipe;
    }
}
