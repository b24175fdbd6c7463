package org.pykiln.bench;

/// Why a layer cannot be had for a target, in a sentence that a person reads.
final class LayerMissingException extends Exception {
    private static final long serialVersionUID = 1;

    LayerMissingException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
