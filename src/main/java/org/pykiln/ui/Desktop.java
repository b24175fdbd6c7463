package org.pykiln.ui;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.pykiln.ui.common.WindowState.Frame;

/// The screens there are now. They come and go, and a window that opens where none is could not be
/// reached.
///
/// @param screens without what bars of the desktop cover
record Desktop(List<Rectangle2D> screens) {
    /// How much of its title bar somebody needs to take hold of a window.
    static final double GRIP = 80;

    static final double TITLE_BAR = 32;

    Desktop {
        screens = List.copyOf(screens);
    }

    static Desktop ofThisMachine() {
        return new Desktop(Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
    }

    /// Whether one of the screens shows enough of the window's title bar.
    boolean canHold(Frame frame) {
        return screens.stream().anyMatch(screen -> showsGrip(screen, frame));
    }

    private static boolean showsGrip(Rectangle2D screen, Frame frame) {
        double left = Math.max(screen.getMinX(), frame.x());
        double right = Math.min(screen.getMaxX(), frame.x() + frame.width());
        return right - left >= GRIP
                && frame.y() >= screen.getMinY()
                && frame.y() + TITLE_BAR <= screen.getMaxY();
    }
}
