package org.pykiln.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.pykiln.report.CsvTable;
import org.pykiln.report.MarkdownReport;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Summary;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.ImageServices.Proven;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.ResultServices;
import org.pykiln.ui.common.ResultServices.Reference;
import org.pykiln.ui.common.ResultServices.Results;
import org.pykiln.ui.common.Texts;

/// What came of measuring: sentences, rows, proofs and warnings.
public final class ResultsViewModel {
    /// What is known of one image beside its times.
    ///
    /// @param good null when nothing is known
    public record ImageFact(String name, String text, @Nullable Boolean good) {}

    private final ResultServices services;
    private final Background background;
    private final Dialogs dialogs;
    private final NavigationViewModel navigation;
    private final ReadOnlyObjectWrapper<@Nullable Results> results = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final StringProperty baseline = new SimpleStringProperty("");
    private final ObservableList<ResultLine> lines = FXCollections.observableArrayList();
    private final ObservableList<ImageFact> images = FXCollections.observableArrayList();
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

    /// Rows of all candidates, each candidate's geometric mean last.
    public ObservableList<ResultLine> lines() {
        return lines;
    }

    public ObservableList<ImageFact> images() {
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

    public void openBundle() {
        dialogs.openFile("Open a bundle", Dialogs.Kind.BUNDLE)
                .ifPresent(file -> open(List.of(file)));
    }

    public void writeBundle() {
        Results shown = results.get();
        if (shown == null) {
            return;
        }
        String name = shown.title().replaceAll("[^A-Za-z0-9._+=-]+", "-") + ".zip";
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

    public void copyMarkdown() {
        copy(MarkdownReport::table);
    }

    public void copyCsv() {
        copy(CsvTable::of);
    }

    private void copy(Function<Comparison, String> form) {
        Results shown = results.get();
        if (shown != null) {
            dialogs.copy(form.apply(shown.comparison()));
            navigation.tell("Table copied");
        }
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
        background.run(() -> services.results(sources, against), this::show, navigation::report);
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
                        ? "%s has been measured alone; open another to compare it with."
                                .formatted(comparison.baseline())
                        : String.join(
                                "\n",
                                comparison.candidates().stream()
                                        .map(candidate -> Summary.of(comparison, candidate))
                                        .toList()));
        List<ResultLine> all = new ArrayList<>();
        comparison.candidates().forEach(candidate -> all.addAll(ResultLine.of(candidate)));
        lines.setAll(all);
        images.setAll(loaded.images().stream().map(name -> fact(loaded, name)).toList());
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

    private static ImageFact fact(Results results, String name) {
        List<Proven> proofs = results.proofs().getOrDefault(name, List.of());
        if (proofs.isEmpty()) {
            return new ImageFact(name, "no proofs known", null);
        }
        long holding = proofs.stream().filter(Proven::holds).count();
        return new ImageFact(name, Texts.proofs(holding, proofs.size()), holding == proofs.size());
    }
}
