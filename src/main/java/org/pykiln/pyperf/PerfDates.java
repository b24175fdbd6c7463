package org.pykiln.pyperf;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// When runs started and ended, by their `date` and duration, in the unnamed local time of the
/// host.
///
/// pyperf takes `date` as the start, though it is written at the end of a run; so do we, to print
/// the same. A date that is none throws [PerfDataException].
record PerfDates(LocalDateTime start, LocalDateTime end) {
    private static final DateTimeFormatter READ =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd['T'][' ']HH:mm")
                    .optionalStart()
                    .appendPattern(":ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .optionalEnd()
                    .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter WRITE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    static Optional<PerfDates> of(PerfSuite suite) {
        return around(suite.benchmarks(), PerfDates::of);
    }

    static Optional<PerfDates> of(PerfBenchmark benchmark) {
        return around(benchmark.runs(), PerfDates::of);
    }

    private static <T> Optional<PerfDates> around(
            List<T> parts, Function<T, Optional<PerfDates>> dates) {
        return parts.stream().map(dates).flatMap(Optional::stream).reduce(PerfDates::around);
    }

    private PerfDates around(PerfDates other) {
        return new PerfDates(
                start.isBefore(other.start) ? start : other.start,
                end.isAfter(other.end) ? end : other.end);
    }

    private static Optional<PerfDates> of(PerfRun run) {
        return run.metadata()
                .text("date")
                .map(text -> {
                    LocalDateTime start = parsed(text);
                    long seconds = (long) Math.ceil(Durations.of(run));
                    return new PerfDates(start, start.plusSeconds(seconds));
                });
    }

    private static LocalDateTime parsed(String text) {
        try {
            return Objects.requireNonNull(LocalDateTime.parse(text, READ))
                    .truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new PerfDataException("Invalid isoformat string: " + PythonText.repr(text));
        }
    }

    List<String> lines() {
        return List.of("Start date: " + start.format(WRITE), "End date: " + end.format(WRITE));
    }
}
