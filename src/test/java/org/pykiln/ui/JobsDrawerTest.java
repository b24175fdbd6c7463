package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pykiln.job.JobQueue;
import org.pykiln.job.JobState;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.JobsViewModel;
import org.pykiln.ui.common.LogViewModel;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.shell.ClosingViewModel;
import org.pykiln.ui.shell.JobsDrawerViewModel;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.ManualScheduler;

/// Jobs in their line, and a window that is closed while there are some.
class JobsDrawerTest {
    private final ManualScheduler fx = new ManualScheduler();
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-23T14:02:00Z"));
    private final FakeDialogs dialogs = new FakeDialogs();
    private final JobsViewModel jobs =
            new JobsViewModel(
                    new JobQueue(workers::add, clock),
                    fx,
                    clock,
                    new LogViewModel(
                            new Background(Runnable::run, fx), dialogs, new NavigationViewModel()),
                    (problem, report) -> report.accept(problem));
    private final List<String> shown = new ArrayList<>();
    private final JobsDrawerViewModel drawer =
            new JobsDrawerViewModel(jobs, job -> shown.add(job.name()));
    private final List<String> ran = new ArrayList<>();

    private void submit(String name) {
        jobs.submit(name, context -> ran.add(name), done -> {}, problem -> {});
        fx.run();
    }

    private void work() {
        workers.remove().run();
        fx.run();
    }

    private List<String> listed() {
        return drawer.listed().stream().map(JobViewModel::name).toList();
    }

    private JobViewModel job(String name) {
        return drawer.listed().stream()
                .filter(j -> j.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void jobsRunInTheOrderThatIsChosen() {
        List.of("a", "b", "c", "d").forEach(this::submit);
        assertThat(drawer.line()).isEqualTo("3 waiting");
        drawer.move(job("d"), -2);
        fx.run();
        assertThat(listed()).containsExactly("a", "d", "b", "c");
        assertThat(drawer.canMove(job("a"), 1)).isFalse();
        assertThat(drawer.canMove(job("d"), -1)).isFalse();
        assertThat(drawer.canMove(job("c"), 1)).isFalse();
        drawer.move(job("c"), 9);
        drawer.cancel(job("b"));
        fx.run();
        assertThat(drawer.line(job("c"))).isEqualTo("waiting behind 1 other");
        while (!workers.isEmpty()) {
            work();
        }
        assertThat(ran).containsExactly("a", "d", "c");
        assertThat(drawer.line()).isEqualTo("Jobs");
    }

    @Test
    void whatHasEndedCanBeTakenOffTheList() {
        submit("a");
        work();
        submit("b");
        assertThat(listed()).containsExactly("b", "a");
        drawer.clearFinished();
        assertThat(listed()).containsExactly("b");
        assertThat(jobs.jobs()).hasSize(2);
        drawer.show(job("b"));
        assertThat(shown).containsExactly("b");
        submit("c");
        drawer.cancelWaiting();
        fx.run();
        assertThat(job("c").state()).isEqualTo(JobState.CANCELLED);
        assertThat(job("b").state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void aJobThatBreaksInAnUnforeseenWayEndsAndTheNextOneRuns() {
        List<Problem> problems = new ArrayList<>();
        jobs.submit(
                "broken",
                context -> {
                    throw new StackOverflowError();
                },
                done -> {},
                problems::add);
        submit("next");
        while (!workers.isEmpty()) {
            work();
        }
        assertThat(ran).containsExactly("next");
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().code().foreseen()).isFalse();
    }

    @Test
    void closingAsksOnceCancelsAndWaits() {
        List<String> closed = new ArrayList<>();
        ClosingViewModel closing = new ClosingViewModel(jobs, dialogs, Runnable::run);
        jobs.submit(
                "long",
                context -> {
                    closing.close(() -> closed.add("not meant"));
                    assertThat(closing.waiting().get()).isFalse();
                    dialogs.confirms = true;
                    closing.close(() -> closed.add("closed"));
                    closing.close(() -> closed.add("closed twice"));
                    assertThat(closing.waiting().get()).isTrue();
                    context.cancellation().throwIfCancelled();
                    return "";
                },
                done -> {},
                problem -> {});
        submit("waiting");
        while (!workers.isEmpty()) {
            work();
        }
        assertThat(dialogs.asked)
                .containsExactly("2 jobs are not done yet", "2 jobs are not done yet");
        assertThat(jobs.isBusy()).isFalse();
        assertThat(closed).containsExactly("closed");
        assertThat(ran).isEmpty();
    }

    @Test
    void closingDoesNotWaitForWhoeverDoesNotEnd() {
        List<String> closed = new ArrayList<>();
        ClosingViewModel closing = new ClosingViewModel(jobs, dialogs, Runnable::run);
        dialogs.confirms = true;
        jobs.submit(
                "hangs",
                context -> {
                    closing.close(() -> closed.add("closed"));
                    fx.run();
                    assertThat(closing.waiting().get()).isTrue();
                    assertThat(closing.line()).startsWith("Cancelling 1 job,");
                    closing.closeNow();
                    return "";
                },
                done -> {},
                problem -> {});
        work();
        assertThat(closed).containsExactly("closed");
        closing.closeNow();
        assertThat(closed).hasSize(1);
    }

    @Test
    void closingAsksNothingWhereNothingRuns() {
        List<String> closed = new ArrayList<>();
        new ClosingViewModel(jobs, dialogs, Runnable::run).close(() -> closed.add("closed"));
        new ClosingViewModel(jobs, dialogs, keep -> {}).close(() -> closed.add("unsaved"));
        assertThat(dialogs.asked).isEmpty();
        assertThat(closed).containsExactly("closed");
    }
}
