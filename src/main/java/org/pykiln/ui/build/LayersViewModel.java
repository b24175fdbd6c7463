package org.pykiln.ui.build;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.pykiln.image.ImageSize;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.ImageServices;
import org.pykiln.ui.common.ImageServices.BuiltImage;
import org.pykiln.ui.common.Texts;

/// What the bytes of an image are spent on, layer by layer.
public final class LayersViewModel {
    private final ImageServices services;
    private final Background background;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private @Nullable BuiltImage asked;

    LayersViewModel(ImageServices services, Background background) {
        this.services = services;
        this.background = background;
    }

    /// @param share of the whole image, 0 to 1
    /// @param base whether it came with the base image
    public record Row(String instruction, String size, double share, boolean base) {
        String percent() {
            return percent(share);
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.1f %%", 100 * share);
        }
    }

    /// Lowest first; those of the base image stand below the others.
    public ObservableList<Row> rows() {
        return rows;
    }

    /// How the size is divided between base and recipe, or why that is not known.
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /// Asks the engine about the image unless that was the last it was asked about.
    void show(@Nullable BuiltImage image) {
        if (image == asked) {
            return;
        }
        asked = image;
        rows.clear();
        summary.set(image == null ? "" : "Asking the engine …");
        if (image != null) {
            background.run(
                    () -> services.size(image.id()),
                    size -> {
                        if (asked == image) {
                            show(size);
                        }
                    },
                    problem -> {
                        if (asked == image) {
                            summary.set(problem.text());
                        }
                    });
        }
    }

    private void show(ImageSize size) {
        double whole = Math.max(1, size.bytes());
        List<Row> next =
                size.parts().stream()
                        .map(part ->
                                new Row(
                                        part.instruction(),
                                        Texts.bytes(part.bytes()),
                                        part.bytes() / whole,
                                        part.base()))
                        .toList();
        rows.setAll(next);
        long own = size.bytes() - size.baseBytes();
        summary.set(
                "%s: %s (%s) of the base image, %s (%s) on top of it"
                        .formatted(
                                Texts.bytes(size.bytes()),
                                Texts.bytes(size.baseBytes()),
                                Row.percent(size.baseBytes() / whole),
                                Texts.bytes(own),
                                Row.percent(own / whole)));
    }
}
