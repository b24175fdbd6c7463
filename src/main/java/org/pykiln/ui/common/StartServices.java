package org.pykiln.ui.common;

/// What the window needs before it is there.
public interface StartServices {
    /// Makes all that the window works with; takes about as long as JavaFX does to start.
    ///
    /// @throws ProblemException when something is in the way; its remedies take it out of the way,
    ///   and whoever asks again then starts
    Services services() throws ProblemException;

    /// There whatever else is broken.
    SupportServices support();
}
