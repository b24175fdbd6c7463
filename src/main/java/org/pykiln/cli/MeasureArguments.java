package org.pykiln.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pykiln.bench.BenchmarkCatalogue;
import org.pykiln.bench.Datapoint;
import org.pykiln.bench.Mode;
import org.pykiln.lab.LabException;
import org.pykiln.lab.LabOrder;
import org.pykiln.lab.Subject;
import org.pykiln.recipe.Printable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// What is measured, and how much.
final class MeasureArguments {
    private static final Pattern CPUS =
            Pattern.compile("\\d{1,4}(-\\d{1,4})?(,\\d{1,4}(-\\d{1,4})?)*");

    @Option(
            names = "-b",
            paramLabel = "NAMES",
            description =
                    "Benchmarks, datapoints or tags, separated by commas; -NAME leaves one out,"
                            + " all stands for all. Repeatable. Without it: smoke, a selection of 14.")
    List<String> names = new ArrayList<>();

    @ArgGroup ModeSwitch mode = new ModeSwitch();

    @Option(
            names = "--cpuset",
            paramLabel = "CPUS",
            description = "CPUs to measure on, such as 1 or 0,1. Default: the last one.")
    @Nullable String cpuset;

    static final class ModeSwitch {
        @Option(names = "--quick", description = "6 processes of each datapoint.")
        boolean quick;

        @Option(names = "--standard", description = "20 processes (default).")
        boolean standard;

        @Option(names = "--rigorous", description = "40 processes.")
        boolean rigorous;

        Mode mode() {
            if (quick) {
                return Mode.QUICK;
            }
            return rigorous ? Mode.RIGOROUS : Mode.STANDARD;
        }
    }

    LabOrder order(List<Subject> subjects) {
        BenchmarkCatalogue catalogue = BenchmarkCatalogue.shipped();
        List<Datapoint> datapoints = names.isEmpty() ? catalogue.smoke() : catalogue.select(names);
        return new LabOrder(subjects, datapoints, mode.mode(), cpus());
    }

    private Optional<String> cpus() {
        if (cpuset != null && !CPUS.matcher(cpuset).matches()) {
            throw LabException.badInput(
                    "--cpuset cannot be \"%s\"; expected numbers of CPUs such as 1 or 0,2-3"
                            .formatted(Printable.of(cpuset)));
        }
        return Optional.ofNullable(cpuset);
    }
}
