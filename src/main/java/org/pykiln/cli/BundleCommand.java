package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.pykiln.lab.Bundle;
import org.pykiln.lab.BundleManifest;
import org.pykiln.lab.LabException;
import org.pykiln.recipe.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bundle",
        description =
                "Writes a session as one file to give away: what was measured, how each image was"
                        + " built and proven, and how to do both again. Nothing of this machine but"
                        + " its CPU and kernel is in it.",
        mixinStandardHelpOptions = true)
final class BundleCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "SESSION", description = "The folder of a bench, a lab or a ladder.")
    Path session = Path.of("");

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE.zip")
    Path file = Path.of("");

    BundleCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (!file.toString().endsWith(Bundle.ENDING)) {
            throw LabException.badInput(
                    "-o cannot be \"%s\"; expected a file that ends in %s"
                            .formatted(Printable.of(file.toString()), Bundle.ENDING));
        }
        BundleManifest manifest =
                Bundle.write(session, file, context.workspace(), context.environment());
        for (BundleManifest.Removed one : manifest.removed()) {
            context.err()
                    .println(
                            "Removed from %s: %s (%d)"
                                    .formatted(one.file(), one.what(), one.times()));
        }
        context.out().println(file);
        return ExitCode.DONE;
    }
}
