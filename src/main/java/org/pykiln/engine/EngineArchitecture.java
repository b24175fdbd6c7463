package org.pykiln.engine;

/// An architecture whose programs an engine can run.
///
/// @param name in PyKiln's names: `amd64`, `arm64`, `arm/v7`, …
/// @param emulated whether by an emulator, which builds but must not measure
public record EngineArchitecture(String name, boolean emulated) {}
