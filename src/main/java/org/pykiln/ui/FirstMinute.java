package org.pykiln.ui;

import java.util.Map;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.FirstStep;
import org.pykiln.ui.common.FirstStepMemory;
import org.pykiln.ui.common.ImageServices;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.shell.FirstStepsViewModel;

/// What each of the first steps does, and by what one sees that it was taken.
final class FirstMinute {
    /// The preset to begin with.
    private static final String QUICK = "quick";

    private final Studio studio;
    private final FirstStepsViewModel steps;

    private FirstMinute(Studio studio, FirstStepMemory memory) {
        this.studio = studio;
        this.steps =
                new FirstStepsViewModel(
                        memory,
                        studio.jobs,
                        studio.navigation,
                        Map.of(
                                FirstStep.BUILD, this::buildQuick,
                                FirstStep.MEASURE, studio.measure::open,
                                FirstStep.READ, studio::openResults));
    }

    static FirstStepsViewModel of(
            Studio studio, FirstStepMemory memory, ImageServices images, Background background) {
        FirstMinute minute = new FirstMinute(studio, memory);
        minute.follow(images, background);
        return minute.steps;
    }

    private void buildQuick() {
        studio.presets.presets().stream()
                .filter(preset -> preset.name().equals(QUICK))
                .findFirst()
                .ifPresent(quick ->
                        studio.presets.guarded(() -> {
                            studio.recipes.open(quick);
                            studio.builds.build();
                        }));
    }

    /// What was built and measured before this window was opened counts as well.
    private void follow(ImageServices images, Background background) {
        studio.engine
                .status()
                .subscribe(status -> {
                    if (status.isUsable() && !steps.taken().contains(FirstStep.BUILD)) {
                        background.run(
                                images::images,
                                found -> takeIf(!found.isEmpty(), FirstStep.BUILD),
                                // whoever needs the images says so
                                unknown -> {});
                    }
                });
        studio.results
                .recent()
                .subscribe(() -> takeIf(!studio.results.recent().isEmpty(), FirstStep.MEASURE));
        studio.results.results().subscribe(now -> read());
        studio.navigation.section().subscribe(now -> read());
    }

    private void read() {
        takeIf(
                studio.navigation.section().get() == Section.RESULTS && studio.results.hasVerdict(),
                FirstStep.READ);
    }

    private void takeIf(boolean seen, FirstStep step) {
        if (seen) {
            steps.take(step);
        }
    }
}
