package org.pykiln.recipe;

import java.util.Optional;

/// A knob or a value that does not exist.
public final class BadValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String expected;
    private final transient Optional<String> nearest;

    BadValueException(String message, String expected, Optional<String> nearest) {
        super(message);
        this.expected = expected;
        this.nearest = nearest;
    }

    public String expected() {
        return expected;
    }

    /// The valid text that looks most like what was given.
    public Optional<String> nearest() {
        return nearest;
    }
}
