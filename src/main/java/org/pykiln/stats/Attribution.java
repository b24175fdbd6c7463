package org.pykiln.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;

/// What each step of a chain of images is worth: neighbours contrasted with each other, each
/// comparison with one candidate.
///
/// **Product.** The ratios of the steps multiply to the ratio of the whole, for each datapoint and
/// for the geometric mean. For that every image enters all of its contrasts with the same mean:
/// only datapoints that all images of the chain have count, and of these only rounds in which all
/// were measured, where at least two are. So a unit that was lost on one image is left out on all.
///
/// **Correction.** All claims of the chain are one family, as [Analysis] has it for the candidates
/// of one comparison: images that do not differ show any *faster* or *slower*, of a step, of the
/// whole or of another pair, in at most 5 % of chains.
///
/// @param steps each image against the one before it, in order
/// @param whole the last image against the first; of a single step that step itself
/// @param others the other pairs, in the order in which they were given
/// @param leftOut datapoints that some images of the chain lack
public record Attribution(
        List<Comparison> steps, Comparison whole, List<Comparison> others, List<String> leftOut) {

    public Attribution {
        steps = List.copyOf(steps);
        others = List.copyOf(others);
        leftOut = List.copyOf(leftOut);
    }

    /// Two images beside the chain that are contrasted too, by what both of them have.
    public record Pair(Measurements baseline, Measurements candidate) {}

    /// @param chain at least two images, in order
    /// @throws IllegalArgumentException if the images of the chain, or of a pair, share no
    ///   datapoint
    public static Attribution of(
            List<Measurements> chain, List<Pair> others, EquivalenceZone zone) {
        var aligned = aligned(chain);
        var pairs = new ArrayList<Pair>();
        for (int i = 1; i < aligned.size(); i++) {
            pairs.add(new Pair(aligned.get(i - 1), aligned.get(i)));
        }
        int steps = pairs.size();
        // The whole of one step would be the same claim once more.
        if (steps > 1) {
            pairs.add(new Pair(aligned.getFirst(), aligned.getLast()));
        }
        int own = pairs.size();
        pairs.addAll(others);
        var comparisons = compare(pairs, zone);
        return new Attribution(
                comparisons.subList(0, steps),
                comparisons.get(own - 1),
                comparisons.subList(own, comparisons.size()),
                leftOut(chain, aligned.getFirst()));
    }

    private static List<Comparison> compare(List<Pair> pairs, EquivalenceZone zone) {
        return Analysis.comparePairs(
                pairs.stream()
                        .map(pair ->
                                new VariantPair(
                                        Variant.of(pair.baseline()), Variant.of(pair.candidate())))
                        .toList(),
                zone);
    }

    private static List<Measurements> aligned(List<Measurements> chain) {
        var datapoints = new LinkedHashSet<>(chain.getFirst().datapoints().keySet());
        chain.forEach(image -> datapoints.retainAll(image.datapoints().keySet()));
        List<SequencedMap<String, Sample>> samples = new ArrayList<>();
        chain.forEach(image -> samples.add(new LinkedHashMap<>()));
        for (String datapoint : datapoints) {
            var aligned =
                    Variant.aligned(
                            chain.stream()
                                    .map(image -> image.datapoints().get(datapoint))
                                    .toList());
            for (int i = 0; i < aligned.size(); i++) {
                samples.get(i).put(datapoint, aligned.get(i));
            }
        }
        var result = new ArrayList<Measurements>();
        for (int i = 0; i < chain.size(); i++) {
            result.add(new Measurements(chain.get(i).name(), samples.get(i)));
        }
        return result;
    }

    private static List<String> leftOut(List<Measurements> chain, Measurements aligned) {
        var names = new LinkedHashSet<String>();
        chain.forEach(image -> names.addAll(image.datapoints().keySet()));
        names.removeAll(aligned.datapoints().keySet());
        return List.copyOf(names);
    }
}
