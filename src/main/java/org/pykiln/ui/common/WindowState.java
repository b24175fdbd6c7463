package org.pykiln.ui.common;

import java.util.Map;
import java.util.Optional;
import org.pykiln.dockerfile.Dialect;

/// What a window was like when it was closed, to be opened so again.
///
/// @param section that was shown
/// @param frame where it was; empty before it was closed for the first time
/// @param dialect in which Dockerfiles were shown
/// @param dividers positions from 0 to 1, by the id of what they divide and their number
public record WindowState(
        Section section, Dialect dialect, Optional<Frame> frame, Map<String, Double> dividers) {
    /// Of somebody who opens PyKiln for the first time. Results come first: a chart of two images,
    /// of which one is a third faster, says at a glance what all the knobs are for; the form alone
    /// does not, and the first of the steps above the chart leads there.
    public static final WindowState FIRST =
            new WindowState(Section.RESULTS, Dialect.PORTABLE, Optional.empty(), Map.of());

    /// Position and size on the desktop, in pixels as JavaFX counts them; while maximised, those
    /// that the window returns to.
    public record Frame(double x, double y, double width, double height, boolean maximised) {}

    public WindowState {
        dividers = Map.copyOf(dividers);
    }
}
