package org.pykiln.lab;

import org.pykiln.bench.SessionEvent;
import org.pykiln.engine.BuildEvent;
import org.pykiln.image.Receipt;

/// What a lab tells while it runs, in order.
public sealed interface LabEvent {
    /// The next of the lab's stages begins.
    ///
    /// @param number from 1
    record Stage(int number, int of, String title) implements LabEvent {}

    record Building(String subject, BuildEvent event) implements LabEvent {}

    /// An image is there and proven.
    ///
    /// @param reused whether an earlier build was found instead of building
    record Built(Receipt receipt, boolean reused) implements LabEvent {}

    record Measuring(SessionEvent event) implements LabEvent {}

    /// Something else that is going on, as a sentence.
    record Note(String text) implements LabEvent {}
}
