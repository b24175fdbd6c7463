package org.pykiln.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineAssemblerTest {
    private final List<String> lines = new ArrayList<>();
    private final LineAssembler assembler = new LineAssembler(lines::add);

    @Test
    void joinsChunksAndSplitsLines() {
        feed("con", "figure: ", "done\nchecking", " for gcc\n\nrest");
        assertThat(lines).containsExactly("configure: done", "checking for gcc", "");
        assembler.flush();
        assertThat(lines).endsWith("rest");
    }

    @Test
    void dropsControlSequencesEvenWhenCut() {
        feed(
                "\u001b[01;31mred\u001b",
                "[0",
                "m\u001b[K plain\u001b]0;title\u0007!\u001b]8;;x\u001b\\\n");
        assertThat(lines).containsExactly("red plain!");
    }

    @Test
    void keepsTheLastStateOfAProgressBar() {
        feed("10%\r50%\r", "100%\r\n", "done\r", "\n");
        assertThat(lines).containsExactly("100%", "done");
    }

    @Test
    void flushingNothingGivesNothing() {
        feed("\u001b[0m");
        assembler.flush();
        assertThat(lines).isEmpty();
    }

    private void feed(String... chunks) {
        List.of(chunks).forEach(assembler::accept);
    }
}
