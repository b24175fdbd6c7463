package org.pykiln;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.pykiln.engine.EngineFacts;
import org.pykiln.lab.Diagnostics;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.ui.common.SupportServices;
import org.pykiln.workspace.Workspace;

/// The window's log, and what somebody is told who helps.
record WindowSupport(Workspace workspace, Map<String, String> environment)
        implements SupportServices {
    private static final int LAST_LINES = 60;

    WindowSupport {
        environment = Map.copyOf(environment);
    }

    @Override
    public Path log() {
        return workspace.logFile();
    }

    @Override
    public String diagnostics(Problem problem, Optional<EngineFacts> engine)
            throws ProblemException {
        return Attempt.of(() -> {
            SequencedMap<String, String> facts = new LinkedHashMap<>();
            if (!problem.isNone()) {
                facts.put("Problem " + problem.code(), problem.text());
            }
            facts.putAll(Versions.all());
            facts.put("Engine", engine.map(WindowSupport::facts).orElse("none has answered"));
            facts.put("End of the log", "\n" + String.join("\n", lastLines()));
            return Diagnostics.text(facts, workspace, environment);
        });
    }

    private static String facts(EngineFacts engine) {
        return String.format(
                Locale.ROOT,
                "%s · API %s · %s · %d CPUs · %.1f GB · %s · kernel %s · %s · cgroup %s",
                engine.version(),
                engine.apiVersion(),
                engine.architecture(),
                engine.cpus(),
                engine.memoryBytes() / 1e9,
                engine.operatingSystem(),
                engine.kernel(),
                engine.storageDriver(),
                engine.cgroupVersion());
    }

    /// The file is small enough to be read whole, and may hold half a character where it was cut.
    private List<String> lastLines() throws IOException {
        Path log = log();
        if (!Files.exists(log)) {
            return List.of();
        }
        List<String> all =
                new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
        return all.subList(Math.max(0, all.size() - LAST_LINES), all.size());
    }
}
