package org.pykiln.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.shell.PaletteLine.Piece;

class PaletteLineTest {
    private final PaletteLine line =
            new PaletteLine(
                    new Command("Copy the Dockerfile", () -> {}),
                    List.of(
                            new Piece("Co", true),
                            new Piece("py the ", false),
                            new Piece("Do", true),
                            new Piece("ckerfile", false)));

    @Test
    void whatMayHaveNoRoomIsOnePieceThatCanBeShortened() {
        assertThat(line.markedWithin(10))
                .containsExactly(
                        new Piece("Co", true),
                        new Piece("py the ", false),
                        new Piece("Dockerfile", false));
        assertThat(line.markedWithin(1)).containsExactly(new Piece("Copy the Dockerfile", false));
    }

    @Test
    void whatHasRoomStaysAsItIs() {
        assertThat(line.markedWithin(19)).isEqualTo(line.pieces());
        assertThat(line.markedWithin(18)).hasSize(4).last().isEqualTo(new Piece("ckerfile", false));
    }
}
