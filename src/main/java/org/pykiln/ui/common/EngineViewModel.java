package org.pykiln.ui.common;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.pykiln.engine.EngineFacts;
import org.pykiln.ui.common.Services.EngineStatus;

/// Whether there is an engine, and if not, why not.
public final class EngineViewModel {
    private static final EngineStatus UNKNOWN =
            new EngineStatus(List.of(), Optional.empty(), Set.of(), "");

    private final Services services;
    private final Background background;
    private final Dialogs dialogs;
    private final ReadOnlyObjectWrapper<EngineStatus> status = new ReadOnlyObjectWrapper<>(UNKNOWN);
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();

    public EngineViewModel(Services services, Background background, Dialogs dialogs) {
        this.services = services;
        this.background = background;
        this.dialogs = dialogs;
    }

    public ReadOnlyObjectProperty<EngineStatus> status() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty checking() {
        return checking.getReadOnlyProperty();
    }

    public boolean isUsable() {
        return status.get().isUsable();
    }

    /// Looks for an engine again.
    public void refresh() {
        if (checking.get()) {
            return;
        }
        checking.set(true);
        background.run(services::engine, this::found, this::failed);
    }

    /// For the status bar.
    public String line() {
        if (checking.get() && status.get() == UNKNOWN) {
            return "looking for an engine";
        }
        return status.get()
                .engine()
                .map(e -> "engine %s · %s".formatted(e.version(), e.architecture()))
                .orElse("no engine");
    }

    /// All that is known, a line each.
    public String detail() {
        Optional<EngineFacts> engine = status.get().engine();
        if (engine.isEmpty()) {
            return "Building and measuring need a container engine.";
        }
        EngineFacts facts = engine.get();
        return "%s\nAPI %s · %s · %d CPUs · %.1f GB · %s"
                .formatted(
                        facts.endpoint(),
                        facts.apiVersion(),
                        facts.operatingSystem(),
                        facts.cpus(),
                        facts.memoryBytes() / 1e9,
                        facts.storageDriver());
    }

    public void copyHelp() {
        dialogs.copy(status.get().help());
    }

    private void found(EngineStatus found) {
        checking.set(false);
        status.set(found);
    }

    private void failed(Problem problem) {
        checking.set(false);
        status.set(
                new EngineStatus(
                        List.of(new Services.EngineAttempt("PyKiln", "", false, problem.text())),
                        Optional.empty(),
                        Set.of(),
                        problem.help()));
    }
}
