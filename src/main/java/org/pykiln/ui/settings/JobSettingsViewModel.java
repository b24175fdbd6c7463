package org.pykiln.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.pykiln.bench.BenchException;
import org.pykiln.bench.Limits;
import org.pykiln.engine.EngineFacts;
import org.pykiln.settings.Settings;
import org.pykiln.ui.common.EngineViewModel;

/// How many builds the history keeps, and on which CPUs builds and sessions run. What is typed is
/// taken as soon as nothing is wrong with it.
public final class JobSettingsViewModel {
    private final Consumer<UnaryOperator<Settings>> keep;
    private final EngineViewModel engine;
    private final Field builds;
    private final Field buildCpus;
    private final Field measureCpus;
    private final ReadOnlyObjectWrapper<Optional<String>> measuring;

    /// What a person types, and what is wrong with it; empty when nothing is.
    public record Field(StringProperty text, ReadOnlyStringWrapper problem) {
        private Field(String text) {
            this(new SimpleStringProperty(text), new ReadOnlyStringWrapper(""));
        }

        public ReadOnlyStringProperty complaint() {
            return problem.getReadOnlyProperty();
        }

        private String typed() {
            return text.get() == null ? "" : text.get();
        }
    }

    /// @param keep changes the settings
    JobSettingsViewModel(
            Settings kept, Consumer<UnaryOperator<Settings>> keep, EngineViewModel engine) {
        this.keep = keep;
        this.engine = engine;
        builds = new Field(Integer.toString(kept.builds()));
        buildCpus = new Field(kept.buildCpus().orElse(""));
        measureCpus = new Field(kept.measureCpus().orElse(""));
        measuring = new ReadOnlyObjectWrapper<>(kept.measureCpus());
        builds.text().addListener((of, before, now) -> takeBuilds());
        buildCpus.text().addListener((of, before, now) -> takeBuildCpus());
        measureCpus.text().addListener((of, before, now) -> takeMeasureCpus());
        engine.status()
                .subscribe(found -> {
                    cpus(buildCpus);
                    cpus(measureCpus);
                });
    }

    public Field builds() {
        return builds;
    }

    /// Blank for all.
    public Field buildCpus() {
        return buildCpus;
    }

    /// Blank for the last one.
    public Field measureCpus() {
        return measureCpus;
    }

    /// The CPUs that are proposed for a new session; nothing for the last one.
    public ReadOnlyObjectProperty<Optional<String>> measuring() {
        return measuring.getReadOnlyProperty();
    }

    private void takeBuilds() {
        String expected =
                "Expected a whole number from %d to %d"
                        .formatted(Settings.LEAST_BUILDS, Settings.MOST_BUILDS);
        try {
            int number = Integer.parseInt(builds.typed().strip());
            int nearest = Math.clamp(number, Settings.LEAST_BUILDS, Settings.MOST_BUILDS);
            builds.problem().set(number == nearest ? "" : expected + "; nearest: " + nearest);
            if (number == nearest) {
                keep.accept(now -> now.withBuilds(number));
            }
        } catch (NumberFormatException noNumber) {
            builds.problem().set(expected);
        }
    }

    private void takeBuildCpus() {
        Optional<String> cpus = cpus(buildCpus);
        if (buildCpus.complaint().get().isEmpty()) {
            keep.accept(now -> now.withBuildCpus(cpus));
        }
    }

    private void takeMeasureCpus() {
        Optional<String> cpus = cpus(measureCpus);
        if (measureCpus.complaint().get().isEmpty()) {
            measuring.set(cpus);
            keep.accept(now -> now.withMeasureCpus(cpus));
        }
    }

    /// Says what is wrong with them.
    private Optional<String> cpus(Field field) {
        try {
            Limits limits = new Limits(Limits.cpuset("The CPUs", field.typed()), 0);
            field.problem().set(limits.unmet(host()));
            return limits.cpuset();
        } catch (BenchException notAList) {
            field.problem().set(notAList.problem().message());
            return Optional.empty();
        }
    }

    /// CPUs of the engine's host; none where they are not known.
    private List<Integer> host() {
        int cpus = engine.status().get().engine().map(EngineFacts::cpus).orElse(0);
        return IntStream.range(0, cpus).boxed().toList();
    }
}
