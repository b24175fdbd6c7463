package org.pykiln.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class JobQueueTest {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-11-23T14:02:00Z");
    private final JobQueue queue = new JobQueue(tasks::add, (InstantSource) () -> now);

    @Test
    void runsOneJobAtATimeInOrder() {
        List<String> ran = new ArrayList<>();
        Job<String> first = queue.submit("first", context -> ran(ran, "first"));
        Job<String> second = queue.submit("second", context -> ran(ran, "second"));

        assertThat(tasks).hasSize(1);
        assertThat(second.state()).isEqualTo(JobState.QUEUED);
        tasks.remove().run();

        assertThat(first.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(first.result()).contains("first");
        assertThat(second.state()).isEqualTo(JobState.QUEUED);
        tasks.remove().run();
        assertThat(ran).containsExactly("first", "second");
        assertThat(queue.isBusy()).isFalse();
    }

    @Test
    void keepsStepsWithTheirTimes() {
        Job<String> job =
                queue.submit(
                        "build",
                        context -> {
                            context.step(1, 2, "FROM debian");
                            context.cached();
                            now = now.plusSeconds(3);
                            context.step(2, 2, "RUN make");
                            now = now.plusSeconds(40);
                            assertThat(context.cancellation().isCancelled()).isFalse();
                            return "image";
                        });
        tasks.remove().run();

        List<Step> steps = job.progress().steps();
        assertThat(steps)
                .extracting(step -> step.duration(now).toSeconds())
                .containsExactly(3L, 40L);
        assertThat(steps).extracting(Step::cached).containsExactly(true, false);
        assertThat(job.progress().elapsed(now)).hasSeconds(43);
    }

    @Test
    void aWaitingJobIsCancelledWithoutEverRunning() {
        Job<String> job = queue.submit("build", context -> "image");
        queue.cancel(job);
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        tasks.remove().run();
        assertThat(job.result()).isEmpty();
        assertThat(queue.isBusy()).isFalse();
    }

    @Test
    void aRunningJobIsAskedToStopAndStops() {
        List<Job<String>> self = new ArrayList<>();
        self.add(
                queue.submit(
                        "build",
                        context -> {
                            queue.cancel(self.getFirst());
                            assertThat(self.getFirst().state()).isEqualTo(JobState.CANCELLING);
                            assertThat(context.cancellation().isCancelled()).isFalse();
                            tasks.remove().run();
                            context.cancellation().throwIfCancelled();
                            throw new AssertionError("not cancelled");
                        }));
        tasks.remove().run();
        assertThat(self.getFirst().state()).isEqualTo(JobState.CANCELLED);
        assertThat(self.getFirst().problem()).isEmpty();
    }

    @Test
    void whatBreaksWhileItIsCancelledIsNoFailure() {
        List<Job<String>> self = new ArrayList<>();
        self.add(
                queue.submit(
                        "build",
                        context -> {
                            queue.cancel(self.getFirst());
                            throw new IllegalStateException("socket closed");
                        }));
        tasks.remove().run();
        assertThat(self.getFirst().state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void aFailureIsKeptAndEndsTheLogAndTheNextJobRuns() {
        Job<String> bad =
                queue.submit(
                        "bad",
                        context -> {
                            throw new IllegalStateException("step 3 failed");
                        });
        Job<String> good = queue.submit("good", context -> "image");
        tasks.remove().run();
        tasks.remove().run();

        assertThat(bad.state()).isEqualTo(JobState.FAILED);
        assertThat(bad.problem())
                .get()
                .extracting(Throwable::getMessage)
                .isEqualTo("step 3 failed");
        assertThat(bad.log().after(0, 10))
                .extracting(LogLine::kind, LogLine::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LogLine.Kind.PROBLEM, "step 3 failed"));
        assertThat(good.state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void aCancellationOfTheWorkItselfIsNoFailure() {
        Job<String> job =
                queue.submit(
                        "build",
                        context -> {
                            throw new CancellationException();
                        });
        tasks.remove().run();
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void theRingForgetsTheOldestLinesAndIsReadByNumber() {
        LogRing ring = new LogRing(3);
        for (int i = 1; i <= 5; i++) {
            ring.append(0, java.time.Duration.ZERO, LogLine.Kind.OUTPUT, "line " + i);
        }
        assertThat(ring.after(0, 10)).extracting(LogLine::number).containsExactly(3L, 4L, 5L);
        assertThat(ring.after(3, 1)).extracting(LogLine::text).containsExactly("line 4");
        assertThat(ring.after(5, 10)).isEmpty();
        assertThat(ring.last()).isEqualTo(5);
    }

    private static String ran(List<String> all, String name) {
        all.add(name);
        return name;
    }
}
