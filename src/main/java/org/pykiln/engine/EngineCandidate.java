package org.pykiln.engine;

import java.util.Optional;

/// One place where an engine may listen, and what came of asking there.
///
/// @param name where the place is known from, such as `DOCKER_HOST` or `context colima`
/// @param reason why it cannot be used and what would help, or what it is
/// @param facts there when usable
public record EngineCandidate(
        String name, String endpoint, boolean usable, String reason, Optional<EngineFacts> facts) {}
