package org.pykiln.pyperf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// What `pyperf stats`, `pyperf check` and `pyperf show` 2.10.0 print, byte for byte.
public final class PerfDisplay {
    /// The options of these commands.
    ///
    /// @param benchmarks `-b`, repeatable; empty means all
    /// @param quiet `-q`
    /// @param python the name of the interpreter in pyperf's advice to run `-m pyperf system tune`
    public record Options(List<String> benchmarks, boolean quiet, String python) {
        public static final Options DEFAULT = new Options(List.of(), false, "python3");

        public Options {
            benchmarks = List.copyOf(benchmarks);
        }
    }

    private enum Command {
        STATS,
        CHECK,
        SHOW
    }

    private final Command command;
    private final List<PerfFile> files;
    private final Options options;
    private final List<String> out = new ArrayList<>();

    private PerfDisplay(Command command, List<PerfFile> files, Options options) {
        this.command = command;
        this.files = files;
        this.options = options;
    }

    /// As `pyperf stats`.
    public static Printed stats(List<PerfFile> files, Options options) {
        return display(Command.STATS, files, options);
    }

    /// As `pyperf check`: exit code 0 whether or not there are warnings, and `-q` hides nothing.
    public static Printed check(List<PerfFile> files, Options options) {
        return display(Command.CHECK, files, options);
    }

    /// As `pyperf show` without its options but `-q` and `-b`.
    public static Printed show(List<PerfFile> files, Options options) {
        return display(Command.SHOW, files, options);
    }

    private static Printed display(Command command, List<PerfFile> files, Options options) {
        List<PerfFile> chosen = new ArrayList<>();
        for (PerfFile file : files) {
            Optional<PerfFile> kept = file.only(options.benchmarks());
            if (kept.isEmpty()) {
                return file.missing(options.benchmarks());
            }
            chosen.add(kept.get());
        }
        try {
            PerfDisplay display = new PerfDisplay(command, chosen, options);
            if (command == Command.SHOW && !display.anyWarning()) {
                display.results();
            } else {
                display.blocks();
            }
            display.verdict();
            return Printed.done(String.join("\n", display.out) + "\n");
        } catch (PerfDataException e) {
            return Printed.failed(String.valueOf(e.getMessage()));
        }
    }

    private boolean anyWarning() {
        List<String> lines = new ArrayList<>();
        if (!options.quiet()) {
            files.stream()
                    .flatMap(file -> file.suite().benchmarks().stream())
                    .forEach(benchmark ->
                            CheckText.append(lines, benchmark, options.python(), false));
        }
        return !lines.isEmpty();
    }

    private long benchmarks() {
        return files.stream().mapToLong(file -> file.suite().benchmarks().size()).sum();
    }

    private void results() {
        UnaryOperator<String> shortener = PerfFile.shortener(files);
        boolean showName = benchmarks() > 1;
        for (PerfFile file : files) {
            if (files.size() > 1) {
                if (!out.isEmpty()) {
                    out.add("");
                }
                title(out, shortener.apply(file.name()), "=");
                out.add("");
            }
            for (PerfBenchmark benchmark : file.suite().benchmarks()) {
                out.add((showName ? benchmark.name() + ": " : "") + result(benchmark));
            }
        }
    }

    private void blocks() {
        UnaryOperator<String> shortener = PerfFile.shortener(files);
        boolean showFile = files.size() > 1 || (command == Command.STATS && benchmarks() > 1);
        boolean showName = !isOneBenchmark();
        for (PerfFile file : files) {
            boolean first = true;
            for (PerfBenchmark benchmark : file.suite().benchmarks()) {
                List<String> text = text(benchmark);
                if (text.isEmpty()) {
                    continue;
                }
                List<String> lines = new ArrayList<>();
                if (showFile && first) {
                    first = false;
                    title(lines, shortener.apply(file.name()), "=");
                    summary(lines, file.suite());
                }
                if (showName) {
                    emptyLine(lines);
                    title(lines, benchmark.name(), "-");
                }
                emptyLine(lines);
                lines.addAll(text);
                emptyLine(out);
                out.addAll(lines);
            }
        }
    }

    private void summary(List<String> lines, PerfSuite suite) {
        if (command == Command.STATS && suite.benchmarks().size() > 1) {
            emptyLine(lines);
            lines.add("Number of benchmarks: " + suite.benchmarks().size());
            lines.add("Total duration: " + PerfFormat.duration(Durations.of(suite)));
            PerfDates.of(suite).ifPresent(dates -> lines.addAll(dates.lines()));
        }
    }

    private List<String> text(PerfBenchmark benchmark) {
        List<String> lines = new ArrayList<>();
        if (command == Command.STATS) {
            lines.addAll(StatsText.lines(benchmark));
        }
        if (command == Command.CHECK || !options.quiet()) {
            CheckText.append(lines, benchmark, options.python(), command == Command.CHECK);
        }
        if (command == Command.SHOW) {
            emptyLine(lines);
            lines.add(result(benchmark));
        }
        return lines;
    }

    private boolean isOneBenchmark() {
        List<String> names = files.getFirst().suite().names();
        return names.size() == 1
                && files.stream().allMatch(file -> file.suite().names().equals(names));
    }

    private void verdict() {
        boolean warned = out.stream().anyMatch(line -> line.startsWith("WARNING:"));
        if (command == Command.CHECK && !warned) {
            out.add(
                    benchmarks() == 1
                            ? "The benchmark seems to be stable"
                            : "All benchmarks seem to be stable");
        }
    }

    /// `Mean +- std dev: …`, or what a calibration found if there is nothing else.
    static String result(PerfBenchmark benchmark) {
        List<Number> values = benchmark.values();
        if (values.isEmpty()) {
            return "Calibration: " + calibrated(benchmark);
        }
        String text = ComparedRow.resultText(benchmark.unit(), values, PerfStatistics.mean(values));
        return values.size() > 1 ? "Mean +- std dev: " + text : text;
    }

    private static String calibrated(PerfBenchmark benchmark) {
        OptionalLong loops = OptionalLong.empty();
        OptionalLong warmups = OptionalLong.empty();
        for (PerfRun run : benchmark.runs()) {
            OptionalLong found = run.calibratedWarmups();
            if (found.isPresent()) {
                warmups = found;
            } else {
                loops = run.calibratedLoops();
            }
        }
        List<String> found = new ArrayList<>();
        loops.ifPresent(count -> found.add(PerfFormat.number(count, "loop")));
        warmups.ifPresent(count -> found.add(PerfFormat.number(count, "warmup")));
        return String.join(", ", found);
    }

    private static void emptyLine(List<String> lines) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
    }

    private static void title(List<String> lines, String title, String underline) {
        lines.add(title);
        lines.add(underline.repeat(PythonText.length(title)));
    }
}
