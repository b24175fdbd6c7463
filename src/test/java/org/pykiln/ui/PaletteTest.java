package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.Zoom;
import org.pykiln.ui.shell.PaletteLine;
import org.pykiln.ui.shell.PaletteViewModel;

class PaletteTest {
    private final List<String> done = new ArrayList<>();
    private final PaletteViewModel palette =
            new PaletteViewModel(() ->
                    List.of(
                            command("Undo"),
                            command("Knob Thread-local storage (tls)"),
                            command("Knob LTO (lto)"),
                            command("Go to Results: Compare images")));

    private Command command(String name) {
        return new Command(name, () -> done.add(name));
    }

    @Test
    void offersEverythingUntilSomebodyTypes() {
        assertThat(palette.open().get()).isFalse();
        palette.show();
        assertThat(palette.open().get()).isTrue();
        assertThat(palette.matches()).hasSize(4);
    }

    @Test
    void findsAllWordsInAnyOrderAndTheirBeginningsFirst() {
        palette.show();
        palette.query().set("LO knob");
        assertThat(palette.matches())
                .extracting(line -> line.command().name())
                .containsExactly("Knob Thread-local storage (tls)");
        palette.query().set("t");
        assertThat(palette.matches().getFirst().command().name())
                .isEqualTo("Go to Results: Compare images");
        palette.query().set("no such thing");
        assertThat(palette.matches()).isEmpty();
    }

    @Test
    void closesBeforeItRunsAndForgetsTheQuery() {
        palette.show();
        palette.query().set("undo");
        palette.run(palette.matches().getFirst().command());
        assertThat(palette.open().get()).isFalse();
        assertThat(done).containsExactly("Undo");
        palette.show();
        assertThat(palette.query().get()).isEmpty();
        assertThat(palette.matches()).hasSize(4);
    }

    @Test
    void beginningsOfWordsAreEnoughAndAreMarked() {
        palette.show();
        palette.query().set("kntls");
        assertThat(palette.matches()).hasSize(1);
        assertThat(palette.matches().getFirst().pieces())
                .filteredOn(PaletteLine.Piece::found)
                .extracting(PaletteLine.Piece::text)
                .containsExactly("Kn", "T", "l", "s");
        palette.query().set("tls");
        assertThat(palette.matches().getFirst().pieces())
                .extracting(PaletteLine.Piece::text)
                .containsExactly("Knob Thread-local storage (", "tls", ")");
        palette.query().set("knbo");
        assertThat(palette.matches()).isEmpty();
    }

    @Test
    void whatWasUsedComesFirst() {
        for (String query : new String[] {"results", "lto"}) {
            palette.show();
            palette.query().set(query);
            palette.run(palette.matches().getFirst().command());
        }
        palette.show();
        assertThat(palette.matches())
                .extracting(line -> line.command().name())
                .containsExactly(
                        "Knob LTO (lto)",
                        "Go to Results: Compare images",
                        "Undo",
                        "Knob Thread-local storage (tls)");
    }

    @Test
    void whatCannotBeDoneComesLastAndIsNotDone() {
        PaletteViewModel limited =
                new PaletteViewModel(() ->
                        List.of(
                                command("Undo").when(false, "nothing was changed").when(false, "b"),
                                command("Undo all")));
        limited.show();
        limited.query().set("undo");
        PaletteLine last = limited.matches().getLast();
        assertThat(last.spoken()).isEqualTo("Undo, not now: nothing was changed");
        limited.run(last.command());
        assertThat(limited.open().get()).isTrue();
        assertThat(done).isEmpty();
    }

    @Test
    void zoomGoesInStepsAndStaysInItsBounds() {
        Zoom zoom = new Zoom();
        zoom.in();
        assertThat(zoom.percent().get()).isEqualTo(110);
        for (int i = 0; i < 20; i++) {
            zoom.out();
        }
        assertThat(zoom.factor()).isEqualTo(0.75);
        zoom.set(10_000);
        assertThat(zoom.percent().get()).isEqualTo(200);
        zoom.set(121);
        assertThat(zoom.percent().get()).isEqualTo(125);
        zoom.reset();
        assertThat(zoom.percent().get()).isEqualTo(100);
    }
}
