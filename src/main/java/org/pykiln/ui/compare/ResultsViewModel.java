package org.pykiln.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Summary;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.LatestCall;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.ResultServices;
import org.pykiln.ui.common.ResultServices.Reference;
import org.pykiln.ui.common.ResultServices.Results;
import org.pykiln.workspace.FileStem;

/// What came of measuring: where it comes from, what it says, and what has to be known of it.
public final class ResultsViewModel {
    private final ResultServices services;
    private final Background background;
    private final LatestCall loading;
    private final Dialogs dialogs;
    private final NavigationViewModel navigation;
    private final ReadOnlyObjectWrapper<@Nullable Results> results = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final StringProperty baseline = new SimpleStringProperty("");
    private final BooleanProperty unfolded = new SimpleBooleanProperty();
    private final ObservableList<ImageLine> images = FXCollections.observableArrayList();
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private boolean showing;

    /// Whether what is shown only stands in for a session that does not exist yet.
    private boolean unasked;

    private boolean growing;

    private final ObservableList<String> warnings = FXCollections.observableArrayList();

    public ResultsViewModel(
            ResultServices services,
            Background background,
            Dialogs dialogs,
            NavigationViewModel navigation) {
        this.services = services;
        this.background = background;
        this.loading = new LatestCall(background);
        this.dialogs = dialogs;
        this.navigation = navigation;
        baseline.subscribe(now -> rebase());
    }

    /// Null before anything was opened.
    public ReadOnlyObjectProperty<@Nullable Results> results() {
        return results.getReadOnlyProperty();
    }

    /// One a candidate.
    public ReadOnlyStringProperty sentence() {
        return sentence.getReadOnlyProperty();
    }

    /// Name of the image that the others are compared with; may be set to any other.
    public StringProperty baseline() {
        return baseline;
    }

    /// Whether all sentences and warnings are shown, also where they are many.
    public BooleanProperty unfolded() {
        return unfolded;
    }

    /// What is known of each image beside its times.
    public ObservableList<ImageLine> images() {
        return images;
    }

    public ObservableList<String> warnings() {
        return warnings;
    }

    /// Session folders that can be opened again, the newest first.
    public ObservableList<Path> recent() {
        return recent;
    }

    /// Looks again for sessions that can be opened, and opens the newest when nothing is shown yet;
    /// where there is none, results of reference, so that one sees what results look like.
    public void refresh() {
        background.run(services::recentSessions, this::offer, navigation::report);
    }

    private void offer(List<Path> sessions) {
        recent.setAll(sessions);
        if (!sessions.isEmpty() && (results.get() == null || unasked)) {
            open(List.of(sessions.getFirst()));
        } else if (results.get() == null && !references().isEmpty()) {
            unasked = true;
            load(references().getFirst().sources(), Optional.empty());
        }
    }

    /// Where the shown results were published; nothing when they were measured.
    public Optional<Reference> published() {
        Results shown = results.get();
        return shown == null
                ? Optional.empty()
                : references().stream()
                        .filter(one -> one.sources().equals(shown.sources()))
                        .findFirst();
    }

    /// Whether images that were measured are shown against each other.
    public boolean hasVerdict() {
        Results shown = results.get();
        return shown != null
                && !growing
                && published().isEmpty()
                && !shown.comparison().candidates().isEmpty();
    }

    public List<Reference> references() {
        return services.references();
    }

    public void open(List<Path> sources) {
        unasked = false;
        load(sources, Optional.empty());
    }

    public void openSession() {
        dialogs.chooseFolder("Open a session", Optional.empty())
                .ifPresent(folder -> open(List.of(folder)));
    }

    public void openFiles() {
        List<Path> files = dialogs.openFiles("Open pyperf files", Dialogs.Kind.RESULTS);
        if (!files.isEmpty()) {
            open(files);
        }
    }

    /// Name of the image that stands alone, and waits for something to be compared with.
    public Optional<String> alone() {
        return Optional.<Results>ofNullable(results.get())
                .filter(shown -> shown.images().size() == 1)
                .map(shown -> shown.images().getFirst());
    }

    /// Opens what was dropped or pasted, the first as the baseline. One image that stands alone,
    /// and waits for something to be compared with, keeps its place before it.
    public void take(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        List<Path> all = new ArrayList<>();
        if (results.get() instanceof Results shown && alone().isPresent()) {
            all.addAll(shown.sources());
        }
        files.stream().filter(file -> !all.contains(file)).forEach(all::add);
        open(all);
    }

    /// Opens what is on the clipboard: files, or the text of a pyperf file.
    public void paste() {
        List<Path> files = dialogs.copiedFiles();
        String text = dialogs.copied();
        if (!files.isEmpty()) {
            take(files);
        } else if (text.isBlank()) {
            navigation.report(
                    Problem.of(
                            "There is nothing to compare on the clipboard; expected files, or the"
                                    + " text of a pyperf file."));
        } else {
            background.run(
                    () -> services.keepPasted(text),
                    file -> take(List.of(file)),
                    navigation::report);
        }
    }

    public void openBundle() {
        dialogs.openFile("Open a bundle", Dialogs.Kind.BUNDLE)
                .ifPresent(file -> open(List.of(file)));
    }

    public void writeBundle() {
        Results shown = results.get();
        if (shown == null) {
            return;
        }
        String name = FileStem.of(shown.title(), "results") + ".zip";
        dialogs.saveFile("Save the bundle", Dialogs.Kind.BUNDLE, name)
                .ifPresent(file ->
                        background.run(
                                () -> services.writeBundle(shown, file),
                                removed ->
                                        navigation.tell(
                                                "Bundle written to "
                                                        + file
                                                        + (removed.isEmpty()
                                                                ? ""
                                                                : "; removed: "
                                                                        + String.join(
                                                                                "; ", removed))),
                                navigation::report));
    }

    public void writeReport() {
        Results shown = results.get();
        if (shown == null) {
            return;
        }
        dialogs.saveFile("Save the report", Dialogs.Kind.REPORT, "report.html")
                .ifPresent(file ->
                        background.run(
                                () -> {
                                    services.writeReport(shown, file);
                                    return file;
                                },
                                written -> navigation.tell("Report written to " + written),
                                navigation::report));
    }

    private void rebase() {
        Results shown = results.get();
        if (!showing
                && shown != null
                && shown.images().contains(baseline.get())
                && !shown.comparison().baseline().equals(baseline.get())) {
            load(shown.sources(), Optional.of(baseline.get()));
        }
    }

    private void load(List<Path> sources, Optional<String> against) {
        loading.run(() -> services.results(sources, against), this::show, navigation::report);
    }

    /// What the results are called, and whether they still grow.
    public String title() {
        Results shown = results.get();
        return shown == null ? "" : shown.title() + (growing ? " · being measured" : "");
    }

    /// The baseline that somebody chose for these sources; empty for their first.
    Optional<String> wantedBaseline(List<Path> sources) {
        Results shown = results.get();
        return shown != null && shown.sources().equals(sources)
                ? Optional.of(shown.comparison().baseline())
                : Optional.empty();
    }

    /// Shows what a session has so far.
    void grow(Results soFar) {
        if (!soFar.equals(results.get())) {
            growing = true;
            put(soFar);
        }
    }

    private void show(Results loaded) {
        navigation.dismiss();
        growing = false;
        put(loaded);
    }

    private void put(Results loaded) {
        Comparison comparison = loaded.comparison();
        sentence.set(
                comparison.candidates().isEmpty()
                        ? "%s has been measured alone; open, drop or paste another to compare it with."
                                .formatted(comparison.baseline())
                        : String.join("\n", Summary.all(comparison)));
        images.setAll(ImageLine.of(loaded));
        warnings.setAll(loaded.warnings());
        comparison.candidates().stream()
                .filter(candidate -> !candidate.unmatched().isEmpty())
                .forEach(candidate ->
                        warnings.add(
                                "Left out, because only one of the two images has it: "
                                        + String.join(", ", candidate.unmatched())));
        showing = true;
        baseline.set(comparison.baseline());
        results.set(loaded);
        showing = false;
    }
}
