package org.pykiln.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;

class ToastPlaceTest {
    private static final Bounds START = new BoundingBox(760, 620, 130, 34);

    @Test
    void isTheLowerRightCornerWhereNothingElseIs() {
        assertThat(place(900, 680)).isEqualTo(new BoundingBox(400, 580, 500, 100));
    }

    @Test
    void isAboveWhatStandsThere() {
        Bounds place = place(900, 680, START);
        assertThat(place.getMaxY()).isLessThan(START.getMinY());
        assertThat(place.getMaxX()).isEqualTo(900);
    }

    @Test
    void isAboveAllThatStandOneAboveTheOther() {
        Bounds upper = new BoundingBox(500, 480, 80, 34);
        assertThat(place(900, 680, START, upper).getMaxY()).isLessThan(upper.getMinY());
    }

    @Test
    void isOnTheLeftWhereThereIsNoRoomAbove() {
        Bounds upper = new BoundingBox(600, 60, 300, 34);
        Bounds place = place(1100, 200, upper, new BoundingBox(700, 150, 130, 34));
        assertThat(place).isEqualTo(new BoundingBox(0, 100, 500, 100));
    }

    @Test
    void isTheCornerWhereThereIsNoOtherRoom() {
        assertThat(place(480, 120, new BoundingBox(10, 10, 400, 34)))
                .isEqualTo(new BoundingBox(0, 20, 500, 100));
    }

    private static Bounds place(double width, double height, Bounds... kept) {
        return new ToastPlace(width, height, List.of(kept)).of(500, 100);
    }
}
