package org.pykiln.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.pykiln.engine.EngineArchitecture;
import org.pykiln.engine.EngineArchitecture.Execution;
import org.pykiln.engine.EngineChoice;
import org.pykiln.engine.EngineFacts;
import org.pykiln.ui.common.EngineServices.EngineAttempt;
import org.pykiln.ui.common.EngineServices.EngineStatus;
import org.pykiln.ui.common.EngineServices.Executed;

/// Whether there is an engine, and if not, why not.
public final class EngineViewModel {
    private static final String NO_ENGINE =
            "This is known as soon as an engine answers. Recipes of every architecture can be exported without one.";
    private static final String NOT_THE_FIRST = "\nNot used: another place comes first.";
    private static final String NOT_NAMED = "\nNot used: another place was named.";
    private static final EngineStatus UNKNOWN =
            new EngineStatus(List.of(), Optional.empty(), EngineChoice.AUTOMATIC, List.of());

    /// One place where an engine may listen, and what came of asking there.
    ///
    /// @param reason why it is not used; of the one that is, what it is
    public record Place(String name, String endpoint, State state, String reason) {
        /// What came of it.
        public enum State {
            USED,
            USABLE,
            NOT_USABLE
        }
    }

    /// @param build whether its images can be built here
    /// @param measure whether they can be measured here
    public record Architecture(String name, Execution execution, String build, String measure) {}

    private final EngineServices services;
    private final Background background;
    private final Dialogs dialogs;
    private final ReadOnlyObjectWrapper<EngineStatus> status = new ReadOnlyObjectWrapper<>(UNKNOWN);
    private final ReadOnlyObjectWrapper<Executed> executed =
            new ReadOnlyObjectWrapper<>(Executed.UNKNOWN);
    private final ReadOnlyStringWrapper unknown = new ReadOnlyStringWrapper(NO_ENGINE);
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();

    public EngineViewModel(EngineServices services, Background background, Dialogs dialogs) {
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

    /// Whether it was looked for at all.
    boolean isKnown() {
        return status.get() != UNKNOWN;
    }

    /// Looks for an engine again.
    public void refresh() {
        if (checking.get()) {
            return;
        }
        checking.set(true);
        background.run(services::engine, this::found, this::failed);
    }

    /// Looks whether what is known still holds, without a sign of it in the window. What the engine
    /// executes is asked again only where it is another engine.
    ///
    /// @param then runs when that is known
    void recheck(Runnable then) {
        background.run(
                services::engine,
                found -> {
                    if (found.engine().equals(status.get().engine())) {
                        status.set(found);
                    } else {
                        take(found);
                    }
                    then.run();
                },
                problem -> {
                    failed(problem);
                    then.run();
                });
    }

    public String title() {
        return status.get()
                .engine()
                .map(engine -> "Engine " + engine.version())
                .orElse(isLooking() ? "Looking for an engine" : "No container engine answers");
    }

    private boolean isLooking() {
        return checking.get() && !isKnown();
    }

    /// For the status bar.
    public String line() {
        if (isLooking()) {
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

    /// What would help where there is none, for a glance; empty when nothing is known to.
    public String remedy() {
        return isUsable()
                ? ""
                : status.get().help().stream()
                        .findFirst()
                        .map(help -> "\nWhat may help: " + help.line())
                        .orElse("");
    }

    /// Every place that was tried, in order.
    public List<Place> places() {
        List<Place> places = new ArrayList<>();
        boolean named = status.get().choice().isNamed();
        boolean used = false;
        for (EngineAttempt attempt : status.get().attempts()) {
            boolean uses = attempt.usable() && !used && (!named || places.isEmpty());
            used |= uses;
            Place.State state =
                    !attempt.usable()
                            ? Place.State.NOT_USABLE
                            : uses ? Place.State.USED : Place.State.USABLE;
            String hint = named ? NOT_NAMED : NOT_THE_FIRST;
            places.add(
                    new Place(
                            attempt.candidate(),
                            attempt.endpoint(),
                            state,
                            attempt.reason() + (state == Place.State.USABLE ? hint : "")));
        }
        return places;
    }

    /// Why it is not known what the engine executes; empty when it is.
    public ReadOnlyStringProperty unknown() {
        return unknown.getReadOnlyProperty();
    }

    /// The engine's own first.
    public List<Architecture> architectures() {
        return executed.get().architectures().stream().map(EngineViewModel::consequences).toList();
    }

    private static Architecture consequences(EngineArchitecture one) {
        return switch (one.execution()) {
            case NATIVE -> new Architecture(one.name(), one.execution(), "yes", "yes");
            case EMULATED -> new Architecture(one.name(), one.execution(), "yes, slowly", "no");
            case NONE -> new Architecture(one.name(), one.execution(), "export only", "no");
        };
    }

    /// What the commands that register emulators are for; empty when nothing is missing.
    public String registering() {
        List<String> missing = executed.get().names(Execution.NONE);
        return missing.isEmpty() ? "" : "To build also for " + String.join(", ", missing);
    }

    public void copy(String command) {
        dialogs.copy(command);
    }

    private void found(EngineStatus found) {
        checking.set(false);
        take(found);
    }

    private void take(EngineStatus found) {
        executed.set(Executed.UNKNOWN);
        status.set(found);
        unknown.set(
                found.isUsable()
                        ? "Asking the engine by running a small program of each."
                        : NO_ENGINE);
        if (found.isUsable()) {
            // what it executes is good to know and stands in nobody's way
            background.run(services::executed, this::answered, this::unanswered);
        }
    }

    private void answered(Executed what) {
        unknown.set("");
        executed.set(what);
    }

    private void unanswered(Problem problem) {
        unknown.set("This could not be found out: " + problem.text());
    }

    private void failed(Problem problem) {
        checking.set(false);
        unknown.set(NO_ENGINE);
        executed.set(Executed.UNKNOWN);
        status.set(
                new EngineStatus(
                        List.of(new EngineAttempt("PyKiln", "", false, problem.text())),
                        Optional.empty(),
                        EngineChoice.AUTOMATIC,
                        List.of()));
    }
}
