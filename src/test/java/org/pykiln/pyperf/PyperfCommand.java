package org.pykiln.pyperf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.NullMarked;

/// Runs a pyperf command line, as a golden file names it, on our side. Columns and lines of the
/// terminal may stand before it, as `80x25`.
@NullMarked
final class PyperfCommand {
    private static final int SLOWEST = 5;

    private PyperfCommand() {}

    static Printed run(List<String> command) {
        Deque<String> rest = new ArrayDeque<>(command);
        String size = rest.getFirst().matches("\\d+x\\d+") ? rest.remove() : "80x25";
        String action = rest.remove();
        boolean table = false;
        var format = CompareOptions.TableFormat.REST;
        boolean bySpeed = false;
        boolean quiet = false;
        boolean verbose = false;
        boolean extend = false;
        boolean raw = false;
        int number = 0;
        OptionalDouble minSpeed = OptionalDouble.empty();
        List<String> benchmarks = new ArrayList<>();
        List<PerfFile> files = new ArrayList<>();
        while (!rest.isEmpty()) {
            String next = rest.remove();
            switch (next) {
                case "--table" -> table = true;
                case "--table-format" ->
                        format =
                                rest.remove().equals("md")
                                        ? CompareOptions.TableFormat.MD
                                        : CompareOptions.TableFormat.REST;
                case "-G" -> bySpeed = true;
                case "-q" -> quiet = true;
                case "-v" -> verbose = true;
                case "--extend" -> extend = true;
                case "--raw" -> raw = true;
                case "-n" -> number = Integer.parseInt(rest.remove());
                case "-b" -> benchmarks.add(rest.remove());
                case "--min-speed" ->
                        minSpeed = OptionalDouble.of(Double.parseDouble(rest.remove()));
                default -> files.add(new PerfFile(next, Samples.suite(next)));
            }
        }
        var options =
                new CompareOptions(table, format, bySpeed, quiet, verbose, minSpeed, benchmarks);
        return switch (action) {
            case "compare_to" -> PerfCompare.compare(files, options);
            case "stats" -> PerfDisplay.stats(files, display(benchmarks, quiet));
            case "check" -> PerfDisplay.check(files, display(benchmarks, quiet));
            case "show" -> PerfDisplay.show(files, display(benchmarks, quiet));
            case "metadata" -> PerfDisplay.metadata(files, display(benchmarks, quiet));
            case "dump" -> PerfDisplay.dump(files, display(benchmarks, quiet), verbose, raw);
            case "slowest" -> PerfDisplay.slowest(files, command.contains("-n") ? number : SLOWEST);
            case "hist" ->
                    PerfHistogram.hist(
                            files, display(benchmarks, quiet), drawing(size, number, extend));
            default -> throw new IllegalArgumentException(action);
        };
    }

    private static HistogramOptions drawing(String size, int bins, boolean extend) {
        int cross = size.indexOf('x');
        return new HistogramOptions(
                bins == 0 ? OptionalInt.empty() : OptionalInt.of(bins),
                extend,
                Integer.parseInt(size.substring(0, cross)),
                Integer.parseInt(size.substring(cross + 1)));
    }

    private static PerfDisplay.Options display(List<String> benchmarks, boolean quiet) {
        return new PerfDisplay.Options(benchmarks, quiet, "python");
    }

    /// Splits as a POSIX shell does, as far as Python's `shlex.join` goes.
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (char c : (line + " ").toCharArray()) {
            if (quote == 0 && c == ' ') {
                words.add(word.toString());
                word.setLength(0);
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else {
                word.append(c);
            }
        }
        return words;
    }
}
