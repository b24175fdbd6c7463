package org.pykiln.ui.shell;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.pykiln.ui.common.Problem;

/// One thing that was said, and how often.
public final class ToastViewModel {
    private final String text;
    private final Optional<Problem> problem;
    private final ReadOnlyIntegerWrapper times = new ReadOnlyIntegerWrapper(1);
    private final BooleanProperty expanded = new SimpleBooleanProperty();

    private ToastViewModel(String text, Optional<Problem> problem) {
        this.text = text;
        this.problem = problem;
    }

    static ToastViewModel of(String text) {
        return new ToastViewModel(text, Optional.empty());
    }

    static ToastViewModel of(Problem problem) {
        return new ToastViewModel(problem.summary(), Optional.of(problem));
    }

    public String text() {
        return text;
    }

    /// What went wrong; nothing where something went well.
    public Optional<Problem> problem() {
        return problem;
    }

    public ReadOnlyIntegerProperty times() {
        return times.getReadOnlyProperty();
    }

    /// `×3`, or empty for once.
    public String timesText() {
        return times.get() == 1 ? "" : "×" + times.get();
    }

    /// Whether its details are shown.
    public BooleanProperty expanded() {
        return expanded;
    }

    /// What a screen reader says.
    public String spoken() {
        String what = problem.isPresent() ? "Problem: " : "Done: ";
        return what + text + (times.get() == 1 ? "" : ", " + times.get() + " times");
    }

    boolean isForeseen() {
        return problem.isEmpty() || problem.get().code().foreseen();
    }

    /// Two with the same key say the same.
    String key() {
        return problem.map(p -> p.code() + p.text()).orElse(text);
    }

    void again() {
        times.set(times.get() + 1);
    }
}
