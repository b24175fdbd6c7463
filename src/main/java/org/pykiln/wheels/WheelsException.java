package org.pykiln.wheels;

/// Why there are no wheels, in a sentence that a person reads.
public final class WheelsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean badInput;

    private WheelsException(String message, boolean badInput) {
        super(message);
        this.badInput = badInput;
    }

    static WheelsException badInput(String message) {
        return new WheelsException(message, true);
    }

    static WheelsException failed(String message) {
        return new WheelsException(message, false);
    }

    /// Whether something that was asked for is wrong, rather than something that happened.
    public boolean isBadInput() {
        return badInput;
    }
}
