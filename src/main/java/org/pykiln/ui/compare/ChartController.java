package org.pykiln.ui.compare;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.pykiln.report.ChartFile;
import org.pykiln.report.ChartKind;
import org.pykiln.report.Palette;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.compare.ChartViewModel.Drawing;

/// The chart of the results, and which one it is.
public final class ChartController {
    private final ChartViewModel model;
    private final Themes themes;
    private final ChartView drawn;
    private final ToggleGroup group = new ToggleGroup();
    @FXML private HBox kinds;
    @FXML private ComboBox<String> datapoint;
    @FXML private Hyperlink back;
    @FXML private MenuButton save;
    @FXML private ScrollPane scroll;

    public ChartController(ChartViewModel model, Themes themes) {
        this.model = model;
        this.themes = themes;
        this.drawn = new ChartView(target -> model.open(target.datapoint()));
    }

    @FXML
    void initialize() {
        scroll.setContent(drawn);
        scroll.viewportBoundsProperty()
                .subscribe(bounds -> {
                    drawn.fit(bounds.getWidth());
                    model.drawn(drawn.drawnWidth());
                });
        scroll.prefHeightProperty().bind(drawn.prefHeightProperty().add(8));
        drawn.reached().subscribe(this::reveal);
        model.plot().subscribe(plot -> drawn.show(plot, palette()));
        themes.dark().subscribe(dark -> drawn.show(model.plot().get(), palette()));
        model.kinds().addListener((ListChangeListener<ChartKind>) change -> offer());
        model.kind().subscribe(this::choose);
        datapoint.setItems(model.datapoints());
        datapoint.valueProperty().bindBidirectional(model.datapoint());
        Shortcut.label(save, "Save or copy the chart");
        offer();
    }

    private void offer() {
        // the group would hold on to buttons that are no longer shown
        group.getToggles().clear();
        kinds.getChildren().setAll(model.kinds().stream().map(this::button).toList());
        choose(model.kind().get());
    }

    private ToggleButton button(ChartKind kind) {
        ToggleButton button = new ToggleButton(kind.label());
        int place = model.kinds().indexOf(kind);
        boolean last = place == model.kinds().size() - 1;
        button.getStyleClass().add(place == 0 ? "left-pill" : last ? "right-pill" : "center-pill");
        button.setId("chart-" + kind.id());
        button.setUserData(kind);
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setOnAction(event -> {
            model.kind().set(kind);
            choose(kind);
        });
        Shortcut.label(button, kind.label() + ": " + kind.about());
        return button;
    }

    private void choose(ChartKind kind) {
        group.getToggles().forEach(one -> one.setSelected(one.getUserData() == kind));
        datapoint.setVisible(kind.isOfOneDatapoint());
        back.setVisible(kind.isOfOneDatapoint());
        scroll.setVvalue(0);
    }

    /// Scrolls no further than it has to.
    private void reveal(@Nullable Bounds wanted) {
        double shown = scroll.getViewportBounds().getHeight();
        double beyond = drawn.getHeight() - shown;
        if (wanted != null && beyond > 0) {
            double top = scroll.getVvalue() * beyond;
            double next = Math.clamp(top, wanted.getMaxY() - shown, wanted.getMinY());
            scroll.setVvalue(next / beyond);
        }
    }

    private Palette palette() {
        return themes.isDark() ? Palette.DARK : Palette.LIGHT;
    }

    private Drawing drawing(int scale) {
        return model.drawing(palette(), scale);
    }

    @FXML
    void goBack() {
        model.back();
    }

    @FXML
    void saveSvg() {
        model.save(ChartFile.SVG, drawing(1));
    }

    @FXML
    void savePng() {
        model.save(ChartFile.PNG, drawing(1));
    }

    @FXML
    void saveLargePng() {
        model.save(ChartFile.PNG, drawing(2));
    }

    @FXML
    void saveNumbers() {
        model.save(ChartFile.CSV, drawing(1));
    }

    @FXML
    void copy() {
        model.copy(drawing(2));
    }
}
