package org.pykiln.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void columnsAreAlignedAndTheLastIsWrapped() {
        Columns columns = new Columns(2);
        columns.row("a", "long", "word ".repeat(30).strip());
        columns.row("longer", "b", "first\nsecond");

        assertThat(columns.text())
                .isEqualTo(
                        "  a       long  "
                                + "word ".repeat(17).strip()
                                + "\n"
                                + " ".repeat(16)
                                + "word ".repeat(13).strip()
                                + "\n  longer  b     first\n"
                                + " ".repeat(16)
                                + "second\n");
    }

    @Test
    void aWordLongerThanALineStaysWhole() {
        assertThat(Columns.wrapped("x".repeat(12) + " y", 5)).containsExactly("x".repeat(12), "y");
        assertThat(Columns.wrapped("", 5)).containsExactly("");
    }
}
