package org.pykiln.ui.shell;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.pykiln.ui.common.FirstStep;
import org.pykiln.ui.common.FirstStepMemory;
import org.pykiln.ui.common.ImageServices.BuiltImage;
import org.pykiln.ui.common.JobsViewModel;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Section;

/// Three steps from an empty workspace to a verdict, ticked off as they are taken and gone when all
/// of them are, or when somebody does not want them.
public final class FirstStepsViewModel {
    private static final Set<Section> PLACES =
            EnumSet.of(Section.BUILDS, Section.MEASURE, Section.RESULTS);

    private final FirstStepMemory memory;
    private final JobsViewModel jobs;
    private final Map<FirstStep, Runnable> ways;
    private final ObservableSet<FirstStep> taken = FXCollections.observableSet();
    private final ReadOnlyBooleanWrapper visible = new ReadOnlyBooleanWrapper();

    /// @param ways what leads to each step
    public FirstStepsViewModel(
            FirstStepMemory memory,
            JobsViewModel jobs,
            NavigationViewModel navigation,
            Map<FirstStep, Runnable> ways) {
        this.memory = memory;
        this.jobs = jobs;
        this.ways = Map.copyOf(ways);
        taken.addAll(memory.taken());
        BooleanBinding wanted =
                Bindings.createBooleanBinding(
                        () ->
                                taken.size() < FirstStep.values().length
                                        && PLACES.contains(navigation.section().get()),
                        taken,
                        navigation.section());
        visible.bind(wanted);
        jobs.unfinished().subscribe(now -> look());
        jobs.current().subscribe(now -> look());
    }

    /// Whether there is one left to take, where one can be taken.
    public ReadOnlyBooleanProperty visible() {
        return visible.getReadOnlyProperty();
    }

    public ObservableSet<FirstStep> taken() {
        return taken;
    }

    /// Does the step, or leads to where it is done.
    public void go(FirstStep step) {
        ways.getOrDefault(step, () -> {}).run();
    }

    public void take(FirstStep step) {
        if (taken.add(step)) {
            memory.keep(Set.copyOf(taken));
        }
    }

    public void dismiss() {
        for (FirstStep step : FirstStep.values()) {
            take(step);
        }
    }

    /// A build leaves an image, a session its folder.
    private void look() {
        jobs.jobs().forEach(job -> job.job().result().ifPresent(this::look));
    }

    private void look(Object result) {
        if (result instanceof BuiltImage) {
            take(FirstStep.BUILD);
        } else if (result instanceof Path) {
            take(FirstStep.MEASURE);
        }
    }
}
