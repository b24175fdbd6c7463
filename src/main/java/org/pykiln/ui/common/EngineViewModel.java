package org.pykiln.ui.common;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.pykiln.engine.EngineFacts;
import org.pykiln.ui.common.Services.EngineStatus;
import org.pykiln.ui.common.Services.Executed;

/// Whether there is an engine, and if not, why not.
public final class EngineViewModel {
    private static final EngineStatus UNKNOWN = new EngineStatus(List.of(), Optional.empty(), "");

    private final Services services;
    private final Background background;
    private final Dialogs dialogs;
    private final ReadOnlyObjectWrapper<EngineStatus> status = new ReadOnlyObjectWrapper<>(UNKNOWN);
    private final ReadOnlyObjectWrapper<Executed> executed =
            new ReadOnlyObjectWrapper<>(Executed.UNKNOWN);
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();

    public EngineViewModel(Services services, Background background, Dialogs dialogs) {
        this.services = services;
        this.background = background;
        this.dialogs = dialogs;
    }

    public ReadOnlyObjectProperty<EngineStatus> status() {
        return status.getReadOnlyProperty();
    }

    /// Unknown until the engine has answered.
    public ReadOnlyObjectProperty<Executed> executed() {
        return executed.getReadOnlyProperty();
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

    public String title() {
        return status.get()
                .engine()
                .map(engine -> "Engine " + engine.version())
                .orElse("No container engine answers");
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
            return "Building and measuring need one. Everything else works without: recipes,"
                    + " Dockerfiles, export, results.";
        }
        EngineFacts facts = engine.get();
        return String.format(
                Locale.ROOT,
                "%s\nAPI %s · %s · %d CPUs · %.1f GB · %s",
                facts.endpoint(),
                facts.apiVersion(),
                facts.operatingSystem(),
                facts.cpus(),
                facts.memoryBytes() / 1e9,
                facts.storageDriver());
    }

    /// The command that finds or installs an engine, or else the one for more architectures.
    public String help() {
        List<String> emulators = executed.get().help();
        return !isUsable() ? status.get().help() : emulators.isEmpty() ? "" : emulators.getFirst();
    }

    public void copyHelp() {
        dialogs.copy(help());
    }

    private void found(EngineStatus found) {
        checking.set(false);
        executed.set(Executed.UNKNOWN);
        status.set(found);
        if (found.isUsable()) {
            // what it executes is good to know and stands in nobody's way
            background.run(services::executed, executed::set, problem -> {});
        }
    }

    private void failed(Problem problem) {
        checking.set(false);
        status.set(
                new EngineStatus(
                        List.of(new Services.EngineAttempt("PyKiln", "", false, problem.text())),
                        Optional.empty(),
                        problem.help()));
    }
}
