package org.pykiln.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.pykiln.engine.ImageFacts;
import org.pykiln.image.ProofResult;
import org.pykiln.image.ReceiptJson;
import org.pykiln.lab.LabException;
import org.pykiln.lab.Workshop;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description =
                "Runs the proofs of an image again; its labels say which recipe it was built from.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "IMAGE", description = "A name or an id that the engine knows.")
    String reference = "";

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    VerifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Workshop workshop = context.workshops().open()) {
            ImageFacts image =
                    workshop.engine()
                            .image(reference)
                            .orElseThrow(() ->
                                    LabException.badInput("the engine has no image " + reference));
            Recipe recipe =
                    Catalogue.fromLabels(image.labels())
                            .orElseThrow(() ->
                                    LabException.badInput(
                                            reference
                                                    + " was not built by PyKiln: it has no"
                                                    + " label "
                                                    + Catalogue.RECIPE_LABEL));
            List<ProofResult> results = new ArrayList<>();
            results.add(labels(image, recipe));
            results.addAll(
                    workshop.prover()
                            .prove(
                                    image.id(),
                                    Catalogue.plan(recipe).proofs(),
                                    context.cancellation()));
            if (json) {
                context.out().print(ReceiptJson.write(results));
            } else {
                results.forEach(result -> context.out().print(BuildCommand.line(result)));
            }
            boolean proven = results.stream().allMatch(ProofResult::holds);
            return proven ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /// Labels are only words: whoever changes one of them contradicts the recipe's hash.
    private static ProofResult labels(ImageFacts image, Recipe recipe) {
        String said = image.labels().getOrDefault(Catalogue.RECIPE_LABEL, "");
        String hash = recipe.hash();
        return new ProofResult(
                "recipe",
                "the labels are those of one recipe",
                said.equals(hash),
                said.equals(hash)
                        ? hash
                        : "the knobs are those of %s, the recipe is said to be %s"
                                .formatted(hash, said));
    }
}
