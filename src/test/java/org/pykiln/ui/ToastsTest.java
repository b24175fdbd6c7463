package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.shell.ToastViewModel;
import org.pykiln.ui.shell.ToastsViewModel;
import org.pykiln.ui.testing.ManualScheduler;

/// What the window says: how often, for how long, and what a person can do about it.
class ToastsTest {
    private final ManualScheduler fx = new ManualScheduler();
    private Instant now = Instant.parse("2026-11-23T14:02:00Z");
    private final ToastsViewModel toasts = new ToastsViewModel(fx, () -> now);
    private final NavigationViewModel navigation = new NavigationViewModel();

    ToastsTest() {
        navigation.showBy(toasts);
    }

    private List<String> shown() {
        return toasts.shown().stream().map(ToastViewModel::text).toList();
    }

    private static Problem problem(String summary) {
        return Problem.of(summary);
    }

    @Test
    void whatWentWellGoesByItselfUnlessSomebodyLooks() {
        navigation.tell("Saved");
        ToastViewModel saved = toasts.shown().getFirst();
        toasts.hold(saved);
        fx.tick();
        assertThat(shown()).containsExactly("Saved");
        toasts.release(saved);
        fx.tick();
        assertThat(shown()).isEmpty();
        assertThat(fx.timers()).isZero();
    }

    @Test
    void whatWentWrongStaysUntilItIsDismissed() {
        navigation.report(problem("No"));
        navigation.tell("Saved");
        fx.tick();
        assertThat(shown()).containsExactly("No");
        toasts.dismissNewest();
        assertThat(shown()).isEmpty();
        toasts.dismissNewest();
    }

    @Test
    void theSameIsSaidOnceAndCounted() {
        for (int i = 0; i < 3; i++) {
            navigation.report(problem("No"));
        }
        assertThat(shown()).containsExactly("No");
        assertThat(toasts.shown().getFirst().timesText()).isEqualTo("×3");
        assertThat(toasts.shown().getFirst().spoken()).isEqualTo("Problem: No, 3 times");
    }

    @Test
    void whatWasJustDismissedIsNotSaidAgainWithinASecond() {
        Problem no = problem("No");
        navigation.report(no);
        toasts.dismissNewest();
        now = now.plusMillis(900);
        navigation.report(no);
        assertThat(shown()).isEmpty();
        navigation.report(problem("Another"));
        assertThat(shown()).containsExactly("Another");
        now = now.plus(Duration.ofSeconds(2));
        navigation.report(no);
        assertThat(shown()).containsExactly("Another", "No");
    }

    @Test
    void threeAreShownAndTheOthersWait() {
        for (int i = 1; i <= 5; i++) {
            navigation.report(problem("No " + i));
        }
        assertThat(shown()).containsExactly("No 1", "No 2", "No 3");
        assertThat(toasts.waiting().get()).isEqualTo(2);
        navigation.report(problem("No 5"));
        assertThat(toasts.waiting().get()).isEqualTo(2);
        toasts.dismiss(toasts.shown().getFirst());
        assertThat(shown()).containsExactly("No 2", "No 3", "No 4");
        toasts.dismissAll();
        assertThat(shown()).isEmpty();
        assertThat(toasts.waiting().get()).isZero();
    }

    @Test
    void whatWentWellMakesRoom() {
        navigation.tell("Saved");
        navigation.report(problem("No 1"));
        navigation.report(problem("No 2"));
        navigation.report(problem("No 3"));
        assertThat(shown()).containsExactly("No 1", "No 2", "No 3");
    }

    @Test
    void beginningAnewSettlesWhatWasForeseenOnly() {
        navigation.report(problem("No"));
        navigation.report(Problem.of(new IllegalStateException("odd")));
        navigation.tell("Saved");
        navigation.dismiss();
        assertThat(shown())
                .containsExactly(
                        "Something unexpected happened: java.lang.IllegalStateException: odd",
                        "Saved");
    }

    @Test
    void whatIsRightAgainGoesWhereverItIs() {
        for (String one : new String[] {"a", "b", "c", "d", "e"}) {
            navigation.report(problem(one));
        }
        navigation.retract(problem("b"));
        assertThat(shown()).containsExactly("a", "c", "d");
        navigation.retract(problem("e"));
        assertThat(toasts.waiting().get()).isZero();
        assertThat(shown()).containsExactly("a", "c", "d");
    }

    @Test
    void aRemedyIsDoneAndSettlesTheProblem() {
        List<String> done = new ArrayList<>();
        Problem problem =
                problem("No engine").offering(new Command("Look again", () -> done.add("looked")));
        navigation.report(problem);
        toasts.run(toasts.shown().getFirst(), problem.remedies().getFirst());
        assertThat(done).containsExactly("looked");
        assertThat(shown()).isEmpty();
    }
}
