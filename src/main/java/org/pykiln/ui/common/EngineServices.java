package org.pykiln.ui.common;

import java.util.List;
import java.util.Optional;
import org.pykiln.engine.EngineArchitecture;
import org.pykiln.engine.EngineArchitecture.Execution;
import org.pykiln.engine.EngineFacts;

/// The container engine, and what it can do.
///
/// See [Services] for which calls may block.
public interface EngineServices {
    /// Tries every candidate again.
    EngineStatus engine();

    /// What the engine executes, found out by running something there.
    Executed executed() throws ProblemException;

    /// What was tried to find an engine, and the one that was found.
    ///
    /// @param help command that may mend it, to be shown and copied, never run
    record EngineStatus(List<EngineAttempt> attempts, Optional<EngineFacts> engine, String help) {
        public EngineStatus {
            attempts = List.copyOf(attempts);
        }

        public boolean isUsable() {
            return engine.isPresent();
        }
    }

    /// A command that a person may give; PyKiln shows and copies it, and never runs it.
    ///
    /// @param where on which machines it works
    record Command(String where, String line) {}

    /// What an engine executes.
    ///
    /// @param help of which one registers emulators for the rest; none when there is no rest
    record Executed(List<EngineArchitecture> architectures, List<Command> help) {
        public static final Executed UNKNOWN = new Executed(List.of(), List.of());

        public Executed {
            architectures = List.copyOf(architectures);
            help = List.copyOf(help);
        }

        /// Nothing for what was not asked about.
        public Optional<Execution> of(String architecture) {
            return architectures.stream()
                    .filter(one -> one.name().equals(architecture))
                    .map(EngineArchitecture::execution)
                    .findFirst();
        }

        public List<String> names(Execution execution) {
            return architectures.stream()
                    .filter(one -> one.execution() == execution)
                    .map(EngineArchitecture::name)
                    .toList();
        }
    }

    /// @param candidate where the endpoint comes from: `DOCKER_HOST`, `default socket`, …
    /// @param reason why it cannot be used; the version when it can
    record EngineAttempt(String candidate, String endpoint, boolean usable, String reason) {}
}
