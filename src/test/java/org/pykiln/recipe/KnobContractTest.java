package org.pykiln.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pykiln.plan.Proof;
import org.pykiln.testing.RecipeGenerator;

/// What every knob keeps, whichever it is.
class KnobContractTest {

    static Stream<Knob<?>> knobs() {
        return Catalogue.knobs().stream();
    }

    @Test
    void idsArePublic() {
        assertThat(knobs().map(Knob::id))
                .as("preset files hold these: ids are added, never changed")
                .containsExactly(
                        "base",
                        "base-image",
                        "architecture",
                        "python",
                        "source-verification",
                        "gil",
                        "tail-call",
                        "jit",
                        "compiler",
                        "opt-level",
                        "march",
                        "mtune",
                        "pgo",
                        "pgo-task",
                        "pgo-jobs",
                        "lto",
                        "bolt",
                        "linking",
                        "no-semantic-interposition",
                        "pie",
                        "allocator",
                        "allocator-use",
                        "allocator-options",
                        "pymalloc",
                        "no-builtin-malloc",
                        "hardening",
                        "stack-protector",
                        "safety",
                        "frame-pointers",
                        "thread-stack-size",
                        "test-modules",
                        "docstrings",
                        "strip",
                        "pip",
                        "pyc",
                        "system-expat",
                        "system-libmpdec",
                        "user",
                        "labels",
                        "wheel-index",
                        "packages");
    }

    @Test
    void defaultsArePublic() {
        Map<String, String> defaults = new TreeMap<>();
        knobs().forEach(knob -> defaults.put(knob.id(), Recipe.defaults().text(knob)));
        assertThat(defaults)
                .as("a knob that is absent from a preset file means this, for ever")
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                                Map.entry("base", "debian:trixie-slim"),
                                Map.entry("base-image", "default"),
                                Map.entry("architecture", "amd64"),
                                Map.entry("python", "3.13.5"),
                                Map.entry("tail-call", "off"),
                                Map.entry("jit", "off"),
                                Map.entry("compiler", "gcc"),
                                Map.entry("opt-level", "-O3"),
                                Map.entry("march", "baseline"),
                                Map.entry("mtune", "default"),
                                Map.entry("pgo", "off"),
                                Map.entry("pgo-task", "-m test --pgo"),
                                Map.entry("pgo-jobs", "1"),
                                Map.entry("lto", "off"),
                                Map.entry("bolt", "off"),
                                Map.entry("linking", "static"),
                                Map.entry("no-semantic-interposition", "off"),
                                Map.entry("pie", "on"),
                                Map.entry("allocator", "libc"),
                                Map.entry("allocator-use", "preload"),
                                Map.entry("allocator-options", "none"),
                                Map.entry("pymalloc", "on"),
                                Map.entry("no-builtin-malloc", "off"),
                                Map.entry("hardening", "none"),
                                Map.entry("stack-protector", "default"),
                                Map.entry("safety", "default"),
                                Map.entry("frame-pointers", "default"),
                                Map.entry("thread-stack-size", "default"),
                                Map.entry("test-modules", "on"),
                                Map.entry("source-verification", "sha256"),
                                Map.entry("gil", "on"),
                                Map.entry("docstrings", "on"),
                                Map.entry("strip", "off"),
                                Map.entry("pip", "bundled"),
                                Map.entry("pyc", "keep"),
                                Map.entry("system-expat", "off"),
                                Map.entry("system-libmpdec", "default"),
                                Map.entry("user", "root"),
                                Map.entry("labels", "none"),
                                Map.entry("wheel-index", "none"),
                                Map.entry("packages", "none")));
    }

    @ParameterizedTest
    @MethodSource("knobs")
    void isExplained(Knob<?> knob) {
        assertThat(knob.id()).matches("[a-z][a-z0-9-]*");
        assertThat(knob.label()).isNotBlank();
        Explanation explanation = knob.explain();
        assertThat(explanation.what()).endsWith(".").hasSizeGreaterThan(40);
        assertThat(explanation.effect()).endsWith(".").hasSizeGreaterThan(10);
        assertThat(explanation.proof()).endsWith(".").hasSizeGreaterThan(10);
        assertThat(explanation.sources()).isNotEmpty().noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("knobs")
    <V> void everySuggestionSurvivesText(Knob<V> knob) {
        Domain<V> domain = knob.domain();
        Set<String> texts = new HashSet<>();
        for (V value : domain.suggestions()) {
            String text = domain.text(value);
            assertThat(domain.parse(text)).contains(value);
            assertThat(texts.add(text)).as(text).isTrue();
            assertThat(Recipe.defaults().with(knob, value).text(knob)).isEqualTo(text);
            assertThat(text).matches("[\\x20-\\x7e]+");
        }
        assertThat(domain.suggestions()).contains(knob.defaultValue());
        assertThat(domain.expected()).isNotBlank().doesNotContain("\n");
    }

    @ParameterizedTest
    @MethodSource("knobs")
    void refusesHostileTextAndSaysWhatItWants(Knob<?> knob) {
        for (String hostile : RecipeGenerator.HOSTILE) {
            BadValueException refused =
                    catchThrowableOfType(
                            BadValueException.class,
                            () -> Catalogue.turn(Recipe.defaults(), knob.id(), hostile));
            assertThat(refused).as("%s accepts %s", knob.id(), hostile).isNotNull();
            assertThat(refused.getMessage())
                    .startsWith(knob.id())
                    .hasSizeLessThan(800)
                    .matches("\\P{C}+")
                    .doesNotContain("\u2028");
            assertThat(refused.expected()).isEqualTo(knob.domain().expected());
            assertThat(refused.nearest().map(near -> knob.domain().parse(near)))
                    .hasValueSatisfying(near -> assertThat(near).isPresent());
        }
    }

    @Test
    void unknownKnobNamesTheNearest() {
        assertThatThrownBy(() -> Catalogue.knob("optlevel"))
                .isInstanceOfSatisfying(
                        BadValueException.class,
                        refused -> assertThat(refused.nearest()).contains("opt-level"));
        assertThat(Catalogue.find("nothing")).isEqualTo(Optional.empty());
    }

    /// Every proof of many recipes is compiled by a real Python, in one process.
    @Test
    void proofsArePython() throws IOException, InterruptedException {
        Set<String> bodies =
                RecipeGenerator.recipes(7, 2_000)
                        .flatMap(recipe -> Catalogue.plan(recipe).proofs().stream())
                        .map(Proof::python)
                        .collect(Collectors.toCollection(TreeSet::new));
        String source =
                bodies.stream()
                        .map(body -> "def proof():\n" + body.indent(4))
                        .collect(Collectors.joining("\n"));

        Process python =
                new ProcessBuilder(
                                "python3",
                                "-W",
                                "error",
                                "-c",
                                "import sys; compile(sys.stdin.buffer.read(), 'proofs', 'exec')")
                        .redirectErrorStream(true)
                        .start();
        try (OutputStream in = python.getOutputStream()) {
            in.write(source.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(said).isZero();
        assertThat(bodies).hasSizeGreaterThan(30).allMatch(body -> body.contains("return "));
    }

    @Test
    void everyKnobIsProvenOrChangesNothing() {
        RecipeGenerator.recipes(8, 500)
                .forEach(recipe -> {
                    List<Proof> proofs = Catalogue.plan(recipe).proofs();
                    assertThat(proofs).allMatch(proof -> Catalogue.find(proof.knob()).isPresent());
                    for (Knob<?> knob : Catalogue.knobs()) {
                        if (proofs.stream().noneMatch(proof -> proof.knob().equals(knob.id()))) {
                            assertThat(hasNoEffect(knob, recipe))
                                    .as("%s is not proven in %s", knob.id(), recipe)
                                    .isTrue();
                        }
                    }
                });
    }

    /// Whether anything is trained by tests that can be told how many to run at once.
    private static boolean trainsWithTests(Recipe recipe) {
        boolean trains =
                recipe.text(Catalogue.knob("pgo")).equals("on")
                        || recipe.text(Catalogue.knob("bolt")).equals("on");
        String task = recipe.text(Catalogue.knob("pgo-task"));
        return trains && task.startsWith("-m test ") && !task.contains(" -j");
    }

    /// The knobs that may go without proof, and when.
    private static boolean hasNoEffect(Knob<?> knob, Recipe recipe) {
        return switch (knob.id()) {
            case "pgo-task" ->
                    recipe.text(Catalogue.knob("pgo")).equals("off")
                            && recipe.text(Catalogue.knob("bolt")).equals("off");
            case "pgo-jobs" -> !trainsWithTests(recipe);
            case "allocator-options" ->
                    !recipe.isTurned(knob)
                            || recipe.text(Catalogue.knob("allocator")).equals("libc");
            // that it is the base is proven there
            case "base-image" -> true;
            case "allocator-use" -> recipe.text(Catalogue.knob("allocator")).equals("libc");
            case "no-builtin-malloc",
                    "source-verification",
                    "stack-protector",
                    "safety",
                    "frame-pointers" ->
                    !recipe.isTurned(knob);
            // not to be seen from inside
            case "labels" -> true;
            case "packages" -> !recipe.isTurned(knob);
            case "no-semantic-interposition" ->
                    // CPython decides then
                    !recipe.isTurned(knob) && recipe.text(Catalogue.knob("pgo")).equals("on");
            default -> false;
        };
    }
}
