package org.pykiln.stats;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What is compared: one recipe, by the images that were built from it. A build of a recipe is a
/// draw, above all with a profile (PGO); several builds show how far draws are apart.
///
/// @param name of the variant
/// @param builds the images, at least one; all of one session where they carry rounds
public record Variant(String name, List<Measurements> builds) {

    public Variant {
        builds = List.copyOf(builds);
        if (builds.isEmpty()) {
            throw new IllegalArgumentException(name + " has no image");
        }
    }

    /// An image that speaks for itself alone.
    public static Variant of(Measurements image) {
        return new Variant(image.name(), List.of(image));
    }

    /// Names of the datapoints that every build has, in the order of the first.
    Set<String> datapoints() {
        var names = new LinkedHashSet<>(builds.getFirst().datapoints().keySet());
        builds.forEach(build -> names.retainAll(build.datapoints().keySet()));
        return names;
    }

    /// Names of the datapoints that any build has.
    Set<String> anyDatapoints() {
        var names = new LinkedHashSet<String>();
        builds.forEach(build -> names.addAll(build.datapoints().keySet()));
        return names;
    }

    /// The datapoint on each build; it is one of [#datapoints].
    List<Sample> samples(String datapoint) {
        var samples = new ArrayList<Sample>();
        for (var build : builds) {
            var sample = build.datapoints().get(datapoint);
            if (sample == null) {
                throw new IllegalArgumentException(build.name() + " lacks " + datapoint);
            }
            samples.add(sample);
        }
        return samples;
    }

    /// The same samples, reduced to the rounds that all of them have where these are at least two,
    /// so that drift of the machine meets all alike; else all units, without rounds.
    static List<Sample> aligned(List<Sample> samples) {
        Set<Integer> shared = new TreeSet<>(samples.getFirst().rounds());
        samples.forEach(sample -> shared.retainAll(sample.rounds()));
        return shared.size() >= 2
                ? samples.stream().map(sample -> sample.only(shared)).toList()
                : samples.stream().map(sample -> new Sample(sample.means(), List.of())).toList();
    }

    /// All units of several samples as one.
    static Sample together(List<Sample> samples) {
        var means = new ArrayList<Double>();
        var rounds = new ArrayList<Integer>();
        for (var sample : samples) {
            means.addAll(sample.means());
            rounds.addAll(sample.rounds());
        }
        return new Sample(means, rounds);
    }
}
