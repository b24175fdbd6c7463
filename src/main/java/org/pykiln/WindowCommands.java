package org.pykiln;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.engine.Emulators;
import org.pykiln.engine.EngineFacts;
import org.pykiln.engine.EngineHelp;
import org.pykiln.ui.common.EngineServices.Command;

/// Commands that the window shows to whoever lacks something.
final class WindowCommands {
    private WindowCommands() {}

    /// Each of them registers emulators for these architectures; none where none is missing.
    static List<Command> registering(EngineFacts engine, List<String> missing) {
        List<Command> commands = new ArrayList<>();
        if (missing.isEmpty()) {
            return commands;
        }
        // an engine elsewhere has a kernel of its own, which the script cannot reach
        if (engine.endpoint().startsWith("unix:")) {
            commands.add(
                    new Command(
                            "Engine on this Debian or Ubuntu: PyKiln's own script",
                            EngineHelp.SETUP + " --emulation"));
        }
        for (String line : Emulators.commands(engine, missing)) {
            commands.add(
                    new Command(
                            line.startsWith("docker ")
                                    ? "Any engine, given on its own machine"
                                    : "From the packages of the engine's machine",
                            line));
        }
        return commands;
    }
}
