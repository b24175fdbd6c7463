package org.pykiln.ui.configure;

/// One value of a knob, as it can be picked.
///
/// @param text as in preset files
/// @param obstacle why this value cannot be built with the rest of the recipe; empty when it can
/// @param note what to know of it before it is picked; empty for nothing
public record Choice(String text, boolean chosen, String obstacle, String note) {
    public boolean isPossible() {
        return obstacle.isEmpty();
    }
}
