package org.pykiln.engine;

/// What an engine says of itself.
///
/// @param id tells the engine from all others, wherever it is reached
/// @param endpoint such as `unix:///var/run/docker.sock`
/// @param version of the engine, such as `20.10.24`
/// @param apiVersion the API version that PyKiln speaks with it
/// @param architecture native, in PyKiln's names: `amd64`, `arm64`, …
/// @param cpus number of CPUs
/// @param memoryBytes total memory of the engine's host
/// @param operatingSystem the host's name of itself
/// @param storageDriver such as `overlay2`
/// @param cgroupVersion `1` or `2`
public record EngineFacts(
        String id,
        String endpoint,
        String version,
        String apiVersion,
        String architecture,
        int cpus,
        long memoryBytes,
        String operatingSystem,
        String kernel,
        String storageDriver,
        String cgroupVersion) {}
