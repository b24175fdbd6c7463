package org.pykiln.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineArchitectures;
import org.pykiln.engine.EngineCandidate;
import org.pykiln.engine.EngineChoice;
import org.pykiln.engine.EngineDiscovery;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.lab.FakeLab;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.settings.SettingsFile;
import org.pykiln.workspace.Workspace;

/// The command line in memory, on a pretended engine.
final class Cli {
    record Ran(int code, String out, String err) {}

    final FakeLab lab;
    final Cancellation cancellation = new Cancellation();

    /// Set where no engine answers.
    Optional<EngineProblem> noEngine = Optional.empty();

    private final Workspace workspace;

    Cli(Path home) {
        this(home, new FakeLab(new Workspace(home)));
    }

    /// Another start of the program, on the engine of an earlier one.
    Cli(Path home, FakeLab lab) {
        workspace = new Workspace(home);
        this.lab = lab;
    }

    Workspace workspace() {
        return workspace;
    }

    SettingsFile settings() {
        return new SettingsFile(workspace.settingsFile());
    }

    Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandContext context =
                new CommandContext(
                        print(out),
                        print(err),
                        false,
                        cancellation,
                        workspace,
                        settings(),
                        new PresetLibrary(workspace.presets()),
                        new Engines(),
                        new EngineArchitectures(),
                        () -> {
                            refuse();
                            return lab.workshop();
                        },
                        (plan, log, cancel) -> {
                            cancel.throwIfCancelled();
                            return lab.files(plan);
                        },
                        Map.of());
        int code = PykilnCommand.run(context, arguments);
        return new Ran(code, text(out), text(err));
    }

    private void refuse() {
        noEngine.ifPresent(problem -> {
            throw new EngineException(problem);
        });
    }

    private final class Engines implements EngineDiscovery {
        @Override
        public EngineChoice choice() {
            return settings()
                    .load()
                    .settings()
                    .engine()
                    .map(uri -> new EngineChoice(EngineChoice.Source.SETTINGS, uri))
                    .orElse(EngineChoice.AUTOMATIC);
        }

        @Override
        public List<EngineCandidate> candidates() {
            List<EngineCandidate> candidates = new ArrayList<>();
            candidates.add(
                    new EngineCandidate(
                            "DOCKER_HOST",
                            "tcp://nowhere",
                            true,
                            "nothing answers",
                            Optional.empty(),
                            Optional.of(
                                    new EngineProblem.Unreachable(
                                            "tcp://nowhere", "nothing answers"))));
            if (noEngine.isEmpty()) {
                candidates.add(
                        new EngineCandidate(
                                "default",
                                "fake:",
                                false,
                                "Fake 0.0",
                                Optional.of(lab.bench.engine().facts()),
                                Optional.empty()));
            }
            return candidates;
        }

        @Override
        public boolean answers(String endpoint) {
            return noEngine.isEmpty();
        }

        @Override
        public Engine open() {
            refuse();
            return lab.bench.engine();
        }

        @Override
        public Engine open(EngineCandidate candidate) {
            return open();
        }
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
