package org.pykiln.pyperf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.NullMarked;

/// Runs a pyperf command line, as a golden file names it, on our side.
@NullMarked
final class PyperfCommand {
    private PyperfCommand() {}

    static Printed run(List<String> command) {
        Deque<String> rest = new ArrayDeque<>(command);
        String action = rest.remove();
        boolean table = false;
        var format = CompareOptions.TableFormat.REST;
        boolean bySpeed = false;
        boolean quiet = false;
        boolean verbose = false;
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
            default -> throw new IllegalArgumentException(action);
        };
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
