package org.pykiln.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final ObservableList<Command> matches = FXCollections.observableArrayList();

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

    /// Best first; all of them without a query.
    public ObservableList<Command> matches() {
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

    /// Closes first, so that a command that asks something has the window to itself.
    public void run(Command command) {
        hide();
        command.action().run();
    }

    private void search() {
        List<String> words = List.of(query.get().toLowerCase(Locale.ROOT).strip().split("\\s+"));
        matches.setAll(
                offered.stream()
                        .filter(command -> rank(command, words).isPresent())
                        .sorted(Comparator.comparingInt(command -> rank(command, words).orElse(0)))
                        .toList());
    }

    /// Small is good: the sum over all words of where in the name they stand, later words and
    /// middles of words counting more; nothing where one of them does not stand there at all.
    private static Optional<Integer> rank(Command command, List<String> words) {
        String name = command.name().toLowerCase(Locale.ROOT);
        int sum = 0;
        for (String word : words) {
            int at = name.indexOf(word);
            if (at < 0) {
                return Optional.empty();
            }
            int start = (" " + name).indexOf(" " + word);
            sum += start >= 0 ? start : name.length() + at;
        }
        return Optional.of(sum);
    }
}
