package org.pykiln.engine;

import java.util.Optional;

/// One place where an engine may listen, and what came of asking there.
///
/// @param name where the place is known from, such as `DOCKER_HOST` or `context colima`
/// @param named whether somebody pointed there, as against a place that is merely usual
/// @param reason why it cannot be used and what would help, or what it is
/// @param facts there when usable
/// @param problem there when not
public record EngineCandidate(
        String name,
        String endpoint,
        boolean named,
        String reason,
        Optional<EngineFacts> facts,
        Optional<EngineProblem> problem) {
    public boolean usable() {
        return facts.isPresent();
    }
}
