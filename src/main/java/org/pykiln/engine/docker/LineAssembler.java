package org.pykiln.engine.docker;

import java.util.function.Consumer;

/// Joins chunks of output into whole lines and drops terminal control sequences, also those that
/// are cut by the border of a chunk. A carriage return starts its line anew, so a progress bar ends
/// as its last state.
final class LineAssembler {
    private enum State {
        TEXT,
        ESCAPE,
        CSI,
        OSC,
        OSC_ESCAPE
    }

    private static final char ESC = '\u001b';
    private static final char BELL = '\u0007';

    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();
    private State state = State.TEXT;
    private boolean returned;

    LineAssembler(Consumer<String> lines) {
        this.lines = lines;
    }

    void accept(String chunk) {
        for (int i = 0; i < chunk.length(); i++) {
            accept(chunk.charAt(i));
        }
    }

    /// Gives out a line that has no end.
    void flush() {
        state = State.TEXT;
        returned = false;
        if (!line.isEmpty()) {
            emit();
        }
    }

    private void accept(char c) {
        switch (state) {
            case TEXT -> text(c);
            case ESCAPE ->
                    state =
                            switch (c) {
                                case '[' -> State.CSI;
                                case ']' -> State.OSC;
                                default -> State.TEXT;
                            };
            case CSI -> {
                if (c >= '@' && c <= '~') {
                    state = State.TEXT;
                }
            }
            case OSC -> {
                if (c == BELL) {
                    state = State.TEXT;
                } else if (c == ESC) {
                    state = State.OSC_ESCAPE;
                }
            }
            case OSC_ESCAPE -> state = State.TEXT;
        }
    }

    private void text(char c) {
        switch (c) {
            case '\n' -> {
                returned = false;
                emit();
            }
            case '\r' -> returned = true;
            case ESC -> state = State.ESCAPE;
            default -> {
                if (returned) {
                    returned = false;
                    line.setLength(0);
                }
                line.append(c);
            }
        }
    }

    private void emit() {
        String whole = line.toString();
        line.setLength(0);
        lines.accept(whole);
    }
}
