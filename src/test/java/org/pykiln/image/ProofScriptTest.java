package org.pykiln.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Catalogue;
import org.pykiln.testing.RecipeGenerator;

/// The proofs of many recipes, run by this machine's own Python, which no recipe built.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofScriptTest {
    /// Can be seen only in what the build kept of itself; there is no such evidence here.
    private static final Set<String> BY_EVIDENCE =
            Set.of(
                    "opt-level",
                    "march",
                    "mtune",
                    "pgo",
                    "lto",
                    "no-semantic-interposition",
                    "no-builtin-malloc",
                    "hardening",
                    "stack-protector",
                    "safety",
                    "frame-pointers",
                    "thread-stack-size");

    private static final List<Proof> PROOFS =
            RecipeGenerator.recipes(1, 400)
                    .flatMap(recipe -> Catalogue.plan(recipe).proofs().stream())
                    .distinct()
                    .toList();

    private List<ProofResult> results;

    @BeforeAll
    void run(@TempDir Path folder) throws Exception {
        results = prove(PROOFS, folder, Map.of());
    }

    @Test
    void everyProofIsAnsweredInOrder() {
        assertThat(results).hasSameSizeAs(PROOFS).hasSizeGreaterThan(100);
        assertThat(results.stream().map(ProofResult::claim))
                .containsExactlyElementsOf(PROOFS.stream().map(Proof::claim).toList());
    }

    /// Not even that a flag was absent: a build that kept nothing might have used it.
    @Test
    void withoutEvidenceNothingHoldsThatNeedsIt() {
        List<ProofResult> byEvidence =
                results.stream().filter(result -> BY_EVIDENCE.contains(result.knob())).toList();

        assertThat(byEvidence.stream().map(ProofResult::knob)).containsAll(BY_EVIDENCE);
        assertThat(byEvidence)
                .noneMatch(ProofResult::holds)
                .allMatch(result -> !result.seen().isBlank());
    }

    /// Proofs of different values of a knob contradict each other.
    @Test
    void ofContradictingClaimsOneHoldsAtMost() {
        Map<String, Set<String>> held =
                results.stream()
                        .filter(ProofResult::holds)
                        .filter(result -> !result.claim().startsWith("the extension modules"))
                        .filter(result -> !result.claim().startsWith("the image is"))
                        // of any version, and of one
                        .filter(result -> !result.knob().equals("compiler"))
                        .collect(
                                Collectors.groupingBy(
                                        ProofResult::knob,
                                        Collectors.mapping(
                                                ProofResult::claim, Collectors.toSet())));
        assertThat(held)
                .allSatisfy((knob, claims) -> assertThat(claims).as(knob).hasSize(1))
                .containsKeys("architecture", "base", "linking", "pymalloc", "test-modules");
    }

    @Test
    void noProofEndsInAMistakeOfItsOwn() {
        assertThat(results)
                .noneMatch(result ->
                        result.seen()
                                .matches("(NameError|SyntaxError|TypeError|AttributeError).*"));
    }

    @Test
    void debugHooksAreNotPymalloc(@TempDir Path folder) throws Exception {
        List<Proof> pymalloc =
                PROOFS.stream().filter(proof -> proof.knob().equals("pymalloc")).toList();

        assertThat(prove(pymalloc, folder, Map.of("PYTHONMALLOC", "debug")))
                .isNotEmpty()
                .noneMatch(ProofResult::holds)
                .anyMatch(result -> result.seen().contains("debug"));
        assertThat(prove(pymalloc, folder, Map.of("PYTHONMALLOC", "malloc")))
                .filteredOn(ProofResult::holds)
                .singleElement()
                .satisfies(result -> assertThat(result.claim()).endsWith("malloc"));
    }

    @Test
    void aProofThatRaisesDoesNotHold(@TempDir Path folder) throws Exception {
        List<Proof> bad =
                List.of(
                        new Proof("a", "raises", "raise RuntimeError('no')"),
                        new Proof("b", "says nothing", "pass"),
                        new Proof("c", "exits", "raise SystemError('stop')"),
                        new Proof("d", "is fine", "return True, 'x' * 1000"));

        List<ProofResult> answers = prove(bad, folder, Map.of());

        assertThat(answers.stream().map(ProofResult::holds))
                .containsExactly(false, false, false, true);
        assertThat(answers.getFirst().seen()).isEqualTo("RuntimeError: no");
        assertThat(answers.getLast().seen()).hasSize(500);
    }

    /// One argument of a process is limited to 128 KiB on Linux.
    @Test
    void theScriptOfARecipeFitsIntoOneArgument() {
        RecipeGenerator.recipes(2, 200)
                .forEach(recipe ->
                        assertThat(ProofScript.of(Catalogue.plan(recipe).proofs()).length())
                                .isLessThan(100_000));
    }

    private static List<ProofResult> prove(
            List<Proof> proofs, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("proofs.py"), ProofScript.of(proofs));
        ProcessBuilder builder = new ProcessBuilder("python3", script.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
        builder.environment().remove("LD_PRELOAD");
        builder.environment().putAll(environment);
        Path errors = folder.resolve("errors.txt");
        Process python = builder.redirectError(errors.toFile()).start();
        String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(Files.readString(errors)).isZero();
        return ProofJson.read(proofs, output);
    }
}
