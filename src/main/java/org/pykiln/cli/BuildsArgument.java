package org.pykiln.cli;

import org.pykiln.lab.LabException;
import picocli.CommandLine.Option;

/// How often each preset is built.
final class BuildsArgument {
    private static final int MOST = 20;

    @Option(
            names = "--builds",
            defaultValue = "1",
            paramLabel = "N",
            description =
                    "Build each preset N times, independently, and measure every build as an image"
                            + " of its own. From 2 on the numbers speak of the recipes, not of"
                            + " single images; 3 or more make intervals that are not very wide."
                            + " Default: ${DEFAULT-VALUE}.")
    int builds;

    int number() {
        if (builds < 1 || builds > MOST) {
            throw LabException.badInput(
                    "--builds cannot be %d; expected 1 to %d; nearest: %d"
                            .formatted(builds, MOST, Math.clamp(builds, 1, MOST)));
        }
        return builds;
    }
}
