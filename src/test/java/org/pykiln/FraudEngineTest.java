package org.pykiln;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.image.ProofResult;
import org.pykiln.image.Prover;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.testing.EngineTest;

/// Images that are not what they say they are: each is caught, by the name of the knob.
@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FraudEngineTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The script of so many proofs fits into one argument of a process.
    private static final int AT_ONCE = 60;

    /// Knobs of which nothing can be seen from inside, and what is no lie, and why; some of it
    /// about one preset alone.
    private static final Map<String, String> UNSEEN =
            Map.of(
                    "labels", "an image cannot see its labels",
                    "compiler=gcc-14", "it is trixie's own GCC under its other name",
                    "system-libmpdec=off", "CPython 3.13 takes its own copy by default, too",
                    "libc-experiment-musl: pip=26.1.2", "CPython 3.14.6 comes with this very pip",
                    "libc-experiment-musl: safety=off", "CPython 3.14.6 has them off by default");

    private final Map<String, String> images = new HashMap<>();
    private RealPyKiln pykiln;

    static Stream<String> presets() {
        return Stream.of("quick", "libc-experiment-musl");
    }

    @BeforeAll
    void build(@TempDir Path folder) throws IOException {
        pykiln = new RealPyKiln(folder.resolve("home"));
        for (String preset : presets().toList()) {
            RealPyKiln.Ran build = pykiln.run("build", preset, "--json");
            assertThat(build.code()).as(build.err()).isZero();
            images.put(preset, JSON.readTree(build.out()).path("image").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void nothingIsWrongWithTheImageItself(String preset) {
        RealPyKiln.Ran verify = pykiln.run("verify", images.get(preset));

        assertThat(verify.code()).as(verify.out() + verify.err()).isZero();
        assertThat(verify.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("  holds "));
    }

    /// The image with any one knob said to be at any other value.
    @ParameterizedTest
    @MethodSource("presets")
    void aKnobThatWasNotTurnedSoIsNamed(String preset) {
        String image = images.get(preset);
        try (Engine engine = RealPyKiln.engine()) {
            Recipe honest =
                    Catalogue.fromLabels(engine.image(image).orElseThrow().labels()).orElseThrow();

            List<Lie> lies = Lie.about(honest);
            Map<String, String> caught = Lie.tried(lies, proofs -> answers(engine, image, proofs));

            System.out.println("What is caught if " + preset + " is said to be");
            caught.forEach((lie, by) -> System.out.printf("  %-40s %s%n", lie, by));
            Map<String, String> passed = new TreeMap<>(caught);
            passed.values().removeIf(by -> !by.isEmpty());
            passed.keySet().removeAll(UNSEEN.keySet());
            passed.keySet().removeIf(lie -> UNSEEN.containsKey(preset + ": " + lie));
            passed.keySet().removeIf(lie -> UNSEEN.containsKey(lie.replaceFirst("=.*", "")));
            lies.stream().filter(Lie::isRefused).map(Lie::text).forEach(passed::remove);
            assertThat(passed).as("said of %s and not caught", preset).isEmpty();
        }
    }

    /// A proof that ends the interpreter must not pass for the failure of others.
    private static List<ProofResult> answers(Engine engine, String image, List<Proof> proofs) {
        Prover prover = new Prover(engine);
        List<ProofResult> answers = new ArrayList<>();
        for (int i = 0; i < proofs.size(); i += AT_ONCE) {
            List<Proof> some = proofs.subList(i, Math.min(i + AT_ONCE, proofs.size()));
            List<ProofResult> together = prover.prove(image, some, new Cancellation());
            if (together.getFirst().seen().startsWith("the interpreter ended")) {
                some.forEach(one ->
                        answers.addAll(prover.prove(image, List.of(one), new Cancellation())));
            } else {
                answers.addAll(together);
            }
        }
        return answers;
    }

    /// The image with something changed about it, or about what it says it is. `%` ends a line.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    # what it says
                    another level                     | opt-level | LABEL org.pykiln.knob.opt-level=-O3
                    PGO that was not used             | pgo       | LABEL org.pykiln.knob.pgo=on
                    LTO that was not used             | lto       | LABEL org.pykiln.knob.lto=full
                    labels of two recipes             | recipe    | LABEL org.pykiln.recipe=0123456789abcdef
                    # what the build kept
                    evidence that is gone             | opt-level | RUN rm -r /usr/local/share/pykiln
                    evidence of another level         | opt-level | LABEL org.pykiln.knob.opt-level=-O3%RUN sed -i s/-O2/-O3/g /usr/local/share/pykiln/compile-command
                    evidence of PGO                   | pgo       | LABEL org.pykiln.knob.pgo=on%RUN cd /usr/local/share/pykiln; echo 200 > profiles; sed -i 's/$/ -fprofile-use/' compile-command; sed -i "s/'--enable-loadable/'--enable-optimizations' &/" /usr/local/lib/python3.13/_sysconfigdata*.py
                    PGO with an empty task            | pgo-task  | LABEL org.pykiln.knob.pgo=on%RUN cd /usr/local/share/pykiln; echo 200 > profiles; echo './python ' > training
                    PGO without profiles              | pgo       | LABEL org.pykiln.knob.pgo=on%RUN cd /usr/local/share/pykiln; sed -i 's/$/ -fprofile-use/' compile-command
                    evidence of LTO                   | lto       | LABEL org.pykiln.knob.lto=full%RUN cd /usr/local/share/pykiln; sed -i 's/$/ -flto/' compile-command link-commands; sed -i "s/'--enable-loadable/'--with-lto=full' &/" /usr/local/lib/python3.13/_sysconfigdata*.py
                    evidence of no interposition      | no-semantic-interposition | LABEL org.pykiln.knob.no-semantic-interposition=on%RUN sed -i 's/$/ -fno-semantic-interposition/' /usr/local/share/pykiln/compile-command
                    evidence of no builtin malloc     | no-builtin-malloc | LABEL org.pykiln.knob.no-builtin-malloc=on%RUN sed -i 's/$/ -fno-builtin-malloc -fno-builtin-calloc -fno-builtin-realloc -fno-builtin-free/' /usr/local/share/pykiln/compile-command
                    # who serves memory
                    another allocator by environment  | pymalloc  | ENV PYTHONMALLOC=malloc
                    a debugging allocator             | pymalloc  | ENV PYTHONMALLOC=debug
                    another allocator by sitecustomize | pymalloc | RUN echo 'import os, sys; "PYTHONMALLOC" in os.environ or os.execve(sys.executable, sys.orig_argv, {**os.environ, "PYTHONMALLOC": "malloc"})' > /usr/local/lib/python3.13/site-packages/sitecustomize.py
                    another allocator by a wrapper    | pymalloc  | RUN rm /usr/local/bin/python3; printf '#!/bin/sh\\nPYTHONMALLOC=malloc exec python3.13 "$@"\\n' > /usr/local/bin/python3; chmod +x /usr/local/bin/python3
                    a preload that is not there       | allocator | LABEL org.pykiln.knob.allocator=jemalloc%ENV LD_PRELOAD=/usr/local/lib/nothing.so
                    a preload that serves no malloc   | allocator | LABEL org.pykiln.knob.allocator=jemalloc%RUN cp -L /usr/lib/*/libz.so.1 /usr/local/lib/libjemalloc.so.2%ENV LD_PRELOAD=/usr/local/lib/libjemalloc.so.2
                    malloc of a hidden preload        | allocator | RUN apt-get update; apt-get install -y --no-install-recommends libjemalloc2; ls /usr/lib/*/libjemalloc.so.2 > /etc/ld.so.preload
                    # which interpreter
                    a version that it is not          | python    | LABEL org.pykiln.knob.python=3.14.6
                    a version by sitecustomize        | python    | LABEL org.pykiln.knob.python=3.13.6%RUN echo 'import platform; platform.python_version = lambda: "3.13.6"' > /usr/local/lib/python3.13/site-packages/sitecustomize.py
                    the distribution's interpreter    | python    | RUN apt-get update; apt-get install -y --no-install-recommends python3; ln -sf /usr/bin/python3 /usr/local/bin/python3
                    another file                      | python    | RUN echo >> /usr/local/bin/python3.13
                    a module that was taken out       | python    | RUN rm /usr/local/lib/python3.13/lib-dynload/_ssl.*
                    a library that was taken out      | python    | RUN rm /usr/lib/*/libsqlite3.so.0
                    an interpreter that is broken     | python    | RUN rm -r /usr/local/lib/python3.13/encodings
                    a shared library                  | linking   | LABEL org.pykiln.knob.linking=shared
                    # what is in it
                    tests that were put back          | test-modules | RUN cd /usr/local/lib/python3.13; mkdir -p test; touch test/__init__.py test/test_grammar.py
                    """)
    void aTamperedImageIsNamed(String what, String knob, String tampering) throws IOException {
        assertThat(failed("quick", tampering.replace('%', '\n'))).contains(knob);
    }

    /// The knobs whose proofs do not hold in the image of the preset after this was done to it.
    private List<String> failed(String preset, String tampering) throws IOException {
        String tag = "pykiln-fraud:" + Long.toHexString(ProcessHandle.current().pid());
        try (Engine engine = RealPyKiln.engine()) {
            try {
                engine.build(
                        RealPyKiln.request("FROM " + images.get(preset) + "\n" + tampering, tag),
                        event -> {},
                        new Cancellation());
                RealPyKiln.Ran verify = pykiln.run("verify", tag, "--json");
                assertThat(verify.code()).as(verify.err()).isEqualTo(1);
                List<String> failed = new ArrayList<>();
                for (JsonNode proof : JSON.readTree(verify.out())) {
                    if (!proof.path("holds").asBoolean()) {
                        failed.add(proof.path("knob").asText());
                    }
                }
                return failed;
            } finally {
                engine.removeImage(tag);
            }
        }
    }
}
