package org.pykiln.ui.common;

import java.util.List;
import java.util.Optional;
import org.pykiln.engine.EngineArchitecture;
import org.pykiln.engine.EngineArchitecture.Execution;
import org.pykiln.engine.EngineChoice;
import org.pykiln.engine.EngineFacts;
import org.pykiln.job.JobContext;
import org.pykiln.storage.CleanUp;
import org.pykiln.storage.Inventory;
import org.pykiln.storage.Item;

/// The container engine, and what it can do.
///
/// See [Services] for which calls may block.
public interface EngineServices {
    /// Tries every candidate again.
    EngineStatus engine();

    /// Whether an engine that was found answers still; asks nothing else, and may block.
    boolean answers(String endpoint);

    /// What the engine executes, found out by running something there.
    Executed executed() throws ProblemException;

    /// Uses this engine and no other from now on, in the command line too; without one, the first
    /// that answers.
    void choose(Optional<String> endpoint) throws ProblemException;

    /// What PyKiln has on the engine's disk, and what of it nobody needs.
    Inventory storage() throws ProblemException;

    /// Removes what a person has seen and agreed to, and nothing that is in use by now.
    ///
    /// @param alsoNeeded whether things go that are needed, as a person asked for each of them
    CleanUp.Report clean(List<Item> agreed, boolean alsoNeeded, JobContext context)
            throws Exception;

    /// What was tried to find an engine, and the one that was found.
    ///
    /// @param choice which engine is to be used, and who said so
    /// @param help commands that may mend it where none was found, the likeliest first
    record EngineStatus(
            List<EngineAttempt> attempts,
            Optional<EngineFacts> engine,
            EngineChoice choice,
            List<Command> help) {
        public EngineStatus {
            attempts = List.copyOf(attempts);
            help = List.copyOf(help);
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
