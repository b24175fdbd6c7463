package org.pykiln.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindViewModelTest {
    private final List<String> lines =
            new ArrayList<>(List.of("FROM debian", "RUN make", "ENV a=b", "RUN make install"));
    private final FindViewModel find = new FindViewModel(() -> lines);

    @Test
    void goesFromPlaceToPlaceAndRound() {
        find.ask();
        find.query().set("run");
        assertThat(place()).isEqualTo("1: 1 of 2");
        find.next();
        assertThat(place()).isEqualTo("3: 2 of 2");
        find.next();
        assertThat(place()).isEqualTo("1: 1 of 2");
        find.previous();
        assertThat(place()).isEqualTo("3: 2 of 2");
        find.previous();
        assertThat(place()).isEqualTo("1: 1 of 2");
    }

    @Test
    void aLongerQueryStaysWhereItIs() {
        find.ask();
        find.query().set("ma");
        find.next();
        find.query().set("make");
        assertThat(place()).isEqualTo("3: 2 of 2");
        find.query().set("debian");
        assertThat(place()).isEqualTo("0: 1 of 1");
        find.query().set("no such");
        assertThat(place()).isEqualTo("-1: nothing found");
        find.next();
        assertThat(place()).isEqualTo("-1: nothing found");
    }

    @Test
    void otherLinesAreSearchedAnew() {
        find.ask();
        find.query().set("make");
        find.next();
        lines.removeLast();
        find.refresh();
        assertThat(place()).isEqualTo("1: 1 of 1");
    }

    @Test
    void nothingIsMarkedOnceItIsClosed() {
        find.ask();
        find.query().set("make");
        assertThat(find.wanted()).isEqualTo("make");
        find.close();
        assertThat(find.wanted()).isEmpty();
        assertThat(place()).isEqualTo("-1: ");
        find.ask();
        assertThat(place()).isEqualTo("1: 1 of 2");
        assertThat(find.asked().get()).isEqualTo(2);
    }

    private String place() {
        return find.line().get() + ": " + find.tally().get();
    }
}
