package org.pykiln.cli;

import org.pykiln.dockerfile.Dialect;
import picocli.CommandLine.Option;

/// `--dialect`, for which builder Dockerfiles are written.
final class DialectArgument {
    @Option(
            names = "--dialect",
            paramLabel = "portable|buildkit",
            description =
                    "portable (default): what both the classic builder and BuildKit accept."
                            + " buildkit: package managers keep their downloads in the engine, and"
                            + " the source is not copied.")
    Dialect chosen = Dialect.PORTABLE;
}
