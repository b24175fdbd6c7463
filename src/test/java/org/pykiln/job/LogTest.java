package org.pykiln.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.pykiln.job.LogLine.Kind;

/// Logs: what is kept, what is found, and which line says why a job failed.
class LogTest {
    @Test
    void theRingReadsLikeAListOfItsNewestLines() {
        Random random = new Random(5);
        for (int capacity : new int[] {1, 2, 7, 100}) {
            LogRing ring = new LogRing(capacity);
            List<LogLine> all = new ArrayList<>();
            for (int i = 0; i < 250; i++) {
                all.add(ring.append(i / 9, Duration.ZERO, Kind.OUTPUT, "line " + i));
                List<LogLine> kept = all.subList(Math.max(0, all.size() - capacity), all.size());
                assertThat(ring.lines()).isEqualTo(kept);
                long after = random.nextLong(all.size() + 2);
                int limit = random.nextInt(20);
                assertThat(ring.after(after, limit))
                        .isEqualTo(
                                kept.stream()
                                        .filter(line -> line.number() > after)
                                        .limit(limit)
                                        .toList());
            }
        }
    }

    @Test
    void eachLineKnowsItsStep() {
        Deque<Runnable> tasks = new ArrayDeque<>();
        List<JobState> told = new ArrayList<>();
        Work<String> broken =
                new Work<>() {
                    @Override
                    public String run(JobContext context) {
                        context.log("before");
                        context.step(1, 2, "FROM a");
                        context.step(2, 2, "RUN b");
                        context.log("inside");
                        throw new IllegalStateException("broken");
                    }

                    @Override
                    public void ended(Job<String> job) {
                        told.add(job.state());
                    }
                };
        Job<String> job = new JobQueue(tasks::add, InstantSource.system()).submit("build", broken);
        tasks.remove().run();
        assertThat(job.log().lines()).extracting(LogLine::step).containsExactly(0, 1, 2, 2, 2);
        assertThat(told).containsExactly(JobState.FAILED);
    }

    @Test
    void findsPlainTextAndExpressionsInAnyCase() {
        List<LogLine> lines = log(1, "gcc -O3 a.c", "Gcc: error: b.c", "ld a.o");
        assertThat(LogSearch.find(lines, LogSearch.pattern("GCC", false), () -> false).stream())
                .containsExactly(1, 2);
        assertThat(LogSearch.find(lines, LogSearch.pattern("a.c", false), () -> false).stream())
                .containsExactly(1);
        assertThat(
                        LogSearch.find(lines, LogSearch.pattern("\\w\\.[co]$", true), () -> false)
                                .stream())
                .containsExactly(1, 2, 3);
        assertThatExceptionOfType(PatternSyntaxException.class)
                .isThrownBy(() -> LogSearch.pattern("(gcc", true));
    }

    @Test
    void anExpressionThatNeverEndsIsStopped() {
        List<LogLine> lines = log(1, "a".repeat(64) + "b");
        AtomicInteger asked = new AtomicInteger();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        LogSearch.find(
                                lines,
                                LogSearch.pattern("(a+)+\\1c", true),
                                () -> asked.incrementAndGet() > 100_000));
    }

    @Test
    void theFirstErrorOfTheFailedStepSaysWhy() {
        List<LogLine> lines = new ArrayList<>(log(1, "conftest.c:1: error: no", "ok"));
        lines.addAll(
                log(
                        2,
                        "gcc -Werror=format a.c",
                        "Modules/a.c:3:9: fatal error: ffi.h: No such file or directory",
                        "compilation terminated.",
                        "make: *** [Makefile:7: a.o] Error 1"));
        assertThat(FailureLine.in(numbered(lines))).isEqualTo(OptionalLong.empty());
        lines.add(new LogLine(0, 2, Duration.ZERO, Kind.PROBLEM, "Step 2 failed"));
        assertThat(FailureLine.in(numbered(lines))).hasValue(4);
    }

    @Test
    void withoutAKnownWordItIsTheLastThatTheStepSaid() {
        List<LogLine> lines = new ArrayList<>(log(1, "checking", "giving up", " "));
        lines.add(new LogLine(0, 1, Duration.ZERO, Kind.PROBLEM, "Step 1 failed"));
        assertThat(FailureLine.in(numbered(lines))).hasValue(2);
        assertThat(
                        FailureLine.in(
                                List.of(new LogLine(1, 0, Duration.ZERO, Kind.PROBLEM, "no disk"))))
                .hasValue(1);
    }

    private static List<LogLine> log(int step, String... texts) {
        List<LogLine> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(new LogLine(lines.size() + 1, step, Duration.ZERO, Kind.OUTPUT, text));
        }
        return lines;
    }

    private static List<LogLine> numbered(List<LogLine> lines) {
        List<LogLine> all = new ArrayList<>();
        for (LogLine line : lines) {
            all.add(new LogLine(all.size() + 1, line.step(), line.at(), line.kind(), line.text()));
        }
        return all;
    }
}
