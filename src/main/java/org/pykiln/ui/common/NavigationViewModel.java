package org.pykiln.ui.common;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which section is shown, and the one door through which all that happened reaches the person and
/// the log.
public final class NavigationViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(NavigationViewModel.class);

    private final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.CONFIGURE);
    private final StringProperty notice = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Problem> problem =
            new ReadOnlyObjectWrapper<>(Problem.NONE);
    private final ReadOnlyLongWrapper finds = new ReadOnlyLongWrapper();
    private Notices notices = Notices.NOWHERE;

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

    /// What last went wrong; none when nothing did.
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

    /// @param shown by whom everything is shown from now on
    public void showBy(Notices shown) {
        notices = shown;
    }

    public void tell(String text) {
        notice.set(text);
        LOG.info("{}", text);
        notices.told(text);
    }

    public void report(Problem what) {
        notice.set("");
        log(what, problem.get());
        problem.set(what);
        notices.reported(what);
    }

    /// What was reported is right again, by itself.
    public void retract(Problem what) {
        if (problem.get().code().equals(what.code())) {
            problem.set(Problem.NONE);
        }
        notices.retracted(what);
    }

    /// What was reported is history, because somebody has begun anew. What nobody foresaw stays in
    /// sight until a person has seen it.
    public void dismiss() {
        problem.set(Problem.NONE);
        notices.settled();
    }

    /// A failure in the layout comes back with every frame; its stack is worth the room once.
    private static void log(Problem what, Problem before) {
        boolean again = what.code().equals(before.code());
        Throwable cause = again ? null : what.cause().orElse(null);
        if (what.code().foreseen()) {
            LOG.info("{}: {}", what.code(), what.text(), cause);
        } else {
            LOG.error("{}: {}", what.code(), what.summary(), cause);
        }
    }
}
