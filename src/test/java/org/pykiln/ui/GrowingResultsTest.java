package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// Results are shown anew every two seconds while a session runs, for hours.
class GrowingResultsTest {
    @TempDir Path folder;

    @Test
    void whatWasShownBeforeIsLetGo() {
        Toolkit.run(() -> {
            ManualScheduler fx = new ManualScheduler();
            Studio studio =
                    new Studio(
                            new FakeServices(folder).all(),
                            new FakeDialogs(),
                            fx,
                            Runnable::run,
                            InstantSource.system());
            studio.navigation.show(Section.RESULTS);
            Scene scene = MainWindow.scene(studio, new Themes(), 960, 640);
            for (int i = 0; i < 10; i++) {
                studio.results.open(List.of(Path.of(i % 2 == 0 ? "three" : "two")));
                fx.run();
            }
            scene.getRoot().applyCss();
            ToggleButton forest = (ToggleButton) scene.lookup("#chart-forest");
            assertThat(forest.getToggleGroup().getToggles())
                    .hasSameSizeAs(studio.charts.kinds())
                    .contains(forest);
        });
    }
}
