package org.pykiln.ui.bench;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.MeasureServices;
import org.pykiln.ui.common.MeasureServices.Unfinished;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Section;

/// Sessions that somebody cancelled or that a crash ended, to go on with.
public final class UnfinishedViewModel {
    private final MeasureServices services;
    private final Background background;
    private final NavigationViewModel navigation;
    private final LiveSessionViewModel live;
    private final ObservableList<Unfinished> sessions = FXCollections.observableArrayList();

    UnfinishedViewModel(
            MeasureServices services,
            Background background,
            NavigationViewModel navigation,
            LiveSessionViewModel live) {
        this.services = services;
        this.background = background;
        this.navigation = navigation;
        this.live = live;
    }

    /// The newest first; without those that are being measured.
    public ObservableList<Unfinished> sessions() {
        return sessions;
    }

    /// `40 of 168 units · debian-o2, debian-o3`
    public static String text(Unfinished session) {
        return "%d of %d units · %s"
                .formatted(
                        session.measured(), session.wanted(), String.join(", ", session.images()));
    }

    void reload() {
        background.run(services::unfinished, this::show, navigation::report);
    }

    private void show(List<Unfinished> found) {
        sessions.setAll(found.stream().filter(one -> !live.isMeasuring(one.folder())).toList());
    }

    /// Goes on where it ended.
    public void resume(Unfinished session) {
        sessions.remove(session);
        navigation.dismiss();
        navigation.show(Section.MEASURE);
        live.run(
                String.join(", ", session.images()),
                session.folder(),
                (steering, context) -> services.resume(session.folder(), steering, context),
                this::reload);
    }
}
