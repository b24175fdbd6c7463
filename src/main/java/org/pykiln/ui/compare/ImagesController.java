package org.pykiln.ui.compare;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.ResultServices.Results;
import org.pykiln.ui.common.ResultServices.Setting;

/// What the images are, and in which knobs they differ.
public final class ImagesController {
    private final ResultsViewModel model;
    @FXML private TableView<ImageLine> table;

    public ImagesController(ResultsViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        table.setItems(model.images());
        model.results().subscribe(this::columns);
    }

    /// The knobs of other results are others.
    private void columns(@Nullable Results results) {
        List<String> knobs =
                model.images().stream()
                        .flatMap(image -> image.settings().stream())
                        .map(Setting::knob)
                        .distinct()
                        .toList();
        table.getColumns().clear();
        List<ImageLine> rows = model.images();
        table.getColumns().add(Columns.fitted("Image", rows, ImageLine::name));
        for (String knob : knobs) {
            table.getColumns().add(Columns.fitted(knob, rows, line -> line.value(knob)));
        }
        table.getColumns().add(Columns.numbers("Size", 90, ImageLine::bytes, ImageLine::size));
        table.getColumns().add(Columns.numbers("Build", 120, ImageLine::seconds, ImageLine::time));
        table.getColumns().add(Columns.fitted("Peak memory", rows, ImageLine::memory));
        table.getColumns().add(Columns.fitted("Proofs", rows, ImageLine::proofs));
    }
}
