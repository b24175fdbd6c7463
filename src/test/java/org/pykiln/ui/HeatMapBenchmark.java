package org.pykiln.ui;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.pykiln.report.ChartKind;
import org.pykiln.ui.common.PlatformScheduler;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.Toolkit;

/// How long a person waits for the heat map of 16 images and 115 datapoints, in a window that is
/// shown: from the choice of the chart to the end of the pulse that has it in the scene, with
/// styles and layout, and to the next beat, before which it was drawn. Not a test: a machine that
/// does something else would fail it.
///
/// `src/test/scripts/window-benchmark.sh HeatMapBenchmark`
final class HeatMapBenchmark extends AnimationTimer {
    private static final int WARM_UP = 20;
    private static final int MEASURED = 101;

    /// Beats until the page of the results itself is there: it is not what the heat map costs.
    private static final int SETTLED = 60;

    private final Studio studio;
    private final double[] pulses = new double[MEASURED];
    private final double[] pictures = new double[MEASURED];
    private int round;
    private int beats;
    private long chosen;
    private long laidOut;

    private HeatMapBenchmark(Stage stage) {
        studio =
                new Studio(
                        new FakeServices(Path.of("target", "heat-map-benchmark")).all(),
                        new FakeDialogs(),
                        new PlatformScheduler(),
                        Runnable::run,
                        InstantSource.system());
        studio.start();
        studio.navigation.show(Section.RESULTS);
        studio.results.open(List.of(Path.of("many")));
        Scene scene = MainWindow.scene(studio, new Themes(), 960, 900);
        scene.addPostLayoutPulseListener(
                () -> laidOut = laidOut == 0 ? System.nanoTime() : laidOut);
        stage.setScene(scene);
        stage.show();
    }

    public static void main(String[] arguments) {
        Toolkit.run(() -> new HeatMapBenchmark(new Stage()).start());
    }

    /// Beats with the forest in the scene and beats with the heat map take turns.
    @Override
    public void handle(long now) {
        boolean drawn = studio.charts.kind().get() == ChartKind.HEAT && laidOut != 0;
        if (drawn) {
            note((laidOut - chosen) / 1e6, (System.nanoTime() - chosen) / 1e6);
            studio.charts.kind().set(ChartKind.FOREST);
        } else if (studio.charts.plot().get().isPresent()
                && ++beats > SETTLED
                && studio.charts.kind().get() == ChartKind.FOREST) {
            laidOut = 0;
            chosen = System.nanoTime();
            studio.charts.kind().set(ChartKind.HEAT);
        }
    }

    private void note(double pulse, double picture) {
        if (round == 0) {
            System.out.printf("the first: pulse %.1f ms, picture %.1f ms%n", pulse, picture);
        }
        if (round >= WARM_UP) {
            pulses[round - WARM_UP] = pulse;
            pictures[round - WARM_UP] = picture;
        }
        if (++round == WARM_UP + MEASURED) {
            print("to the pulse", pulses);
            print("to the next beat", pictures);
            System.exit(0);
        }
    }

    private static void print(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                "%s: median %.1f ms, 99 %% below %.1f ms%n",
                what, millis[MEASURED / 2], millis[MEASURED * 99 / 100]);
    }
}
