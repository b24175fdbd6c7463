package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pykiln.lab.Results;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a comparison is made of.
final class SourceArguments {
    @Parameters(
            arity = "1..*",
            paramLabel = "SESSION|FILE",
            description = "Folders or bundles of sessions, or pyperf files, the baseline first.")
    List<Path> sources = new ArrayList<>();

    @Option(names = "--baseline", paramLabel = "NAME", description = "Another baseline.")
    @Nullable String baseline;

    Results open() throws IOException {
        return Results.open(sources);
    }

    Optional<String> baseline() {
        return Optional.ofNullable(baseline);
    }
}
