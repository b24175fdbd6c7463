package org.pykiln.ui.configure;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.pykiln.recipe.Group;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Section;

/// The form.
public final class ConfigureController {
    private final ConfigureViewModel model;
    private final NavigationViewModel navigation;
    private final List<KnobRow> rows = new ArrayList<>();
    @FXML private TextField search;
    @FXML private CheckBox onlyChanged;
    @FXML private VBox form;
    @FXML private Label nothingFound;

    public ConfigureController(ConfigureViewModel model, NavigationViewModel navigation) {
        this.model = model;
        this.navigation = navigation;
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(model.search());
        onlyChanged.selectedProperty().bindBidirectional(model.onlyChanged());
        for (Group group : Group.values()) {
            add(group, model.knobs().stream().filter(k -> k.knob().group() == group).toList());
        }
        nothingFound.visibleProperty().bind(model.found().isEqualTo(0));
        nothingFound.managedProperty().bind(nothingFound.visibleProperty());
        model.explained()
                .subscribe(knob ->
                        rows.forEach(row ->
                                row.explained(
                                        knob != null && row.getId().equals("knob-" + knob.id()))));
        navigation
                .finds()
                .subscribe(count -> {
                    if (count.longValue() > 0 && navigation.section().get() == Section.CONFIGURE) {
                        search.requestFocus();
                        search.selectAll();
                    }
                });
    }

    private void add(Group group, List<KnobViewModel> knobs) {
        Label heading = new Label(group.label());
        heading.getStyleClass().add("group-heading");
        BooleanBinding any =
                Bindings.createBooleanBinding(
                        () -> knobs.stream().anyMatch(knob -> knob.shown().get()),
                        knobs.stream()
                                .map(KnobViewModel::shown)
                                .toArray(javafx.beans.Observable[]::new));
        heading.visibleProperty().bind(any);
        heading.managedProperty().bind(any);
        form.getChildren().add(heading);
        for (KnobViewModel knob : knobs) {
            KnobRow row = new KnobRow(knob);
            rows.add(row);
            form.getChildren().add(row);
        }
    }

    @FXML
    void clearSearch() {
        model.search().set("");
        model.onlyChanged().set(false);
    }
}
