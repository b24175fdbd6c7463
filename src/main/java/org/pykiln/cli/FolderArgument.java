package org.pykiln.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where a measurement goes.
final class FolderArgument {
    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FOLDER",
            description = "Where everything goes. The same command goes on where it ended.")
    Path folder = Path.of("");
}
