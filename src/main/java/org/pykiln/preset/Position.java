package org.pykiln.preset;

/// A place in a text, as editors count: lines and columns from 1, columns in UTF-16 units.
record Position(int line, int column) {
    static final Position START = new Position(1, 1);

    static Position of(String text, int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
            if (ends) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, offset - lineStart + 1);
    }
}
