package org.pykiln.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pykiln.stats.Levels.Level;

/// Where an error comes from and what to repeat next, in sentences.
public final class VarianceSummary {

    private static final int MANY = 1000;

    private VarianceSummary() {}

    /// Such as "nbody: builds make 71 % of the error's variance, processes 25 %, iterations 4 %.
    /// Repeat builds next: …".
    public static String of(VarianceShares shares) {
        if (shares.error().sum() == 0) {
            return shares.name() + ": the measurements do not scatter; nothing is to be repeated.";
        }
        return "%s: %s. %s %s"
                .formatted(shares.name(), parts(shares), next(shares), unknown(shares))
                .strip();
    }

    private static String parts(VarianceShares shares) {
        var parts = new ArrayList<String>();
        for (var level : levels(shares)) {
            String part = level.plural() + (parts.isEmpty() ? " make " : " ");
            parts.add(part + percent(shares.share(level)));
        }
        parts.set(0, parts.getFirst() + " of the error's variance");
        return String.join(", ", parts);
    }

    /// The levels of which something is known.
    public static List<Level> levels(VarianceShares shares) {
        return shares.betweenBuilds()
                ? List.of(Level.BUILD, Level.PROCESS, Level.ITERATION)
                : List.of(Level.PROCESS, Level.ITERATION);
    }

    /// What to repeat next: the word for the level, or a dash where nothing scatters.
    public static String repeat(VarianceShares shares) {
        return shares.error().sum() == 0 ? "–" : shares.next().plural();
    }

    /// Such as `71 %`.
    public static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static String next(VarianceShares shares) {
        var costs = new ArrayList<String>();
        for (var level : levels(shares)) {
            double seconds = shares.seconds().at(level);
            if (seconds > 0) {
                costs.add(seconds(seconds) + " for " + level.single());
            }
        }
        String best = best(shares);
        return "Repeat %s next%s."
                .formatted(
                        shares.next().plural(),
                        costs.isEmpty() || best.isEmpty()
                                ? ""
                                : ": at " + String.join(", ", costs) + ", " + best);
    }

    private static String best(VarianceShares shares) {
        var best = new ArrayList<String>();
        if (shares.betweenBuilds() && shares.seconds().build() > 0) {
            best.add(
                    optimum(shares.bestProcesses(), "process", "processes", "a build")
                            + " (there are "
                            + whole(shares.counts().process())
                            + ")");
        }
        if (shares.seconds().process() > 0 && shares.seconds().iteration() > 0) {
            best.add(
                    optimum(shares.bestIterations(), "iteration", "iterations", "a process")
                            + " (there are "
                            + whole(shares.counts().iteration())
                            + ")");
        }
        if (!best.isEmpty()) {
            best.set(0, best.getFirst().replace(" (there", " would be best (there"));
        }
        return String.join(" and ", best);
    }

    private static String optimum(double best, String one, String several, String of) {
        String number = best > MANY ? "ever more" : whole(best);
        return "%s %s %s".formatted(number, best == 1 ? one : several, of);
    }

    private static String whole(double count) {
        return count == Math.rint(count)
                ? Long.toString(Math.round(count))
                : String.format(Locale.ROOT, "%.1f", count);
    }

    private static String seconds(double seconds) {
        return seconds >= 10
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : new BigDecimal(seconds).round(new MathContext(2)).toPlainString() + " s";
    }

    private static String unknown(VarianceShares shares) {
        return shares.betweenBuilds()
                ? ""
                : "How far builds of a recipe are apart is not known: one side has a single build.";
    }
}
