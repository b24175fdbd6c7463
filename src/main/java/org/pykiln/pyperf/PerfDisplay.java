package org.pykiln.pyperf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What `pyperf stats`, `check`, `show`, `metadata`, `dump` and `slowest` 2.10.0 print, byte for
/// byte.
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

    /// How much `dump` says of each run.
    enum Detail {
        QUIET,
        NORMAL,
        VERBOSE
    }

    private enum Command {
        STATS,
        CHECK,
        SHOW,
        METADATA,
        DUMP
    }

    private final Command command;
    private final List<PerfFile> files;
    private final Options options;
    private final List<String> out = new ArrayList<>();
    private final Detail detail;
    private final boolean raw;

    private PerfDisplay(
            Command command, List<PerfFile> files, Options options, Detail detail, boolean raw) {
        this.command = command;
        this.files = files;
        this.options = options;
        this.detail = detail;
        this.raw = raw;
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

    /// As `pyperf metadata`.
    public static Printed metadata(List<PerfFile> files, Options options) {
        return display(Command.METADATA, files, options);
    }

    /// As `pyperf dump`.
    ///
    /// @param verbose `-v`, which `-q` overrules
    /// @param raw `--raw`: values over all loops
    public static Printed dump(
            List<PerfFile> files, Options options, boolean verbose, boolean raw) {
        Detail normal = verbose ? Detail.VERBOSE : Detail.NORMAL;
        return display(Command.DUMP, files, options, options.quiet() ? Detail.QUIET : normal, raw);
    }

    /// As `pyperf slowest`.
    ///
    /// @param number `-n`: how many benchmarks of each file
    public static Printed slowest(List<PerfFile> files, int number) {
        List<String> lines = new ArrayList<>();
        UnaryOperator<String> shortener = PerfFile.shortener(files);
        for (PerfFile file : files) {
            if (files.size() > 1) {
                title(lines, shortener.apply(file.name()), "=");
                lines.add("");
            }
            List<PerfBenchmark> slowest =
                    file.suite().benchmarks().stream()
                            .sorted(
                                    Comparator.comparingDouble((PerfBenchmark b) -> Durations.of(b))
                                            .reversed())
                            .limit(number)
                            .toList();
            for (int i = 0; i < slowest.size(); i++) {
                lines.add(
                        "#%d: %s (%s)"
                                .formatted(
                                        i + 1,
                                        slowest.get(i).name(),
                                        PerfFormat.value(
                                                PerfUnit.SECOND, Durations.of(slowest.get(i)))));
            }
        }
        return Printed.done(lines);
    }

    private static Printed display(Command command, List<PerfFile> files, Options options) {
        return display(command, files, options, Detail.NORMAL, false);
    }

    private static Printed display(
            Command command, List<PerfFile> files, Options options, Detail detail, boolean raw) {
        List<PerfFile> chosen = new ArrayList<>();
        for (PerfFile file : files) {
            Optional<PerfFile> kept = file.only(options.benchmarks());
            if (kept.isEmpty()) {
                return file.missing(options.benchmarks());
            }
            chosen.add(kept.get());
        }
        try {
            PerfDisplay display = new PerfDisplay(command, chosen, options, detail, raw);
            if (command == Command.SHOW && !display.anyWarning()) {
                display.results();
            } else {
                display.blocks();
            }
            display.verdict();
            return Printed.done(display.out);
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
                out.add((showName ? benchmark.name() + ": " : "") + ResultText.of(benchmark));
            }
        }
    }

    private void blocks() {
        UnaryOperator<String> shortener = PerfFile.shortener(files);
        boolean showFile = files.size() > 1 || (command == Command.STATS && benchmarks() > 1);
        boolean showName = !isOneBenchmark();
        Iterator<Metadata> metadata = metadata().iterator();
        for (PerfFile file : files) {
            boolean first = true;
            for (PerfBenchmark benchmark : file.suite().benchmarks()) {
                List<String> text = text(benchmark, metadata.next());
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

    /// What is to be shown of each benchmark's metadata, after what all share was printed.
    private List<Metadata> metadata() {
        List<PerfBenchmark> all =
                files.stream().flatMap(file -> file.suite().benchmarks().stream()).toList();
        return command == Command.METADATA
                ? MetadataText.appendCommon(out, all.stream().map(PerfBenchmark::metadata).toList())
                : Collections.nCopies(all.size(), Metadata.EMPTY);
    }

    private List<String> text(PerfBenchmark benchmark, Metadata metadata) {
        List<String> lines = new ArrayList<>();
        if (!metadata.entries().isEmpty()) {
            lines.add("Metadata:");
            MetadataText.append(lines, "- ", metadata);
        }
        List<String> text = text(benchmark);
        if (!text.isEmpty()) {
            emptyLine(lines);
            lines.addAll(text);
        }
        return lines;
    }

    private List<String> text(PerfBenchmark benchmark) {
        List<String> lines = new ArrayList<>();
        if (command == Command.DUMP) {
            lines.addAll(DumpText.lines(benchmark, detail, raw));
        }
        if (command == Command.STATS) {
            lines.addAll(StatsText.lines(benchmark));
        }
        if (command == Command.CHECK || !options.quiet()) {
            CheckText.append(lines, benchmark, options.python(), command == Command.CHECK);
        }
        if (command == Command.SHOW) {
            emptyLine(lines);
            lines.add(ResultText.of(benchmark));
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
