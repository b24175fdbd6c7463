package org.pykiln.ui.preview;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// An architecture that a bake file may build the recipe for.
public final class BakeArchitecture {
    private final String name;
    private final BooleanProperty picked = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private boolean own;

    BakeArchitecture(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /// Whether somebody wants it besides the recipe's own.
    public BooleanProperty picked() {
        return picked;
    }

    /// Why the recipe cannot be built for it; empty when it can.
    public ReadOnlyStringProperty obstacle() {
        return obstacle.getReadOnlyProperty();
    }

    /// Whether it is the recipe's own, which is always among them.
    public boolean isOwn() {
        return own;
    }

    boolean isMeant() {
        return own || picked.get() && obstacle.get().isEmpty();
    }

    void refresh(boolean isOwn, String inTheWay) {
        own = isOwn;
        obstacle.set(inTheWay);
    }
}
