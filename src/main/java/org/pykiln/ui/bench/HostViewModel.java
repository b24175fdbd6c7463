package org.pykiln.ui.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.pykiln.bench.BenchProblem;
import org.pykiln.bench.HostFacts;
import org.pykiln.bench.NativeOnly;
import org.pykiln.engine.EngineFacts;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.knob.ArchitectureKnob;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.JobsViewModel;
import org.pykiln.ui.common.MeasureServices;
import org.pykiln.ui.common.MeasureServices.Subject;
import org.pykiln.ui.common.MeasureServices.Subject.OfImage;
import org.pykiln.ui.common.MeasureServices.Subject.OfPreset;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.Texts;

/// What makes a session less certain, said before it starts: a noisy host, and images that the
/// engine would have to emulate. Stands in nobody's way.
public final class HostViewModel {
    private final MeasureServices services;
    private final Background background;
    private final EngineViewModel engine;
    private final JobsViewModel jobs;
    private final SessionOptionsViewModel options;
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ObservableList<String> warnings = FXCollections.observableArrayList();
    private List<String> ofHost = List.of();
    private List<Subject> picked = List.of();

    HostViewModel(
            MeasureServices services,
            Background background,
            EngineViewModel engine,
            JobsViewModel jobs,
            SessionOptionsViewModel options) {
        this.services = services;
        this.background = background;
        this.engine = engine;
        this.jobs = jobs;
        this.options = options;
        engine.executed().subscribe(now -> show());
    }

    /// The host in a few words; empty when there is no engine.
    public ReadOnlyStringProperty line() {
        return line.getReadOnlyProperty();
    }

    /// A sentence each.
    public ObservableList<String> warnings() {
        return warnings;
    }

    /// Looks at the host again, unless something runs there that looking would disturb.
    public void refresh() {
        Optional<EngineFacts> facts = engine.status().get().engine();
        if (facts.isEmpty()) {
            ofHost = List.of();
            line.set("");
            show();
        } else if (jobs.isBusy()) {
            line.set("Looked at again when no job runs: looking would disturb it.");
        } else {
            options.offer(facts.get().cpus());
            line.set("Looking at the engine's host…");
            background.run(services::host, found -> seen(facts.get(), found), this::unseen);
        }
    }

    /// What would be measured now.
    void judge(List<Subject> subjects) {
        picked = List.copyOf(subjects);
        show();
    }

    private void seen(EngineFacts facts, Optional<HostFacts> found) {
        if (found.isEmpty()) {
            ofHost = List.of();
            line.set(
                    "%s; how busy it is will be known when the engine has an image of PyKiln's."
                            .formatted(Texts.count(facts.cpus(), "CPU")));
        } else {
            HostFacts host = found.get();
            ofHost = host.warnings();
            line.set(
                    String.format(
                            Locale.ROOT,
                            "%s · load %.1f%s",
                            Texts.count(host.cpus().size(), "CPU"),
                            host.load(),
                            host.cpuModel().isEmpty() ? "" : " · " + host.cpuModel()));
            options.know(host.cpus());
        }
        show();
    }

    private void unseen(Problem problem) {
        ofHost = List.of(problem.summary());
        line.set("");
        show();
    }

    private void show() {
        List<String> all = new ArrayList<>();
        picked.forEach(subject -> refusal(subject).ifPresent(all::add));
        all.addAll(ofHost);
        if (!all.equals(warnings)) {
            warnings.setAll(all);
        }
    }

    private Optional<String> refusal(Subject subject) {
        Optional<Recipe> recipe =
                switch (subject) {
                    case OfPreset(var named) -> Optional.of(named.recipe());
                    case OfImage(var image) -> image.recipe();
                };
        Optional<EngineFacts> facts = engine.status().get().engine();
        if (recipe.isEmpty() || facts.isEmpty()) {
            return Optional.empty();
        }
        String architecture = recipe.get().get(ArchitectureKnob.ARCHITECTURE);
        return engine.executed()
                .get()
                .of(architecture)
                .flatMap(how ->
                        NativeOnly.refusal(
                                subject.name(), architecture, how, facts.get().architecture()))
                .map(BenchProblem::text);
    }
}
