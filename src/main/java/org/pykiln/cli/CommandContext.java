package org.pykiln.cli;

import java.io.PrintStream;
import java.util.Map;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.EngineArchitectures;
import org.pykiln.engine.EngineDiscovery;
import org.pykiln.image.ContextFiles;
import org.pykiln.lab.Workshop;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.pyperf.Printed;
import org.pykiln.settings.SettingsFile;
import org.pykiln.workspace.Workspace;

/// What commands work with. Results go to `out`, progress and problems to `err`.
///
/// @param environment of this process
/// @param terminal whether a person sees `err` as it is written
/// @param cancellation cancelled by Ctrl-C
public record CommandContext(
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Cancellation cancellation,
        Workspace workspace,
        SettingsFile settings,
        PresetLibrary presets,
        EngineDiscovery engines,
        EngineArchitectures architectures,
        Workshop.Opener workshops,
        ContextFiles contextFiles,
        Map<String, String> environment) {
    /// @return the exit code
    int print(Printed printed) {
        out.print(printed.text());
        err.print(printed.error());
        return printed.exitCode();
    }
}
