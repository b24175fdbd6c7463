package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.EngineFacts;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.SupportServices;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// What somebody sees instead of the window. Writes pictures of it.
class StartProblemTest {
    private static final Path PICTURES = Path.of("target", "screenshots", "start");

    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final List<String> done = new ArrayList<>();
    private final Problem damaged =
            new Problem(
                            "The settings cannot be read",
                            "/home/somebody/.local/share/pykiln/settings.json: 1:12: Unrecognized token\n\nMend the file, or start without it.",
                            "")
                    .offering(new Command("Start without it", () -> done.add("set aside")));

    @AfterAll
    static void light() {
        Toolkit.run(() -> new Themes().choice().set(Themes.Choice.LIGHT));
    }

    private StartProblemViewModel model(Problem problem) {
        SupportServices support =
                new SupportServices() {
                    @Override
                    public String diagnostics(Problem of, Optional<EngineFacts> engine) {
                        return "diagnostics of " + of.code();
                    }

                    @Override
                    public Path log() {
                        return folder.resolve("pykiln.log");
                    }
                };
        return new StartProblemViewModel(
                problem,
                support,
                new Background(Runnable::run, fx),
                dialogs,
                () -> done.add("again"));
    }

    @Test
    void aRemedyIsAppliedBeforeItStartsAnew() {
        StartProblemViewModel model = model(damaged);
        assertThat(model.ways())
                .extracting(Command::name)
                .containsExactly("Start without it", "Try again");
        model.ways().getFirst().action().run();
        assertThat(done).containsExactly("set aside", "again");
    }

    @Test
    void aRemedyThatFailsIsSaidAndStartsNothing() {
        Problem problem =
                Problem.of("It is broken")
                        .offering(
                                new Command(
                                        "Mend",
                                        () -> {
                                            throw new UncheckedIOException(
                                                    new IOException("no room"));
                                        }));
        StartProblemViewModel model = model(problem);
        model.ways().getFirst().action().run();
        assertThat(done).isEmpty();
        assertThat(model.said().get()).contains("no room");
    }

    @Test
    void whatNobodyForesawHasWordsFirst() {
        Problem problem =
                Problem.of(
                        new UncheckedIOException("shell.fxml", new IOException("palette.fxml:2")));
        StartProblemViewModel model = model(problem);
        assertThat(model.summary()).isEqualTo("PyKiln cannot start");
        assertThat(model.detail()).startsWith("Some part of PyKiln may be damaged or missing");
        assertThat(model.detail()).contains("Because of java.io.IOException: palette.fxml:2");
        assertThat(model.code()).hasSize(14);
    }

    @Test
    void diagnosticsAndTheLogAreAtHand() throws IOException {
        StartProblemViewModel model = model(damaged);
        model.copyDiagnostics();
        fx.run();
        assertThat(dialogs.clipboard).isEqualTo("diagnostics of " + damaged.code());
        assertThat(model.said().get()).startsWith("Copied");
        model.openLog();
        assertThat(model.said().get()).startsWith("No log could be written");
        Files.writeString(folder.resolve("pykiln.log"), "x");
        model.openLog();
        assertThat(model.said().get()).startsWith("The log is ");
    }

    @Test
    void allThatHelpsIsAButtonInBothThemes() {
        for (Themes.Choice theme : List.of(Themes.Choice.LIGHT, Themes.Choice.DARK)) {
            Toolkit.run(() -> {
                Themes themes = new Themes();
                themes.choice().set(theme);
                Scene scene =
                        StartProblemWindow.scene(model(damaged), themes, () -> done.add("quit"));
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                assertThat(scene.getRoot().lookupAll(".button"))
                        .extracting(node -> ((Button) node).getText())
                        .containsExactlyInAnyOrder(
                                "Copy diagnostics",
                                "Open log",
                                "Start without it",
                                "Try again",
                                "Quit");
                Node focused = scene.getFocusOwner();
                assertThat(((Button) focused).getText()).isEqualTo("Start without it");
                for (Node node : scene.getRoot().lookupAll(".button")) {
                    assertThat(node.localToScene(node.getLayoutBounds()).getMaxX())
                            .isLessThan(scene.getWidth());
                }
                Toolkit.write(
                        scene.snapshot(null),
                        PICTURES.resolve(
                                "problem-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
            });
        }
    }
}
