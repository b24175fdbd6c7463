package org.pykiln.ui.common;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Which section is shown, and the one line that tells what just happened.
public final class NavigationViewModel {
    private final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.CONFIGURE);
    private final StringProperty notice = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Problem> problem =
            new ReadOnlyObjectWrapper<>(Problem.of(""));

    private final ReadOnlyLongWrapper finds = new ReadOnlyLongWrapper();

    public ObjectProperty<Section> section() {
        return section;
    }

    public void show(Section wanted) {
        section.set(wanted);
    }

    /// Empty, or what just went well: `Exported 3 files to …`.
    public StringProperty notice() {
        return notice;
    }

    /// What last went wrong; its summary is empty when nothing did.
    public ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Counts how often somebody asked to find something in the section that is shown.
    public ReadOnlyLongProperty finds() {
        return finds.getReadOnlyProperty();
    }

    public void find() {
        finds.set(finds.get() + 1);
    }

    public void tell(String text) {
        dismiss();
        notice.set(text);
    }

    public void report(Problem what) {
        notice.set("");
        problem.set(what);
    }

    public void dismiss() {
        problem.set(Problem.of(""));
    }
}
