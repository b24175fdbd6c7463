package org.pykiln.ui.build;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.ImageServices.BuiltImage;
import org.pykiln.ui.common.ImageServices.Proven;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Texts;

/// What was built, and how its proofs came out.
public final class ReceiptViewModel {
    private final Dialogs dialogs;
    private final NavigationViewModel navigation;
    private final ObservableList<Proven> all = FXCollections.observableArrayList();
    private final FilteredList<Proven> proofs = new FilteredList<>(all);
    private final BooleanProperty onlyFailed = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable BuiltImage> image = new ReadOnlyObjectWrapper<>();

    ReceiptViewModel(Dialogs dialogs, NavigationViewModel navigation) {
        this.dialogs = dialogs;
        this.navigation = navigation;
        onlyFailed.subscribe(only -> proofs.setPredicate(proof -> !only || !proof.holds()));
    }

    /// Those that do not hold come first.
    public ObservableList<Proven> proofs() {
        return proofs;
    }

    /// Whether those that hold are left out.
    public BooleanProperty onlyFailed() {
        return onlyFailed;
    }

    /// Null for none.
    public ReadOnlyObjectProperty<@Nullable BuiltImage> image() {
        return image.getReadOnlyProperty();
    }

    void show(@Nullable BuiltImage made) {
        if (image.get() == made) {
            return;
        }
        List<Proven> sorted =
                made == null
                        ? List.of()
                        : Stream.concat(
                                        made.proofs().stream().filter(proof -> !proof.holds()),
                                        made.proofs().stream().filter(Proven::holds))
                                .toList();
        all.setAll(sorted);
        image.set(made);
    }

    /// `all 13 proofs hold · 3:10 · 126 MB · pykiln:0f3a…`
    static String summary(BuiltImage made) {
        long holds = made.proofs().size() - made.failedProofs();
        return "%s · %s · %s · %s"
                .formatted(
                        Texts.proofs(holds, made.proofs().size()),
                        Texts.clock(made.took()),
                        Texts.bytes(made.bytes()),
                        made.reference());
    }

    /// Puts all of it on the clipboard as text.
    public void copy() {
        BuiltImage made = image.get();
        if (made != null) {
            dialogs.copy(
                    "%s: %s%n%s%n%s"
                            .formatted(
                                    made.name(),
                                    summary(made),
                                    made.id(),
                                    proofs.stream()
                                            .map(ReceiptViewModel::line)
                                            .collect(Collectors.joining())));
            navigation.tell("Receipt copied");
        }
    }

    private static String line(Proven proof) {
        return "%s  %s: %s — seen: %s%n"
                .formatted(
                        proof.holds() ? "holds " : "FAILED",
                        proof.knob(),
                        proof.claim(),
                        proof.seen());
    }
}
