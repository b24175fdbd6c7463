package org.pykiln.engine;

import java.util.List;
import java.util.Optional;

/// One place where an engine may listen, and what came of asking there.
///
/// @param name where the place is known from, such as `DOCKER_HOST` or `context colima`
/// @param reason why it cannot be used and what would help, or what it is
/// @param facts there when usable
/// @param architectures only those that are known to run; there may be more
public record EngineCandidate(
        String name,
        String endpoint,
        boolean usable,
        String reason,
        Optional<EngineFacts> facts,
        List<EngineArchitecture> architectures) {
    public EngineCandidate {
        architectures = List.copyOf(architectures);
    }
}
