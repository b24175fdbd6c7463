package org.pykiln;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.pykiln.cli.Problems;
import org.pykiln.recipe.Recipe;
import org.pykiln.settings.SettingsFile;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.ui.common.Services;
import org.pykiln.ui.common.StartServices;
import org.pykiln.ui.common.SupportServices;
import org.pykiln.workspace.Workspace;

/// Looks for what would keep the window from working, before anything is made of it.
record WindowStart(Workspace workspace, Map<String, String> environment) implements StartServices {
    WindowStart {
        environment = Map.copyOf(environment);
    }

    @Override
    public Services services() throws ProblemException {
        requireWritable();
        requireSettings(new SettingsFile(workspace.settingsFile()));
        Services services = new Wiring(workspace, environment).windowServices();
        // what the window asks first is read from the jar here, beside the start of JavaFX
        services.measuring().benchmarks();
        services.dockerfiles().dockerfile(Recipe.defaults());
        return services;
    }

    @Override
    public SupportServices support() {
        return new WindowSupport(workspace, environment);
    }

    /// Permissions, a full disk and a disk that is mounted for reading only all show by writing.
    private void requireWritable() throws ProblemException {
        try {
            Files.createDirectories(workspace.home());
            Path written = Files.createTempFile(workspace.home(), "start-", ".tmp");
            Files.delete(written);
        } catch (IOException unwritable) {
            throw new ProblemException(
                    new Problem(
                            "PyKiln cannot write to its folder " + workspace.home(),
                            """
                            The reason: %s.

                            Presets, receipts and results are kept in it. Make it a folder that you may write to, with room \
                            on its disk, or name another in the environment variable PYKILN_HOME.\
                            """
                                    .formatted(Problems.of(unwritable).text()),
                            ""),
                    unwritable);
        }
    }

    private static void requireSettings(SettingsFile settings) throws ProblemException {
        String why = settings.unreadable().orElse("");
        if (!why.isEmpty()) {
            throw new ProblemException(
                    new Problem(
                                    "The settings cannot be read",
                                    """
                                    %s: %s

                                    Mend the file, or start without it: settings have their defaults then, and the file is kept \
                                    beside under another name.\
                                    """
                                            .formatted(settings.path(), why),
                                    "")
                            .offering(new Command("Start without it", () -> setAside(settings))));
        }
    }

    private static void setAside(SettingsFile settings) {
        try {
            settings.setAside();
        } catch (IOException unmovable) {
            throw new UncheckedIOException(unmovable);
        }
    }
}
