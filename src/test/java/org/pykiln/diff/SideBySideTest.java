package org.pykiln.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.pykiln.diff.SideBySide.Kind;
import org.pykiln.diff.SideBySide.Row;

class SideBySideTest {
    @Test
    void linesThatCameInEachOthersPlaceStandOppositeEachOther() {
        SideBySide diff = diff("a b c d", "a B C x d e");

        assertThat(diff.rows())
                .containsExactly(
                        new Row(Kind.SAME, 0, 0),
                        new Row(Kind.CHANGED, 1, 1),
                        new Row(Kind.CHANGED, 2, 2),
                        new Row(Kind.ADDED, Row.NONE, 3),
                        new Row(Kind.SAME, 3, 4),
                        new Row(Kind.ADDED, Row.NONE, 5));
        assertThat(diff.starts()).containsExactly(1, 5);
        assertThat(diff.differences()).extracting(List::size).containsExactly(3, 1);
    }

    @Test
    void whatIsGoneLeavesTheRightSideEmpty() {
        assertThat(diff("a b c", "c").rows())
                .containsExactly(
                        new Row(Kind.REMOVED, 0, Row.NONE),
                        new Row(Kind.REMOVED, 1, Row.NONE),
                        new Row(Kind.SAME, 2, 0));
        assertThat(diff("a b", "a b").starts()).isEmpty();
        assertThat(SideBySide.of(List.of(), List.of()).rows()).isEmpty();
        assertThat(SideBySide.of(List.of(), List.of("a")).rows())
                .containsExactly(new Row(Kind.ADDED, Row.NONE, 0));
    }

    /// Whoever follows the rows makes the right text out of the left one, and the other way round.
    @Test
    void applyingItGivesTheOtherText() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            List<String> left = some(random);
            List<String> right = some(random);
            SideBySide diff = SideBySide.of(left, right);

            assertThat(side(diff, Row::hasLeft, Row::left, left)).isEqualTo(left);
            assertThat(side(diff, Row::hasRight, Row::right, right)).isEqualTo(right);
            assertThat(diff.rows())
                    .allSatisfy(row -> {
                        assertThat(row.kind() == Kind.REMOVED).isEqualTo(!row.hasRight());
                        assertThat(row.kind() == Kind.ADDED).isEqualTo(!row.hasLeft());
                        if (row.hasLeft() && row.hasRight()) {
                            assertThat(left.get(row.left()).equals(right.get(row.right())))
                                    .isEqualTo(!row.differs());
                        }
                    });
        }
    }

    @Test
    void noOtherPairingLeavesMoreLinesEqual() {
        Random random = new Random(8);
        for (int i = 0; i < 1_000; i++) {
            List<String> left = some(random);
            List<String> right = some(random);

            assertThat(SideBySide.of(left, right).rows().stream().filter(row -> !row.differs()))
                    .hasSize(common(left, right));
        }
    }

    /// The lines that one side shows: what is not the same is taken from its text by its index.
    private static List<String> side(
            SideBySide diff, Predicate<Row> shown, ToIntFunction<Row> index, List<String> text) {
        return diff.rows().stream()
                .filter(shown)
                .map(row -> text.get(index.applyAsInt(row)))
                .toList();
    }

    /// Length of the longest sequence of lines that both have, by the textbook's table.
    private static int common(List<String> left, List<String> right) {
        int[][] length = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                length[i][j] =
                        left.get(i).equals(right.get(j))
                                ? length[i + 1][j + 1] + 1
                                : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length[0][0];
    }

    private static List<String> some(Random random) {
        return random.ints(random.nextInt(12), 0, 5).mapToObj(n -> "line" + n).toList();
    }

    private static SideBySide diff(String left, String right) {
        return SideBySide.of(List.of(left.split(" ")), List.of(right.split(" ")));
    }
}
