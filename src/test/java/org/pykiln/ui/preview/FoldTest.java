package org.pykiln.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pykiln.diff.SideBySide;

class FoldTest {
    private static List<DiffRow> rows(String left, String right) {
        List<String> one = left.chars().mapToObj(Character::toString).toList();
        List<String> other = right.chars().mapToObj(Character::toString).toList();
        return DiffRow.of(SideBySide.of(one, other), one, other);
    }

    @Test
    void keepsAFewLinesAroundADifference() {
        List<DiffRow> rows = rows("abcdefghijKlmnopqrst", "abcdefghij1lmnopqrst");
        List<DiffItem> items = Fold.of(rows, Set.of());
        assertThat(items.getFirst()).isEqualTo(new Fold(0, 7));
        assertThat(items.getLast()).isEqualTo(new Fold(14, 20));
        assertThat(items).hasSize(9).containsAll(rows.subList(7, 14));
        assertThat(((Fold) items.getFirst()).text()).isEqualTo("… 7 unchanged lines");
    }

    @Test
    void aFewLinesAreNotWorthAFold() {
        assertThat(Fold.of(rows("Aabcdefghi B".repeat(1), "1abcdefghi 2"), Set.of()))
                .filteredOn(Fold.class::isInstance)
                .containsExactly(new Fold(4, 8));
        assertThat(Fold.of(rows("AabcdefghiB", "1abcdefghi2"), Set.of()))
                .noneMatch(Fold.class::isInstance);
    }

    @Test
    void whatIsTheSameIsOneFold() {
        assertThat(Fold.of(rows("abcdefgh", "abcdefgh"), Set.of())).containsExactly(new Fold(0, 8));
        assertThat(Fold.of(List.of(), Set.of())).isEmpty();
    }

    /// Whatever the texts: opened folds are gone, and the others stand for exactly what is not
    /// shown.
    @Test
    void losesNoRow() {
        Random random = new Random(6);
        for (int i = 0; i < 300; i++) {
            List<DiffRow> rows = rows(text(random), text(random));
            Set<Integer> opened = Set.of(random.nextInt(40));
            List<DiffRow> again = new ArrayList<>();
            for (DiffItem item : Fold.of(rows, opened)) {
                switch (item) {
                    case DiffRow row -> again.add(row);
                    case Fold fold -> {
                        assertThat(fold.to() - fold.from()).isGreaterThanOrEqualTo(Fold.LEAST);
                        assertThat(opened).doesNotContain(fold.from());
                        assertThat(fold.from()).isEqualTo(again.size());
                        assertThat(rows.subList(fold.from(), fold.to()))
                                .noneMatch(row -> row.kind() != SideBySide.Kind.SAME);
                        again.addAll(rows.subList(fold.from(), fold.to()));
                    }
                }
            }
            assertThat(again).isEqualTo(rows);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("abcdefghijklmnopqrstuvwxyz0123456789");
        for (int i = random.nextInt(4); i > 0; i--) {
            text.setCharAt(random.nextInt(text.length()), '#');
        }
        return text.toString();
    }
}
