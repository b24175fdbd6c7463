package org.pykiln.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.DropServices;
import org.pykiln.ui.common.FxScheduler;
import org.pykiln.ui.common.FxScheduler.Pending;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.shell.DropOffer.Dragged;

/// Files that are dragged over the window and let go.
public final class DropViewModel {
    private static final Duration LONG_ENOUGH = Duration.ofMillis(600);

    private final DropServices services;
    private final Background background;
    private final NavigationViewModel navigation;
    private final FxScheduler fx;
    private final Takers takers;
    private final Consumer<Section> entrance;
    private final ReadOnlyObjectWrapper<Optional<DropOffer>> offer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Path> over = List.of();
    private List<Dragged> known = List.of();
    private Pending waiting = Pending.NONE;

    /// Who takes what is let go.
    ///
    /// @param alone name of the image that waits for another to be compared with
    public record Takers(
            Supplier<Optional<String>> alone,
            Consumer<List<Path>> compare,
            Consumer<List<Path>> importPresets,
            Consumer<Path> openPreset) {}

    /// @param entrance shows a section
    public DropViewModel(
            DropServices services,
            Background background,
            NavigationViewModel navigation,
            FxScheduler fx,
            Takers takers,
            Consumer<Section> entrance) {
        this.services = services;
        this.background = background;
        this.navigation = navigation;
        this.fx = fx;
        this.takers = takers;
        this.entrance = entrance;
    }

    /// What would become of the files that are over the window; empty where there are none, and in
    /// the moment before it is known what they are.
    public ReadOnlyObjectProperty<Optional<DropOffer>> offer() {
        return offer.getReadOnlyProperty();
    }

    /// Files came over the window.
    ///
    /// @param files none for anything else that can be dragged, such as text
    public void enter(List<Path> files) {
        leave();
        over = List.copyOf(files);
        look(
                over,
                found -> {
                    if (over.equals(files)) {
                        known = found;
                        show();
                    }
                });
    }

    /// Whether they may be let go, as far as is known.
    public boolean accepts() {
        show();
        return !over.isEmpty() && offer.get().filter(DropOffer.Refuse.class::isInstance).isEmpty();
    }

    /// They are no longer over the window.
    public void leave() {
        goOn();
        over = List.of();
        known = List.of();
        show();
    }

    /// They are over the way to a section; it is opened when they stay there.
    public void waitAt(Section section) {
        goOn();
        if (!over.isEmpty()) {
            waiting =
                    fx.later(
                            LONG_ENOUGH,
                            () -> {
                                entrance.accept(section);
                                show();
                            });
        }
    }

    public void goOn() {
        waiting.cancel();
        waiting = Pending.NONE;
    }

    /// They were let go.
    public void drop(List<Path> files) {
        leave();
        look(files, found -> take(offer(found)));
    }

    private void look(List<Path> files, Consumer<List<Dragged>> then) {
        if (!files.isEmpty()) {
            background.run(
                    () ->
                            files.stream()
                                    .map(file -> new Dragged(file, services.kind(file)))
                                    .toList(),
                    then,
                    navigation::report);
        }
    }

    private void show() {
        offer.set(known.isEmpty() ? Optional.empty() : Optional.of(offer(known)));
    }

    private DropOffer offer(List<Dragged> things) {
        return DropOffer.of(navigation.section().get(), takers.alone().get(), things);
    }

    private void take(DropOffer taken) {
        switch (taken) {
            case DropOffer.Compare compared -> takers.compare().accept(compared.files());
            case DropOffer.Import imported -> takers.importPresets().accept(imported.files());
            case DropOffer.Open opened -> takers.openPreset().accept(opened.file());
            case DropOffer.Refuse refused ->
                    navigation.report(new Problem(refused.title(), refused.text(), ""));
        }
    }
}
