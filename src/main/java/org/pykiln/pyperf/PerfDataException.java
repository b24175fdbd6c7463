package org.pykiln.pyperf;

/// Numbers or metadata that pyperf would refuse; the message is the one pyperf gives.
public final class PerfDataException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public PerfDataException(String message) {
        super(message);
    }
}
