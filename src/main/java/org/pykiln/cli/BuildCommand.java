package org.pykiln.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.pykiln.image.ProofResult;
import org.pykiln.image.Receipt;
import org.pykiln.image.ReceiptJson;
import org.pykiln.lab.Workshop;
import org.pykiln.preset.ChosenRecipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "build",
        description =
                "Builds the image of a preset and proves it from inside. The log goes to standard"
                        + " error, the receipt to standard output.",
        mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "PRESET", description = PresetArguments.PRESET)
    String preset = "";

    @Mixin PresetArguments arguments = new PresetArguments();

    @Option(names = "--tag", paramLabel = "T", description = "One more name for the image.")
    List<String> tags = new ArrayList<>();

    @Option(names = "--no-cache", description = "Build every step again.")
    boolean noCache;

    @Option(names = "--json", description = "Print the receipt as JSON.")
    boolean json;

    BuildCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        ChosenRecipe chosen = arguments.resolve(context.presets(), preset);
        try (Workshop workshop = context.workshops().open()) {
            Progress progress = new Progress(context, true);
            Receipt receipt =
                    workshop.lab()
                            .build(
                                    chosen.name(),
                                    chosen.recipe(),
                                    tags,
                                    noCache,
                                    progress,
                                    context.cancellation());
            context.out().print(json ? ReceiptJson.write(receipt) : text(receipt));
            return receipt.proven() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private static String text(Receipt receipt) {
        StringBuilder out = new StringBuilder();
        out.append("%s is %s%n".formatted(receipt.name(), receipt.image()));
        out.append("  digest  %s%n".formatted(receipt.digest()));
        out.append(String.format(Locale.ROOT, "  size    %.1f MB%n", receipt.bytes() / 1e6));
        out.append(
                String.format(
                        Locale.ROOT,
                        "  built   in %.1f s, %d of %d steps from the cache%n",
                        receipt.seconds(),
                        receipt.cachedSteps(),
                        receipt.steps()));
        receipt.proofs().forEach(proof -> out.append(line(proof)));
        return out.toString();
    }

    static String line(ProofResult proof) {
        return "  %s %s: %s (%s)%n"
                .formatted(
                        proof.holds() ? "holds" : "FAILS",
                        proof.knob(),
                        proof.claim(),
                        proof.seen());
    }
}
