package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.ui.common.FirstStep;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.WindowState;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

/// The first minute in an empty workspace.
class FirstStepsTest {
    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private FakeServices services;
    private Studio studio;

    @BeforeEach
    void services() {
        services = new FakeServices(folder);
        services.isNew = true;
        open();
    }

    private void open() {
        studio =
                new Studio(
                        services.all(),
                        new FakeDialogs(),
                        fx,
                        Runnable::run,
                        InstantSource.fixed(Instant.parse("2026-11-23T14:02:00Z")));
        studio.start();
        studio.shell.show(WindowState.FIRST.section());
        fx.run();
    }

    @Test
    void aNewcomerSeesPublishedResultsAndAPresetThatIsReadyToBuild() {
        assertThat(studio.navigation.section().get()).isEqualTo(Section.RESULTS);
        assertThat(studio.results.published()).isPresent();
        assertThat(studio.results.hasVerdict()).isFalse();
        assertThat(studio.table.lines()).isNotEmpty();
        assertThat(studio.recipes.source().get().name()).isEqualTo("quick");
        assertThat(studio.recipes.hasErrors().get()).isFalse();
        assertThat(studio.firstSteps.visible().get()).isTrue();
        assertThat(studio.firstSteps.taken()).isEmpty();
    }

    @Test
    void theStepsAreTickedOffAndGoneAtTheEnd() {
        studio.recipes.open(
                studio.presets.presets().stream()
                        .filter(preset -> preset.name().equals("debian-o3"))
                        .findFirst()
                        .orElseThrow());
        studio.firstSteps.go(FirstStep.BUILD);
        fx.run();
        assertThat(services.calls).containsExactly("build quick");
        assertThat(studio.firstSteps.taken()).containsExactly(FirstStep.BUILD);
        assertThat(studio.firstSteps.visible().get()).isTrue();

        studio.firstSteps.go(FirstStep.MEASURE);
        fx.run();
        assertThat(studio.navigation.section().get()).isEqualTo(Section.MEASURE);
        studio.measure.subjects().get(2).picked().set(true);
        studio.measure.start();
        fx.run();
        assertThat(studio.navigation.section().get()).isEqualTo(Section.RESULTS);
        assertThat(services.steps).containsExactly(FirstStep.values());
        assertThat(studio.firstSteps.visible().get()).isFalse();
        open();
        assertThat(studio.firstSteps.visible().get()).isFalse();
    }

    @Test
    void theyAreSeenWhereTheyAreTakenAndGoWhenNobodyWantsThem() {
        studio.navigation.show(Section.CONFIGURE);
        assertThat(studio.firstSteps.visible().get()).isFalse();
        studio.navigation.show(Section.BUILDS);
        assertThat(studio.firstSteps.visible().get()).isTrue();
        studio.firstSteps.dismiss();
        assertThat(studio.firstSteps.visible().get()).isFalse();
        open();
        assertThat(studio.firstSteps.visible().get()).isFalse();
    }

    @Test
    void whatWasBuiltAndMeasuredBeforeCounts() {
        studio.firstSteps.go(FirstStep.BUILD);
        fx.run();
        services.steps.clear();
        services.isNew = false;
        open();
        assertThat(services.steps).containsExactly(FirstStep.values());
    }

    @Test
    void aSessionTakesThePlaceOfPublishedResultsUnlessSomebodyAskedForThose() {
        services.isNew = false;
        studio.shell.show(Section.RESULTS);
        fx.run();
        assertThat(studio.results.published()).isEmpty();
        studio.results.open(studio.results.references().getFirst().sources());
        fx.run();
        studio.shell.show(Section.RESULTS);
        fx.run();
        assertThat(studio.results.published()).isPresent();
        studio.results.open(List.of(Path.of("three")));
        fx.run();
        assertThat(studio.results.title()).isEqualTo("session of three");
    }
}
