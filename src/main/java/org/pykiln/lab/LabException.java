package org.pykiln.lab;

import org.jspecify.annotations.Nullable;

/// A lab that cannot go on. The message is what a person reads.
public final class LabException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean badInput;

    private LabException(String message, boolean badInput, @Nullable Throwable cause) {
        super(message, cause);
        this.badInput = badInput;
    }

    public static LabException badInput(String message) {
        return new LabException(message, true, null);
    }

    static LabException failed(String message) {
        return new LabException(message, false, null);
    }

    /// Whether what was asked for is at fault, rather than what became of it.
    public boolean isBadInput() {
        return badInput;
    }
}
