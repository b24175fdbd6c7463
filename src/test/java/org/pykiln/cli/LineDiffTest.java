package org.pykiln.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void onlyWhatDiffersIsSaid() {
        assertThat(diff("a b c d e f", "a B c d e f g")).containsExactly("-b", "+B", "", "+g");
        assertThat(diff("a b", "a b")).isEmpty();
        assertThat(diff("", "a")).containsExactly("-", "+a");
    }

    /// Whoever drops the removed lines and takes the added ones gets the other text.
    @Test
    void removedAndAddedLinesAreAllThatDiffers() {
        Random random = new Random(4);
        for (int i = 0; i < 500; i++) {
            List<String> left = some(random);
            List<String> right = some(random);
            List<String> diff = LineDiff.of(left, right);
            assertThat(minus(left, diff, "-")).isEqualTo(minus(right, diff, "+"));
        }
    }

    private static List<String> minus(List<String> text, List<String> diff, String sign) {
        List<String> kept = new ArrayList<>(text);
        List<String> gone =
                diff.stream().filter(l -> l.startsWith(sign)).map(l -> l.substring(1)).toList();
        gone.forEach(kept::remove);
        kept.sort(null);
        return kept;
    }

    private static List<String> some(Random random) {
        return random.ints(random.nextInt(8), 0, 5).mapToObj(n -> "line" + n).toList();
    }

    private static List<String> diff(String left, String right) {
        return LineDiff.of(List.of(left.split(" ")), List.of(right.split(" ")));
    }
}
