package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.ui.common.WindowState.Frame;

/// A window opens where it was only if its title bar can be taken hold of there.
class DesktopTest {
    private static final Rectangle2D ONE = new Rectangle2D(0, 30, 1440, 870);
    private static final Rectangle2D RIGHT = new Rectangle2D(1440, 0, 1920, 1080);
    private static final Rectangle2D LEFT_ABOVE = new Rectangle2D(-1280, -400, 1280, 1024);

    @ParameterizedTest
    @CsvSource({
        // the four edges of the only screen
        "100, 100, true",
        "-920, 100, true",
        "-921, 100, false",
        "1360, 100, true",
        "1361, 100, false",
        "100, 30, true",
        "100, 29, false",
        "100, 868, true",
        "100, 869, false"
    })
    void oneScreen(double x, double y, boolean held) {
        assertThat(new Desktop(List.of(ONE)).canHold(frame(x, y))).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({
        // on the right one, across both, on the left one, and in the corner that neither covers
        "1500, 10, true",
        "1361, 100, true",
        "1361, 10, true",
        "-1200, -390, true",
        "-1200, 700, false",
        "3300, 10, false",
        "100, -50, false"
    })
    void severalScreens(double x, double y, boolean held) {
        assertThat(new Desktop(List.of(ONE, RIGHT, LEFT_ABOVE)).canHold(frame(x, y)))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({"1500, 10", "-1200, -390"})
    void aScreenThatIsGoneHoldsNothing(double x, double y) {
        assertThat(new Desktop(List.of(ONE)).canHold(frame(x, y))).isFalse();
        assertThat(new Desktop(List.of()).canHold(frame(x, y))).isFalse();
    }

    private static Frame frame(double x, double y) {
        return new Frame(x, y, 1000, 700, false);
    }
}
