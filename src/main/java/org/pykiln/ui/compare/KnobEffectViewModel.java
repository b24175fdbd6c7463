package org.pykiln.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.pykiln.report.Digits;
import org.pykiln.report.KnobEffect;
import org.pykiln.report.KnobEffect.Pair;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.ResultServices;
import org.pykiln.ui.common.ResultServices.Results;

/// What one knob is worth in the results that are shown. Computed once somebody looks.
public final class KnobEffectViewModel {
    /// Two images that differ in the knob alone.
    public record Line(
            String turn,
            String baseline,
            String candidate,
            int datapoints,
            double ratio,
            String ratioText,
            double reach,
            String interval,
            String verdict) {
        private static Line of(Pair pair, Digits digits) {
            CandidateComparison candidate = pair.candidate();
            var estimate = candidate.geomean();
            return new Line(
                    pair.turn(),
                    pair.comparison().baseline(),
                    candidate.name(),
                    candidate.rows().size(),
                    estimate.ratio(),
                    digits.ratio(estimate.ratio()),
                    estimate.precision(),
                    digits.interval(estimate.interval()),
                    candidate.verdict().label());
        }
    }

    private static final String NO_RECIPES =
            "Fewer than two of these images tell recipes that differ: files of pyperf tell none. A"
                    + " session of lab or ladder does.";

    private final ResultServices services;
    private final Background background;
    private final Dialogs dialogs;
    private final NavigationViewModel navigation;
    private final ReadOnlyObjectProperty<@Nullable Results> results;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObservableList<String> knobs = FXCollections.observableArrayList();
    private final StringProperty knob = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper groups = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notes = new ReadOnlyStringWrapper("");
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private Optional<KnobEffect> effect = Optional.empty();

    public KnobEffectViewModel(
            ResultServices services,
            Background background,
            Dialogs dialogs,
            NavigationViewModel navigation,
            ReadOnlyObjectProperty<@Nullable Results> results) {
        this.services = services;
        this.background = background;
        this.dialogs = dialogs;
        this.navigation = navigation;
        this.results = results;
        results.subscribe(this::offer);
        open.subscribe(now -> look());
        knob.subscribe(now -> look());
    }

    /// Whether somebody looks.
    public BooleanProperty open() {
        return open;
    }

    /// Ids of the knobs in which the images differ.
    public ObservableList<String> knobs() {
        return knobs;
    }

    public StringProperty knob() {
        return knob;
    }

    /// How many pairs there are, and how many differ in more and are not shown.
    public ReadOnlyStringProperty sentence() {
        return sentence.getReadOnlyProperty();
    }

    /// The images by the value of the knob, a line a value.
    public ReadOnlyStringProperty groups() {
        return groups.getReadOnlyProperty();
    }

    /// What is left out, and how the numbers came about.
    public ReadOnlyStringProperty notes() {
        return notes.getReadOnlyProperty();
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    public void copyMarkdown() {
        effect.ifPresent(known -> {
            dialogs.copy(known.markdown());
            navigation.tell("Table copied");
        });
    }

    private void offer(@Nullable Results now) {
        String before = knob.get();
        knobs.setAll(now == null ? List.of() : now.knobs());
        String next = knobs.contains(before) ? before : knobs.stream().findFirst().orElse("");
        if (next.equals(knob.get())) {
            look();
        } else {
            knob.set(next);
        }
    }

    private void look() {
        clear();
        Results shown = results.get();
        if (shown == null || !open.get()) {
            return;
        }
        if (!knobs.contains(knob.get())) {
            sentence.set(NO_RECIPES);
            return;
        }
        String asked = knob.get();
        background.run(
                () -> services.effect(shown, asked),
                known -> {
                    if (isShown(shown, asked)) {
                        show(known);
                    }
                },
                problem -> {
                    if (isShown(shown, asked)) {
                        tell(problem);
                    }
                });
    }

    /// What comes late, when something else is asked already, is of no use.
    private boolean isShown(Results asked, String of) {
        return asked.equals(results.get()) && of.equals(knob.get()) && open.get();
    }

    private void clear() {
        effect = Optional.empty();
        lines.clear();
        sentence.set("");
        groups.set("");
        notes.set("");
    }

    private void tell(Problem problem) {
        sentence.set(problem.summary());
    }

    private void show(KnobEffect known) {
        effect = Optional.of(known);
        Digits digits = known.digits();
        sentence.set(known.sentence());
        groups.set(
                known.groups().stream()
                        .map(KnobEffect.Group::text)
                        .collect(Collectors.joining("\n")));
        notes.set(String.join("\n", known.notes()));
        lines.setAll(known.pairs().stream().map(pair -> Line.of(pair, digits)).toList());
    }
}
