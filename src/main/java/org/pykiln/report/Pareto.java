package org.pykiln.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.pykiln.stats.Interval;

/// What each image's speed costs: its time against its size, its peak memory and the time that it
/// took to build.
///
/// @param baseline name of the image that ratios are against
/// @param images all that were measured, the baseline first
public record Pareto(String baseline, List<Image> images) {

    public Pareto {
        images = List.copyOf(images);
    }

    /// One image.
    ///
    /// @param number its index among all that were measured, which tells its sign
    /// @param time geometric mean of its times against the baseline's
    /// @param memory the same of `mem_max_rss`, the peak memory that pyperf records of each
    ///   process, over the datapoints that have it; nothing where none has
    /// @param built what its receipt says; nothing without a receipt
    public record Image(
            String name, int number, Ratio time, Optional<Ratio> memory, Optional<Built> built) {}

    /// A ratio and its 95 % interval.
    ///
    /// @param interval absent for the baseline itself and where none can be estimated
    public record Ratio(double ratio, @Nullable Interval interval) {
        /// Of the baseline to itself.
        public static final Ratio ONE = new Ratio(1, null);
    }

    /// @param bytes size of all layers
    /// @param seconds the build took
    /// @param cachedSteps steps that came from the engine's cache, of `steps`
    public record Built(long bytes, double seconds, int steps, int cachedSteps) {
        /// Of a build that mostly came from the cache the time says nothing.
        boolean isTimed() {
            return seconds > 0 && 2 * cachedSteps <= steps;
        }
    }

    /// What speed is paid with.
    enum Cost {
        SIZE("image size"),
        MEMORY("peak memory"),
        BUILD("build time");

        private final String label;

        Cost(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /// Nothing where it is not known of the image.
        OptionalDouble of(Image image) {
            return switch (this) {
                case SIZE -> known(image.built().map(built -> (double) built.bytes()));
                case MEMORY -> known(image.memory().map(Ratio::ratio));
                case BUILD -> known(image.built().filter(Built::isTimed).map(Built::seconds));
            };
        }

        @Nullable Interval interval(Image image) {
            return this == MEMORY ? image.memory().map(Ratio::interval).orElse(null) : null;
        }

        private static OptionalDouble known(Optional<Double> value) {
            return value.filter(one -> one > 0)
                    .map(OptionalDouble::of)
                    .orElse(OptionalDouble.empty());
        }
    }

    /// The costs that are known of at least two images.
    List<Cost> costs() {
        return List.of(Cost.values()).stream().filter(cost -> known(cost).size() > 1).toList();
    }

    List<Image> known(Cost cost) {
        return images.stream().filter(image -> cost.of(image).isPresent()).toList();
    }

    /// The images than which no other is both at least as fast and at least as cheap, the fastest
    /// first: judged by the estimates, not by their intervals.
    List<Image> front(Cost cost) {
        List<Image> known = known(cost);
        return known.stream()
                .filter(image -> known.stream().noneMatch(other -> isBeaten(image, other, cost)))
                .sorted((a, b) -> Double.compare(a.time().ratio(), b.time().ratio()))
                .toList();
    }

    private static boolean isBeaten(Image image, Image other, Cost cost) {
        double time = other.time().ratio() - image.time().ratio();
        double price = cost.of(other).orElseThrow() - cost.of(image).orElseThrow();
        return time <= 0 && price <= 0 && (time < 0 || price < 0);
    }

    /// Why images are missing, a sentence a cost; empty where none is.
    List<String> leftOut() {
        return List.of(Cost.values()).stream()
                .filter(cost -> known(cost).size() < images.size())
                .map(this::leftOut)
                .toList();
    }

    private String leftOut(Cost cost) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        images.stream()
                .filter(image -> cost.of(image).isEmpty())
                .forEach(image ->
                        names.computeIfAbsent(why(image, cost), reason -> new ArrayList<>())
                                .add(image.name()));
        var parts = new ArrayList<String>();
        names.forEach((reason, missing) -> {
            String who =
                    missing.size() == images.size() ? "all images" : String.join(", ", missing);
            parts.add("%s (%s)".formatted(who, reason));
        });
        return "Not in %s: %s.".formatted(cost.label(), String.join(", ", parts));
    }

    private static String why(Image image, Cost cost) {
        return switch (cost) {
            case MEMORY -> "no mem_max_rss in common with the baseline";
            case SIZE -> image.built().map(built -> "no size in its receipt").orElse("no receipt");
            case BUILD ->
                    image.built()
                            .map(built ->
                                    built.seconds() <= 0
                                            ? "no time in its receipt"
                                            : "%d of %d steps came from the cache"
                                                    .formatted(built.cachedSteps(), built.steps()))
                            .orElse("no receipt");
        };
    }

    /// One sentence an image, then the fronts.
    String description() {
        var sentences = new StringBuilder();
        images.forEach(image -> sentences.append(sentence(image)).append(' '));
        for (var cost : costs()) {
            sentences.append(
                    "The front of time and %s: %s. "
                            .formatted(
                                    cost.label(),
                                    String.join(
                                            ", ", front(cost).stream().map(Image::name).toList())));
        }
        leftOut().forEach(sentence -> sentences.append(sentence).append(' '));
        return sentences.toString().strip();
    }

    /// What is known of one image.
    String sentence(Image image) {
        var sentence = new StringBuilder();
        sentence.append(image.name()).append(": ");
        sentence.append(
                image.name().equals(baseline)
                        ? "the baseline"
                        : String.format(
                                Locale.ROOT,
                                "%.3fx the time of %s",
                                image.time().ratio(),
                                baseline));
        image.built()
                .ifPresent(built ->
                        sentence.append(
                                String.format(Locale.ROOT, ", %.0f MB", built.bytes() / 1e6)));
        image.memory()
                .ifPresent(memory ->
                        sentence.append(
                                String.format(
                                        Locale.ROOT, ", %.3fx its peak memory", memory.ratio())));
        image.built()
                .filter(Built::isTimed)
                .ifPresent(built ->
                        sentence.append(
                                String.format(
                                        Locale.ROOT, ", built in %.1f min", built.seconds() / 60)));
        return sentence.append('.').toString();
    }
}
