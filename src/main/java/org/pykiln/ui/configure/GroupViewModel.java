package org.pykiln.ui.configure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Severity;
import org.pykiln.ui.common.Texts;

/// A heading of the form and the knobs under it, which can be folded away. While somebody searches,
/// nothing that is found stays folded.
public final class GroupViewModel {
    private final Group group;
    private final List<KnobViewModel> knobs;
    private final BooleanProperty folded = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Severity>> worst =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    GroupViewModel(Group group, List<KnobViewModel> knobs) {
        this.group = group;
        this.knobs = List.copyOf(knobs);
    }

    public Group group() {
        return group;
    }

    public List<KnobViewModel> knobs() {
        return knobs;
    }

    public BooleanProperty folded() {
        return folded;
    }

    /// Whether search and filter leave any knob of it.
    public ReadOnlyBooleanProperty shown() {
        return shown.getReadOnlyProperty();
    }

    /// What a folded heading must not hide: `7 knobs, 2 changed, 1 error`.
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /// Of the findings of its knobs; advice does not count.
    public ReadOnlyObjectProperty<Optional<Severity>> worst() {
        return worst.getReadOnlyProperty();
    }

    /// @param filtering whether somebody searches or filters
    void refresh(boolean filtering) {
        knobs.forEach(knob -> knob.shown().set(knob.isFound() && (filtering || !folded.get())));
        shown.set(knobs.stream().anyMatch(KnobViewModel::isFound));
        List<String> parts = new ArrayList<>();
        parts.add(Texts.count(knobs.size(), "knob"));
        long changed = knobs.stream().filter(knob -> knob.changed().get()).count();
        if (changed > 0) {
            parts.add(changed + " changed");
        }
        worst.set(Optional.empty());
        for (Severity severity : List.of(Severity.WARNING, Severity.ERROR)) {
            long count = findings(severity);
            if (count > 0) {
                worst.set(Optional.of(severity));
                parts.add(Texts.count(count, severity.word()));
            }
        }
        summary.set(String.join(", ", parts));
    }

    private long findings(Severity severity) {
        return knobs.stream()
                .flatMap(knob -> knob.ownFindings().stream())
                .map(Finding::severity)
                .filter(severity::equals)
                .count();
    }
}
