package org.pykiln.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;

/// What the frame can do, whatever section is shown.
public final class ShellViewModel {
    private final NavigationViewModel navigation;
    private final Map<Section, Runnable> entrances;
    private final Map<Shortcut, Runnable> commands;
    private final BooleanSupplier escape;

    /// @param entrances for sections that need more than to be shown
    /// @param escape closes one thing that was opened, and says whether there was one
    public ShellViewModel(
            NavigationViewModel navigation,
            Map<Section, Runnable> entrances,
            Map<Shortcut, Runnable> commands,
            BooleanSupplier escape) {
        this.navigation = navigation;
        this.entrances = Map.copyOf(entrances);
        this.commands = new EnumMap<>(commands);
        this.escape = escape;
    }

    public NavigationViewModel navigation() {
        return navigation;
    }

    public Map<Shortcut, Runnable> commands() {
        return Map.copyOf(commands);
    }

    /// Adds what only a window with a toolkit can do.
    public void command(Shortcut shortcut, Runnable action) {
        commands.put(shortcut, action);
    }

    public void show(Section section) {
        entrances.getOrDefault(section, () -> navigation.show(section)).run();
    }

    /// @return whether something was closed by it
    public boolean escape() {
        return escape.getAsBoolean();
    }

    public void run(Shortcut shortcut) {
        commands.getOrDefault(shortcut, () -> {}).run();
    }
}
