package org.pykiln.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.testing.RecipeGenerator;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// How long the window takes from a turned knob to a form and a Dockerfile that are laid out again:
/// all view models, and then what one pulse does to styles and layout of a shown window. Drawing,
/// which JavaFX does on a thread of its own, is not in it. Not a test: a machine that does
/// something else would fail it.
///
/// `src/test/scripts/window-benchmark.sh FormBenchmark`
final class FormBenchmark {
    private static final int WARM_UP = 300;
    private static final int MEASURED = 500;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private final Studio studio;
    private final long[] models = new long[MEASURED];
    private final long[] layouts = new long[MEASURED];
    private final long[] both = new long[MEASURED];
    private final AtomicReference<CompletableFuture<Long>> pulsed =
            new AtomicReference<>(new CompletableFuture<>());
    private long pulse;

    private FormBenchmark() {
        ManualScheduler fx = new ManualScheduler();
        studio =
                new Studio(
                        new FakeServices(Path.of("target", "form-benchmark")).all(),
                        new FakeDialogs(),
                        fx,
                        Runnable::run,
                        InstantSource.system());
        studio.start();
        fx.run();
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        Scene scene =
                MainWindow.scene(
                        studio,
                        new Themes(),
                        Math.min(1440, room.getWidth() - 20),
                        Math.min(900, room.getHeight() - 60));
        scene.addPreLayoutPulseListener(() -> pulse = now());
        scene.addPostLayoutPulseListener(() -> pulsed.get().complete(now() - pulse));
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    public static void main(String[] arguments) throws Exception {
        AtomicReference<FormBenchmark> window = new AtomicReference<>();
        Toolkit.run(() -> window.set(new FormBenchmark()));
        window.get().measure();
        System.exit(0);
    }

    private void measure() throws InterruptedException, ExecutionException {
        List<Recipe> recipes = RecipeGenerator.recipes(7, WARM_UP + MEASURED).toList();
        List<Knob<?>> knobs = Catalogue.knobs();
        Recipe start = studio.recipes.get();
        for (int i = 0; i < recipes.size(); i++) {
            // one knob of a random recipe, the others as the preset has them
            Knob<?> knob = knobs.get(i % knobs.size());
            Recipe next = start.withText(knob, recipes.get(i).text(knob));
            int at = i - WARM_UP;
            Toolkit.run(() -> {
                pulsed.set(new CompletableFuture<>());
                long begin = now();
                studio.recipes.turnAll(next);
                if (at >= 0) {
                    models[at] = now() - begin;
                }
                Platform.requestNextPulse();
            });
            long layout = pulsed.get().get();
            if (at >= 0) {
                layouts[at] = layout;
                both[at] = models[at] + layout;
            }
        }
        System.out.printf("%d knobs%n", knobs.size());
        print("view models", models);
        print("styles, layout", layouts);
        print("both", both);
    }

    /// Time that this thread was on a CPU: what else the machine does is not in it, and neither is
    /// work of other threads, such as the compiler's and the collector's.
    private static long now() {
        return THREAD.getCurrentThreadCpuTime();
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%-16s median %.2f ms, 99 %% below %.2f ms%n",
                what, nanos[MEASURED / 2] / 1e6, nanos[MEASURED * 99 / 100] / 1e6);
    }
}
