package org.pykiln.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A container that is created and started, and stays until it is removed.
///
/// @param command replaces the image's entry point and command; for a long-lived container
///   something that sleeps; empty for the image's own
/// @param environment added to the image's environment
/// @param volumes volume name to the absolute path where it is mounted
/// @param readOnlyVolumes whether all volumes are mounted read-only
/// @param cpuset such as `1`; empty for all CPUs
/// @param memoryBytes limit of memory, swap excluded; 0 for none
/// @param hostname which the container can look up, also without a network; empty for the engine's
///   choice
/// @param network whether the container has a network at all
/// @param tmpfs absolute paths mounted as tmpfs, with their mount options
public record ContainerRequest(
        String image,
        List<String> command,
        String hostname,
        Map<String, String> environment,
        Map<String, String> labels,
        Map<String, String> volumes,
        boolean readOnlyVolumes,
        Optional<String> cpuset,
        long memoryBytes,
        boolean network,
        Map<String, String> tmpfs) {
    public ContainerRequest {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        labels = Map.copyOf(labels);
        volumes = Map.copyOf(volumes);
        tmpfs = Map.copyOf(tmpfs);
    }
}
