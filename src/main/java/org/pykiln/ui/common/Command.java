package org.pykiln.ui.common;

/// Something that can be done by its name.
///
/// @param name such as `Build the recipe as it is now and prove it`
/// @param keys that do the same, as they are shown; empty for none
/// @param obstacle why it cannot be done now: `nothing was measured`; empty where it can
public record Command(String name, String keys, String obstacle, Runnable action) {
    public Command(String name, Runnable action) {
        this(name, "", "", action);
    }

    public static Command of(Shortcut shortcut, Runnable action) {
        return new Command(shortcut.what(), shortcut.keys().getDisplayText(), "", action);
    }

    public static Command of(Section section, Runnable action) {
        return new Command(
                "Go to %s: %s".formatted(section.label(), section.purpose()),
                Shortcut.of(section).getDisplayText(),
                "",
                action);
    }

    /// The same, which can only be done under this condition. The first that does not hold is said.
    ///
    /// @param why not, in a few words
    public Command when(boolean holds, String why) {
        return holds || !isPossible() ? this : new Command(name, keys, why, action);
    }

    public boolean isPossible() {
        return obstacle.isEmpty();
    }
}
