package org.pykiln.ui;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;

/// A start of the window that needs nobody: it tells when the window was painted and when its form
/// took input (milliseconds since 1970, and milliseconds of processor time until then), passes
/// through every section, and closes. Starts are timed by it, and the JVM learns from it what a
/// start needs.
final class Rehearsal extends AnimationTimer {
    /// An engine or a file that does not answer must not keep the window open: at 60 beats a
    /// second.
    private static final int PATIENCE = 600;

    /// What is waited for, and what is done then.
    private record Act(BooleanSupplier when, Runnable what) {}

    private final Stage stage;
    private final Studio studio;
    private final InstantSource clock;
    private final Consumer<String> tell;
    private final Deque<Act> acts = new ArrayDeque<>();
    private int beats;

    Rehearsal(Stage stage, Studio studio, InstantSource clock, Consumer<String> tell) {
        this.stage = stage;
        this.studio = studio;
        this.clock = clock;
        this.tell = tell;
        // a beat comes before its picture is drawn, so the second one follows the first picture
        act(() -> {});
        act(() -> time("painted"));
        acts.add(new Act(this::isComplete, () -> {}));
        act(() -> time("takes input"));
        studio.configure
                .knobs()
                .forEach(knob -> act(() -> studio.recipes.focused().set(knob.id())));
        for (Section section : Section.values()) {
            act(() -> studio.shell.show(section));
        }
        act(this::openReference);
        acts.add(new Act(() -> studio.results.results().get() != null, () -> {}));
        act(() -> studio.shell.run(Shortcut.PALETTE));
        act(() -> studio.shell.run(Shortcut.THEME));
    }

    private void act(Runnable what) {
        acts.add(new Act(() -> true, what));
    }

    /// The recipe has come, and the form, where it is shown, has all of its rows.
    private boolean isComplete() {
        String last = studio.configure.knobs().getLast().id();
        return !studio.presets.presets().isEmpty()
                && (studio.navigation.section().get() != Section.CONFIGURE
                        || stage.getScene().lookup("#knob-" + last) != null);
    }

    private void time(String what) {
        long processor =
                ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(0L);
        tell.accept("%s %d %d".formatted(what, clock.millis(), processor));
    }

    private void openReference() {
        studio.results.references().stream()
                .findFirst()
                .ifPresent(reference -> studio.results.open(reference.sources()));
    }

    @Override
    public void handle(long now) {
        Act next = acts.peek();
        if (next == null || ++beats > PATIENCE) {
            stop();
            stage.close();
        } else if (next.when().getAsBoolean()) {
            acts.remove().what().run();
        }
    }
}
