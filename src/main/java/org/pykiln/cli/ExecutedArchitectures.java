package org.pykiln.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.pykiln.engine.Emulators;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineArchitecture;
import org.pykiln.engine.EngineArchitecture.Execution;
import org.pykiln.engine.EngineArchitectures;
import org.pykiln.engine.EngineException;

/// What an engine executes, or why that could not be found out.
///
/// @param help commands of which one registers emulators for the missing ones; none when none is
/// @param problem empty when it could be found out
record ExecutedArchitectures(List<EngineArchitecture> all, List<String> help, String problem) {
    static ExecutedArchitectures of(EngineArchitectures architectures, Engine engine) {
        try {
            List<EngineArchitecture> all = architectures.of(engine);
            List<String> missing = names(all, Execution.NONE);
            List<String> help =
                    missing.isEmpty() ? List.of() : Emulators.commands(engine.facts(), missing);
            return new ExecutedArchitectures(all, help, "");
        } catch (EngineException unasked) {
            return unknown(unasked.problem().message());
        }
    }

    static ExecutedArchitectures unknown(String problem) {
        return new ExecutedArchitectures(List.of(), List.of(), problem);
    }

    List<String> names(Execution execution) {
        return names(all, execution);
    }

    /// `native amd64, i386; emulated arm64; not executed s390x`
    String line() {
        return List.of(Execution.values()).stream()
                .filter(execution -> !names(execution).isEmpty())
                .map(execution -> execution.word() + " " + String.join(", ", names(execution)))
                .collect(Collectors.joining("; "));
    }

    private static List<String> names(List<EngineArchitecture> all, Execution execution) {
        return all.stream()
                .filter(one -> one.execution() == execution)
                .map(EngineArchitecture::name)
                .toList();
    }
}
