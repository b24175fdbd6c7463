package org.pykiln.cli;

import org.pykiln.lab.LabException;
import org.pykiln.lab.LabOrder;
import picocli.CommandLine.Option;

/// How often each preset is built.
final class BuildsArgument {
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
        if (builds < 1 || builds > LabOrder.MOST_BUILDS) {
            throw LabException.badInput(
                    "--builds cannot be %d; expected 1 to %d; nearest: %d"
                            .formatted(
                                    builds,
                                    LabOrder.MOST_BUILDS,
                                    Math.clamp(builds, 1, LabOrder.MOST_BUILDS)));
        }
        return builds;
    }
}
