package org.pykiln.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pykiln.ui.preview.Span.Mark;
import org.pykiln.ui.preview.Span.Token;

class SpanTest {
    private static final List<Span> LINE = Highlighter.spans("RUN ./configure --with-lto=full \\");

    @Test
    void everyPlaceOfTheWordsIsMarkedInWhateverLetters() {
        List<Span> found = Span.found(Highlighter.spans("RUN run; echo Run"), "rUn");

        assertThat(found)
                .filteredOn(span -> span.mark() == Mark.FOUND)
                .extracting(Span::text)
                .containsExactly("RUN", "run", "Run");
        assertThat(found).extracting(Span::token).contains(Token.INSTRUCTION);
        assertThat(Span.text(found)).isEqualTo("RUN run; echo Run");
    }

    @Test
    void aMarkMayBeginInOnePieceAndEndInAnother() {
        List<Span> found = Span.found(LINE, "configure --with");

        assertThat(found)
                .filteredOn(span -> span.mark() == Mark.FOUND)
                .extracting(Span::text)
                .containsExactly("configure ", "--with");
        assertThat(Span.found(LINE, "")).isSameAs(LINE);
        assertThat(Span.found(LINE, "thin")).isEqualTo(LINE);
    }

    /// Whatever is marked, the line says what it said, and the mark has just its characters.
    @Test
    void marksChangeNoText() {
        Random random = new Random(5);
        String text = Span.text(LINE);
        for (int i = 0; i < 500; i++) {
            int from = random.nextInt(text.length() + 1);
            int to = from + random.nextInt(text.length() + 1 - from);
            List<Span> marked = Span.marked(LINE, from, to, Mark.OTHER);

            assertThat(Span.text(marked)).isEqualTo(text);
            assertThat(
                            Span.text(
                                    marked.stream()
                                            .filter(span -> span.mark() == Mark.OTHER)
                                            .toList()))
                    .isEqualTo(text.substring(from, to));
            assertThat(marked).noneMatch(span -> span.text().isEmpty());
        }
    }
}
