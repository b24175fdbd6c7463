package org.pykiln.ui.shell;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.pykiln.ui.common.Command;

/// Every command of the window by name, found while somebody types.
public final class PaletteViewModel {
    private final Supplier<List<Command>> commands;
    private List<Command> offered = List.of();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PaletteLine> matches = FXCollections.observableArrayList();

    /// Names of those that were used, the latest first.
    private final SequencedSet<String> used = new LinkedHashSet<>();

    /// @param commands as they are at the moment when the palette opens
    public PaletteViewModel(Supplier<List<Command>> commands) {
        this.commands = commands;
        query.subscribe(now -> search());
    }

    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    public StringProperty query() {
        return query;
    }

    /// Best first, and those that were used lately before others that are as good; all of them
    /// without a query. What cannot be done now comes last.
    public ObservableList<PaletteLine> matches() {
        return matches;
    }

    public void show() {
        offered = commands.get();
        query.set("");
        search();
        open.set(true);
    }

    public void hide() {
        open.set(false);
    }

    /// Closes first, so that a command that asks something has the window to itself. What cannot be
    /// done is not done, and the palette goes on saying why.
    public void run(Command command) {
        if (command.isPossible()) {
            used.addFirst(command.name());
            hide();
            command.action().run();
        }
    }

    private record Ranked(Command command, Match match, int lately) {
        PaletteLine line() {
            return PaletteLine.of(command, match);
        }
    }

    private void search() {
        List<String> lately = List.copyOf(used);
        matches.setAll(
                offered.stream()
                        .flatMap(command -> ranked(command, lately))
                        .sorted(
                                Comparator.comparing((Ranked one) -> !one.command().isPossible())
                                        .thenComparingInt(one -> one.match().rank())
                                        .thenComparingInt(Ranked::lately))
                        .map(Ranked::line)
                        .toList());
    }

    private Stream<Ranked> ranked(Command command, List<String> lately) {
        int at = lately.indexOf(command.name());
        return Match.of(command.name(), query.get()).stream()
                .map(match -> new Ranked(command, match, at < 0 ? lately.size() : at));
    }
}
