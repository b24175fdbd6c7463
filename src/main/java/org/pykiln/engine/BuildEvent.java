package org.pykiln.engine;

/// What an engine tells while it builds, in order.
public sealed interface BuildEvent {
    /// A step begins; `of` is the engine's own total, which may exceed the Dockerfile's.
    record StepStarted(int step, int of, String instruction) implements BuildEvent {}

    /// The step that started last came from the engine's cache.
    record StepCached(int step) implements BuildEvent {}

    /// One whole line of output, without colour codes.
    record Output(String line, boolean error) implements BuildEvent {}

    record ImageBuilt(String imageId) implements BuildEvent {}
}
