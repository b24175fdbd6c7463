package org.pykiln.report;

import java.util.Locale;
import java.util.stream.Collectors;
import org.pykiln.bench.ProcessMean;
import org.pykiln.bench.Requeue;
import org.pykiln.report.DatapointUnits.Disturbed;
import org.pykiln.report.DatapointUnits.OfImage;
import org.pykiln.stats.Interval;

/// The numbers of a datapoint's units as text, in one unit and precision for all images.
///
/// @param behindPoint digits of the means and their intervals
record UnitsText(DatapointUnits units, Scale scale, int behindPoint) {

    static UnitsText of(DatapointUnits units) {
        var scale = units.scale();
        double width =
                units.images().stream()
                        .flatMap(image -> image.interval().stream())
                        .mapToDouble(interval -> interval.high() / interval.low() - 1)
                        .filter(share -> share > 0)
                        .min()
                        .orElse(0.01);
        double smallest = units.means().min().orElse(1);
        return new UnitsText(units, scale, scale.digits(smallest, width / 4));
    }

    String mean(OfImage image) {
        return scale.number(image.mean(), behindPoint);
    }

    String interval(OfImage image) {
        return image.interval().map(this::range).orElse("no interval");
    }

    private String range(Interval interval) {
        return "[%s, %s]"
                .formatted(
                        scale.number(interval.low(), behindPoint),
                        scale.number(interval.high(), behindPoint));
    }

    static String count(OfImage image) {
        int n = image.units().size();
        return n + (n == 1 ? " unit" : " units");
    }

    /// One sentence an image.
    String description() {
        return units.images().stream().map(this::sentence).collect(Collectors.joining(" "));
    }

    /// What a step of an image's curve says.
    String share(OfImage image, double share, double value) {
        return "%s: %d %% of its units took at most %s"
                .formatted(image.image(), Math.round(share * 100), scale.text(value, behindPoint));
    }

    /// One unit.
    String unit(OfImage image, ProcessMean unit) {
        String place = units.rounds() ? Requeue.text(unit.round()) : "number " + unit.round();
        return "%s, %s: %s".formatted(image.image(), place, scale.text(unit.mean(), behindPoint));
    }

    /// One unit that is shown and takes part in nothing.
    String disturbed(OfImage image, Disturbed disturbed) {
        return "%s. Disturbed, so measured again and not compared: %s."
                .formatted(unit(image, disturbed.unit()), disturbed.reason());
    }

    String sentence(OfImage image) {
        var means = image.means().summaryStatistics();
        String interval = image.interval().map(one -> " (95 %: " + between(one) + ")").orElse("");
        return "%s: %s, mean %s%s, from %s to %s%s%s."
                .formatted(
                        image.image(),
                        count(image),
                        scale.text(image.mean(), behindPoint),
                        interval,
                        scale.number(means.getMin(), behindPoint),
                        scale.text(means.getMax(), behindPoint),
                        drift(image),
                        disturbed(image));
    }

    private String between(Interval interval) {
        return scale.number(interval.low(), behindPoint)
                + "–"
                + scale.text(interval.high(), behindPoint);
    }

    private static String disturbed(OfImage image) {
        int n = image.disturbed().size();
        return n == 0
                ? ""
                : "; %d disturbed %s not part of it".formatted(n, n == 1 ? "unit is" : "units are");
    }

    /// What the eye sees in the timeline, for those who do not see it.
    private static String drift(OfImage image) {
        int half = image.units().size() / 2;
        if (half == 0) {
            return "";
        }
        double first = image.means().limit(half).average().orElseThrow();
        double second = image.means().skip(half).average().orElseThrow();
        double change = (second / first - 1) * 100;
        return Math.abs(change) < 0.05
                ? "; both halves of the run took the same"
                : String.format(
                        Locale.ROOT,
                        "; the second half of the run took %.1f %% %s",
                        Math.abs(change),
                        change > 0 ? "longer" : "less long");
    }
}
