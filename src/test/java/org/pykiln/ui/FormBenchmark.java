package org.pykiln.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Scene;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.testing.RecipeGenerator;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// How long the window takes from a turned knob to a form and a Dockerfile that are laid out again:
/// all view models, and then styles and layout of all nodes. Drawing, which JavaFX does on a thread
/// of its own, is not in it. Not a test: a machine that does something else would fail it.
///
/// `mvn -q test-compile`, then with the same JavaFX options as the tests
/// `org.pykiln.ui.FormBenchmark`.
final class FormBenchmark {
    private static final int WARM_UP = 300;
    private static final int MEASURED = 500;

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private final Studio studio;
    private final Scene scene;
    private final long[] models = new long[MEASURED];
    private final long[] layouts = new long[MEASURED];
    private final long[] both = new long[MEASURED];

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
        scene = MainWindow.scene(studio, new Themes(), 1440, 900);
        layout();
    }

    public static void main(String[] arguments) {
        Toolkit.run(() -> new FormBenchmark().measure());
        System.exit(0);
    }

    private void measure() {
        List<Recipe> recipes = RecipeGenerator.recipes(7, WARM_UP + MEASURED).toList();
        Recipe start = studio.recipes.get();
        for (int i = 0; i < recipes.size(); i++) {
            // one knob of a random recipe, the others as the preset has them
            var knob = Catalogue.knobs().get(i % Catalogue.knobs().size());
            Recipe next = start.withText(knob, recipes.get(i).text(knob));
            long begin = now();
            studio.recipes.turnAll(next);
            long middle = now();
            layout();
            if (i >= WARM_UP) {
                models[i - WARM_UP] = middle - begin;
                layouts[i - WARM_UP] = now() - middle;
                both[i - WARM_UP] = models[i - WARM_UP] + layouts[i - WARM_UP];
            }
        }
        System.out.printf("%d knobs%n", Catalogue.knobs().size());
        print("view models", models);
        print("styles, layout", layouts);
        print("both", both);
    }

    /// Time that this thread was on a CPU: what else the machine does is not in it, and neither is
    /// work of other threads, such as the compiler's and the collector's.
    private static long now() {
        return THREAD.getCurrentThreadCpuTime();
    }

    private void layout() {
        scene.getRoot().resize(1440, 900);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%-16s median %.2f ms, 99 %% below %.2f ms%n",
                what, nanos[MEASURED / 2] / 1e6, nanos[MEASURED * 99 / 100] / 1e6);
    }
}
