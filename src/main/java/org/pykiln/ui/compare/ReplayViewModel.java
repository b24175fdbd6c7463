package org.pykiln.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.pykiln.report.Replay;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Row;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.ResultServices;
import org.pykiln.ui.common.ResultServices.Reference;
import org.pykiln.ui.common.ResultServices.Results;

/// The published table that PyKiln starts from, beside the results that are shown.
public final class ReplayViewModel {
    /// One row: a benchmark, or the geometric mean over those that both have.
    public record Line(
            String candidate,
            String name,
            String published,
            String here,
            String interval,
            String verdict) {}

    private final ResultServices services;
    private final Background background;
    private final ReadOnlyObjectProperty<@Nullable Results> results;
    private final Reference reference;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ObservableList<Line> lines = FXCollections.observableArrayList();

    public ReplayViewModel(
            ResultServices services,
            Background background,
            ReadOnlyObjectProperty<@Nullable Results> results) {
        this.services = services;
        this.background = background;
        this.results = results;
        this.reference = services.references().getFirst();
        results.subscribe(this::look);
        open.subscribe(now -> look());
    }

    public String title() {
        return "Beside: " + reference.name();
    }

    /// Whether a person wants to see it; nothing is read before.
    public BooleanProperty open() {
        return open;
    }

    /// Whether there is something to put it beside.
    public ReadOnlyBooleanProperty offered() {
        return offered.getReadOnlyProperty();
    }

    /// What it says in sentences, or why it says nothing.
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    private void look() {
        Results shown = results.get();
        offered.set(
                shown != null
                        && !shown.comparison().candidates().isEmpty()
                        && !shown.sources().equals(reference.sources()));
        lines.clear();
        text.set("");
        if (shown != null && offered.get() && open.get()) {
            background.run(
                    () -> services.replay(shown, reference),
                    replay -> show(shown, replay),
                    problem -> tell(shown, problem));
        }
    }

    /// What comes late, when something else is shown already, is of no use.
    private boolean isShown(Results asked) {
        return asked.equals(results.get()) && open.get();
    }

    private void tell(Results asked, Problem problem) {
        if (isShown(asked)) {
            text.set(problem.summary());
        }
    }

    private void show(Results asked, Replay replay) {
        if (isShown(asked)) {
            List<CandidateComparison> candidates = replay.own().candidates();
            lines.setAll(candidates.stream().flatMap(one -> lines(replay, one)).toList());
            List<String> sentences = new ArrayList<>();
            for (CandidateComparison candidate : candidates) {
                sentences.add(replay.sentence(candidate) + " " + replay.agreement(candidate));
            }
            sentences.addAll(replay.cautions());
            text.set(String.join("\n", sentences));
        }
    }

    private static Stream<Line> lines(Replay replay, CandidateComparison candidate) {
        Stream<Line> rows =
                candidate.rows().stream().map(row -> line(replay, candidate.name(), row));
        Line total =
                line(
                        candidate.name(),
                        "geometric mean",
                        replay.publishedGeomean(candidate),
                        candidate.geomean(),
                        candidate.verdict().label());
        return Stream.concat(rows, Stream.of(total));
    }

    private static Line line(Replay replay, String candidate, Row row) {
        return line(
                candidate,
                row.name(),
                replay.published(row).ratio(),
                row.estimate(),
                row.verdict().label());
    }

    private static Line line(
            String candidate, String name, double published, RatioEstimate own, String verdict) {
        var interval = own.interval();
        return new Line(
                candidate,
                name,
                String.format(Locale.ROOT, "%.3fx", published),
                String.format(Locale.ROOT, "%.3fx", own.ratio()),
                interval == null
                        ? "—"
                        : String.format(
                                Locale.ROOT, "%.3f – %.3f", interval.low(), interval.high()),
                verdict);
    }
}
