package org.pykiln.pyperf;

import java.util.List;
import java.util.OptionalDouble;

/// The options of `pyperf compare_to`.
///
/// @param table `--table`
/// @param tableFormat `--table-format`
/// @param groupBySpeed `-G`
/// @param quiet `-q`
/// @param verbose `-v`
/// @param minSpeed `--min-speed`, in percent
/// @param benchmarks `-b`, repeatable; empty means all
public record CompareOptions(
        boolean table,
        TableFormat tableFormat,
        boolean groupBySpeed,
        boolean quiet,
        boolean verbose,
        OptionalDouble minSpeed,
        List<String> benchmarks) {
    /// `--table-format rest|md`.
    public enum TableFormat {
        REST,
        MD
    }

    /// What `pyperf compare_to` does without options: a list.
    public static final CompareOptions LIST =
            new CompareOptions(
                    false,
                    TableFormat.REST,
                    false,
                    false,
                    false,
                    OptionalDouble.empty(),
                    List.of());

    /// As `--table`, nothing else.
    public static final CompareOptions TABLE =
            new CompareOptions(
                    true, TableFormat.REST, false, false, false, OptionalDouble.empty(), List.of());

    public CompareOptions {
        benchmarks = List.copyOf(benchmarks);
    }
}
