package org.pykiln.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/// Where in the window something is said, so that it does not lie on what somebody wants to press
/// next: in the lower right corner, or else as near to it as there is room.
final class ToastPlace {
    private static final double GAP = 8;

    private final double width;
    private final double height;
    private final List<Bounds> kept;

    /// @param width of the room, as all sizes here in units before zoom
    /// @param kept what is to stay free
    ToastPlace(double width, double height, List<Bounds> kept) {
        this.width = width;
        this.height = height;
        this.kept = List.copyOf(kept);
    }

    /// The place of something of that size; the corner where everything else is taken.
    Bounds of(double wide, double high) {
        double right = Math.max(0, width - wide);
        Bounds corner = new BoundingBox(right, Math.max(0, height - high), wide, high);
        return Stream.of(lifted(corner), lifted(new BoundingBox(0, corner.getMinY(), wide, high)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(corner);
    }

    private Optional<Bounds> lifted(Bounds from) {
        Bounds place = from;
        while (place.getMinY() >= 0) {
            Optional<Bounds> below = kept.stream().filter(place::intersects).findFirst();
            if (below.isEmpty()) {
                return Optional.of(place);
            }
            double y = below.get().getMinY() - GAP - place.getHeight();
            place = new BoundingBox(place.getMinX(), y, place.getWidth(), place.getHeight());
        }
        return Optional.empty();
    }
}
