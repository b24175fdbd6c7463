package org.pykiln.engine;

import java.util.List;
import java.util.Map;

/// A process started inside a running container, without a shell.
///
/// @param environment added to the container's environment
/// @param workingDirectory absolute; empty for the container's own
public record ExecRequest(
        List<String> command, Map<String, String> environment, String workingDirectory) {
    public ExecRequest {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public static ExecRequest of(String... command) {
        return new ExecRequest(List.of(command), Map.of(), "");
    }
}
