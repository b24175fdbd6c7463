package org.pykiln.ui.build;

import java.util.List;
import java.util.stream.Collectors;
import org.pykiln.recipe.Finding;
import org.pykiln.ui.common.ImageServices.BuiltImage;
import org.pykiln.ui.common.Problem;

/// What is said when a build is not begun, or does not end as its recipe promises.
final class BuildProblems {
    private BuildProblems() {}

    static Problem refusal(List<Finding> errors) {
        return new Problem(
                errors.size() == 1
                        ? "Not built: the recipe has an error."
                        : "Not built: the recipe has %d errors.".formatted(errors.size()),
                errors.stream().map(Finding::summary).collect(Collectors.joining("\n")),
                "");
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
