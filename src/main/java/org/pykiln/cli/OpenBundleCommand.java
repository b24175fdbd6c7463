package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.pykiln.lab.Bundle;
import org.pykiln.lab.BundleManifest;
import org.pykiln.workspace.RecentFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "open-bundle",
        description =
                "Checks every file of a bundle and makes a session's folder of it, with the same"
                        + " tables as where it was measured.",
        mixinStandardHelpOptions = true)
final class OpenBundleCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE.zip", description = "What \"bundle\" wrote.")
    Path file = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "New, or empty.")
    Path folder = Path.of("");

    OpenBundleCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        BundleManifest manifest = Bundle.open(file, folder);
        new RecentFolders(context.workspace().recentFile()).add(folder);
        context.out().println(folder);
        context.err()
                .println(
                        "%d files, all as the manifest says. Images are not in a bundle; these commands build them:"
                                .formatted(manifest.files().size()));
        for (BundleManifest.Image image : manifest.images()) {
            context.err()
                    .println(
                            image.preset()
                                    .map(preset -> "  ./pykiln build " + folder.resolve(preset))
                                    .orElseGet(() ->
                                            "  %s was found as %s, and nothing is known of how it was built"
                                                    .formatted(image.name(), image.reference())));
        }
        return ExitCode.DONE;
    }
}
