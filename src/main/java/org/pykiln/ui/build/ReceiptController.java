package org.pykiln.ui.build;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.pykiln.ui.common.ImageServices.BuiltImage;
import org.pykiln.ui.common.ImageServices.Proven;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Texts;

/// The proofs of the image that was built.
public final class ReceiptController {
    private final ReceiptViewModel model;
    @FXML private Label tally;
    @FXML private Label digest;
    @FXML private ToggleButton onlyFailed;
    @FXML private Button copy;
    @FXML private ListView<Proven> proofs;

    public ReceiptController(ReceiptViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        proofs.setItems(model.proofs());
        proofs.setCellFactory(list -> new ProofCell());
        proofs.setPlaceholder(new Label("No proof failed."));
        onlyFailed.selectedProperty().bindBidirectional(model.onlyFailed());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(digest.textProperty());
        digest.setTooltip(whole);
        Shortcut.label(onlyFailed, "Leave out the proofs that hold");
        Shortcut.label(copy, "Copy the receipt");
        model.image()
                .subscribe(image -> {
                    tally.setText(image == null ? "" : tally(image));
                    digest.setText(image == null ? "" : image.id());
                });
    }

    private static String tally(BuiltImage image) {
        long holds = image.proofs().size() - image.failedProofs();
        return Texts.proofs(holds, image.proofs().size());
    }

    @FXML
    void copy() {
        model.copy();
    }
}
