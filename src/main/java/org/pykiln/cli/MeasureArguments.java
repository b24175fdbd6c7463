package org.pykiln.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pykiln.bench.BenchmarkCatalogue;
import org.pykiln.bench.Datapoint;
import org.pykiln.bench.Limits;
import org.pykiln.bench.Mode;
import org.pykiln.bench.Precision;
import org.pykiln.lab.LabException;
import org.pykiln.lab.LabOrder;
import org.pykiln.lab.Subject;
import org.pykiln.recipe.Printable;
import org.pykiln.settings.SettingsFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// What is measured, and how much.
final class MeasureArguments {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?) ?%?");
    private static final double FINEST = 0.001;
    private static final double COARSEST = 0.2;

    @Option(
            names = "-b",
            paramLabel = "NAMES",
            description =
                    "Benchmarks, datapoints or tags, separated by commas; -NAME leaves one out,"
                            + " all stands for all, kit for those that need no packages. Repeatable."
                            + " Without it: smoke, a selection of 14.")
    List<String> names = new ArrayList<>();

    @ArgGroup ModeSwitch mode = new ModeSwitch();

    @Option(
            names = "--cpuset",
            paramLabel = "CPUS",
            description =
                    "CPUs to measure on, such as 1 or 0,1. Default: those of the settings, or else"
                            + " the last one.")
    String cpuset = "";

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description =
                    "Memory that each image's container may use, such as 512m or 2g; nothing is"
                            + " swapped. Default: no limit.")
    String memory = "";

    @Option(
            names = "--precision",
            paramLabel = "PERCENT",
            description =
                    "Measure a datapoint no further once its intervals reach no further than this"
                            + " from their ratios, such as 1%%, or cannot come to it; never because"
                            + " of a difference. Ten processes at least.")
    @Nullable String precision;

    @Option(
            names = "--no-requeue",
            description =
                    "Do not measure rounds again that something disturbed (at most a fifth of them,"
                            + " at the end, on all images).")
    boolean noRequeue;

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

    /// @param settings may name CPUs to measure on
    LabOrder order(SettingsFile settings, List<Subject> subjects) {
        BenchmarkCatalogue catalogue = BenchmarkCatalogue.shipped();
        List<Datapoint> datapoints = names.isEmpty() ? catalogue.smoke() : catalogue.select(names);
        LabOrder order =
                new LabOrder(subjects, datapoints, mode.mode(), precision())
                        .withLimits(limits(settings));
        return noRequeue ? order.withoutRequeue() : order;
    }

    private Optional<Precision> precision() {
        if (precision == null) {
            return Optional.empty();
        }
        Matcher percent = PERCENT.matcher(precision.strip());
        double share = percent.matches() ? Double.parseDouble(percent.group(1)) / 100 : 0;
        if (share < FINEST || share > COARSEST) {
            throw LabException.badInput(
                    "--precision cannot be \"%s\"; expected 0.1%% to 20%%%s"
                            .formatted(
                                    Printable.of(precision),
                                    percent.matches()
                                            ? "; nearest: " + (share < FINEST ? "0.1%" : "20%")
                                            : ", such as 1%"));
        }
        if (mode.mode().rounds() <= Precision.FEWEST_ROUNDS) {
            throw LabException.badInput(
                    "--precision needs more than %d processes, and --quick has %d; nearest: --standard"
                            .formatted(Precision.FEWEST_ROUNDS, mode.mode().rounds()));
        }
        return Optional.of(new Precision(share));
    }

    private Limits limits(SettingsFile settings) {
        return new Limits(
                Limits.cpuset("--cpuset", cpuset)
                        .or(() -> settings.load().settings().measureCpus()),
                Limits.memory("--memory", memory));
    }
}
