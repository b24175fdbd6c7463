package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.Faults;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// In the smallest and in the usual window, drawn smaller and larger: nothing is cut that stands
/// nowhere whole, nothing is out of reach, nothing lies on its neighbour.
class EverySizeTest {
    private static final List<Integer> ZOOMS = List.of(75, 100, 150, 200);

    /// As many and as long as there can be; there is no room beside them where there is little.
    private static final String PROBLEMS = "PROBLEMS";

    private static final List<Integer> FEW_ZOOMS = List.of(100, 200);

    /// Bars come and go with what has room, which takes another pass.
    private static final int PASSES = 3;

    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();

    private record Size(double width, double height, int zoom) {
        @Override
        public String toString() {
            return "%.0f × %.0f at %d %%".formatted(width, height, zoom);
        }
    }

    @ParameterizedTest
    @EnumSource(PastWork.class)
    void everythingCanBeReadAndReached(PastWork past) {
        Map<String, Set<String>> faults = new TreeMap<>();
        Toolkit.run(() -> {
            Studio studio = past.studio(folder, fx);
            Parent root = MainWindow.scene(studio, new Themes(), 1440, 900).getRoot();
            visits(studio, root, past)
                    .forEach((what, visit) -> {
                        visit.run();
                        studio.toasts.told("Built quick in 4:31 — " + what);
                        for (Size size : sizes(past == PastWork.FULL && isSection(what))) {
                            layOut(studio, root, size);
                            Set<String> found = Faults.of(root);
                            if (!what.equals(PROBLEMS)) {
                                found.addAll(covered(root));
                            }
                            for (String fault : found) {
                                faults.computeIfAbsent(what + " " + fault, where -> new TreeSet<>())
                                        .add(size.toString());
                            }
                        }
                    });
        });
        assertThat(faults.entrySet()).map(e -> e.getKey() + " — " + e.getValue()).isEmpty();
    }

    /// What is said leaves the main action of the section free.
    private static List<String> covered(Parent root) {
        Bounds said = inScene(root.lookup("#corner"));
        return root.lookup("#content").lookupAll(".accent").stream()
                .filter(node -> node instanceof Button && isShown(node))
                .filter(node -> inScene(node).intersects(said))
                .map(node -> "covered by what is said: " + node)
                .toList();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static boolean isSection(String what) {
        return Stream.of(Section.values()).map(Section::name).anyMatch(what::equals);
    }

    /// From roomy to narrow, so that styles seldom change. What is like a section in most is looked
    /// at in fewer sizes.
    private static List<Size> sizes(boolean all) {
        return (all ? ZOOMS : FEW_ZOOMS)
                .stream()
                        .flatMap(zoom ->
                                Stream.of(
                                        new Size(
                                                MainWindow.LEAST_WIDTH,
                                                MainWindow.LEAST_HEIGHT,
                                                zoom),
                                        new Size(1440, 900, zoom)))
                        .sorted(Comparator.comparingDouble(size -> size.zoom / size.width))
                        .toList();
    }

    private void layOut(Studio studio, Parent root, Size size) {
        studio.zoom.set(size.zoom);
        root.resize(size.width, size.height);
        for (int pass = 0; pass < PASSES; pass++) {
            fx.run();
            root.applyCss();
            root.layout();
        }
    }

    private static Map<String, Runnable> visits(Studio studio, Parent root, PastWork past) {
        Map<String, Runnable> visits = new LinkedHashMap<>();
        for (Section section : Section.values()) {
            visits.put(section.name(), () -> studio.shell.show(section));
        }
        if (past == PastWork.FULL) {
            visits.putAll(pages(studio, root));
        }
        return visits;
    }

    private static Map<String, Runnable> pages(Studio studio, Parent root) {
        Map<String, Runnable> pages = new LinkedHashMap<>();
        pages.put(
                "CONFIGURE find",
                () -> {
                    studio.shell.show(Section.CONFIGURE);
                    studio.preview.find().ask();
                });
        pages.put("CONFIGURE diff", () -> studio.preview.diff().toggle());
        pages.put(
                "BUILDS layers",
                () -> {
                    studio.shell.show(Section.BUILDS);
                    studio.builds.showLayers();
                });
        for (int tab = 0; tab < 4; tab++) {
            int at = tab;
            pages.put(
                    "RESULTS tab " + tab,
                    () -> {
                        studio.shell.show(Section.RESULTS);
                        if (root.lookup("#parts") instanceof TabPane parts) {
                            parts.getSelectionModel().select(at);
                        }
                    });
        }
        pages.put(
                "PRESETS edit",
                () -> {
                    studio.shell.show(Section.PRESETS);
                    studio.presetPage.list().current().ifPresent(studio.presetPage.edit()::begin);
                });
        pages.put(
                PROBLEMS,
                () -> {
                    for (int i = 0; i < 3; i++) {
                        studio.toasts.reported(
                                new Problem(
                                                "The build of quick failed in step " + i,
                                                "make\n".repeat(20),
                                                "df")
                                        .offering(new Command("Look for engines again", () -> {})));
                    }
                    studio.toasts.shown().forEach(said -> said.expanded().set(true));
                });
        pages.put("NO PROBLEMS", studio.toasts::dismissAll);
        pages.put("JOBS", () -> studio.shell.run(Shortcut.JOBS));
        pages.put("PALETTE", () -> studio.shell.run(Shortcut.PALETTE));
        return pages;
    }
}
