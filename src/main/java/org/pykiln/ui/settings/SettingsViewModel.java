package org.pykiln.ui.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.pykiln.bench.Mode;
import org.pykiln.settings.Settings;
import org.pykiln.settings.SettingsFile;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.FxScheduler;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.SettingsServices;
import org.pykiln.ui.common.SettingsServices.Folder;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.common.Zoom;

/// What a person chose once and for all. A change is written a moment later, so that turning a zoom
/// wheel writes once.
public final class SettingsViewModel {
    static final Duration MOMENT = Duration.ofMillis(500);

    private final SettingsServices services;
    private final FxScheduler fx;
    private final Dialogs dialogs;
    private final NavigationViewModel navigation;
    private final EngineViewModel engine;
    private final Zoom zoom;
    private final Runnable diagnostics;
    private final ObjectProperty<Themes.Choice> theme;
    private final ObjectProperty<Mode> mode;
    private final JobSettingsViewModel jobs;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private @Nullable UnaryOperator<Settings> pending;
    private FxScheduler.Pending saving = FxScheduler.Pending.NONE;

    /// @param diagnostics copies them
    public SettingsViewModel(
            SettingsServices services,
            FxScheduler fx,
            Dialogs dialogs,
            NavigationViewModel navigation,
            EngineViewModel engine,
            Zoom zoom,
            Runnable diagnostics) {
        this.services = services;
        this.fx = fx;
        this.dialogs = dialogs;
        this.navigation = navigation;
        this.engine = engine;
        this.zoom = zoom;
        this.diagnostics = diagnostics;
        SettingsFile.Loaded loaded = services.settings();
        Settings kept = loaded.settings();
        loaded.problem().ifPresent(problem::set);
        theme = new SimpleObjectProperty<>(Themes.Choice.valueOf(kept.theme().name()));
        mode = new SimpleObjectProperty<>(kept.mode());
        jobs = new JobSettingsViewModel(kept, this::later, engine);
        zoom.set(kept.zoom());
        theme.addListener((of, before, now) -> later(s -> s.withTheme(setting(now))));
        mode.addListener((of, before, now) -> later(s -> s.withMode(now)));
        zoom.percent().addListener((of, before, now) -> later(s -> s.withZoom(now.intValue())));
    }

    private static Settings.Theme setting(Themes.Choice choice) {
        return Settings.Theme.valueOf(choice.name());
    }

    public ObjectProperty<Themes.Choice> theme() {
        return theme;
    }

    public Zoom zoom() {
        return zoom;
    }

    /// What the window proposes for a new session.
    public ObjectProperty<Mode> mode() {
        return mode;
    }

    public JobSettingsViewModel jobs() {
        return jobs;
    }

    /// `quick: 6 processes of each datapoint`
    public static String text(Mode mode) {
        return "%s: %d processes of each datapoint"
                .formatted(mode.name().toLowerCase(Locale.ROOT), mode.rounds());
    }

    /// What of the settings could not be read or written; empty when nothing is wrong.
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// Which engine is used, for a glance.
    public String engineLine() {
        String who =
                switch (engine.status().get().choice().source()) {
                    case AUTOMATIC -> "found by itself";
                    case SETTINGS -> "chosen";
                    case ENVIRONMENT -> "named by PYKILN_ENGINE_ENDPOINT";
                };
        return engine.line() + ", " + who;
    }

    public EngineViewModel engine() {
        return engine;
    }

    public void showEngines() {
        navigation.show(Section.ENGINES);
    }

    public List<Folder> folders() {
        return services.folders();
    }

    public SequencedMap<String, String> versions() {
        return services.versions();
    }

    public void copy(Path path) {
        dialogs.copy(path.toString());
        navigation.tell("Copied " + path);
    }

    public void reveal(Folder folder) {
        dialogs.open(folder.path());
    }

    /// Puts versions and facts on the clipboard, without anything that is nobody else's concern.
    public void copyDiagnostics() {
        diagnostics.run();
    }

    private void later(UnaryOperator<Settings> change) {
        @Nullable UnaryOperator<Settings> before = pending;
        pending = now -> change.apply(before == null ? now : before.apply(now));
        saving.cancel();
        saving = fx.later(MOMENT, this::save);
    }

    /// Writes now what was not written yet.
    public void save() {
        saving.cancel();
        saving = FxScheduler.Pending.NONE;
        @Nullable UnaryOperator<Settings> change = pending;
        pending = null;
        if (change == null) {
            return;
        }
        try {
            services.change(change);
            problem.set("");
        } catch (ProblemException notWritable) {
            problem.set(notWritable.problem().text());
        }
    }
}
