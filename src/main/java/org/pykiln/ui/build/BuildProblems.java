package org.pykiln.ui.build;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Remedy;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.ImageServices.BuiltImage;
import org.pykiln.ui.common.Problem;

/// What is said when a build is not begun, or does not end as its recipe promises.
final class BuildProblems {
    private BuildProblems() {}

    /// Offers what the rules offer for the first of them, and its knob.
    static Problem refusal(
            List<Finding> errors, Consumer<Remedy> apply, Consumer<Finding> openKnob) {
        Finding first = errors.getFirst();
        Problem refused =
                new Problem(
                        errors.size() == 1
                                ? "Not built: the recipe has an error."
                                : "Not built: the recipe has %d errors.".formatted(errors.size()),
                        errors.stream().map(Finding::summary).collect(Collectors.joining("\n")),
                        "");
        Problem mended =
                first.remedy()
                        .map(one ->
                                refused.offering(new Command(one.label(), () -> apply.accept(one))))
                        .orElse(refused);
        return mended.offering(new Command("Open the knob", () -> openKnob.accept(first)));
    }

    static Problem noEngine(Runnable look, Runnable see) {
        return Problem.of("Not built: there is no container engine.")
                .offering(
                        new Command("Look for engines again", look),
                        new Command("See what was tried", see));
    }

    static Problem unproven(BuiltImage made) {
        return Problem.of(
                "%s was built, but %s not hold: the image is not what its recipe says."
                        .formatted(
                                made.name(),
                                made.failedProofs() == 1
                                        ? "1 proof does"
                                        : made.failedProofs() + " proofs do"));
    }
}
