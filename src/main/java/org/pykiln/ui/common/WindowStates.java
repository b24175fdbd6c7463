package org.pykiln.ui.common;

/// What the window was like when it was closed last.
public interface WindowStates {
    /// Answers at once.
    WindowState windowState();

    /// Remembers what the window is like, for the next time. Where it cannot, the log says so: a
    /// window still closes.
    void keep(WindowState state);
}
