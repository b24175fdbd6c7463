package org.pykiln.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// The order in which the units of a plan are measured.
///
/// A round holds each datapoint once on each image; datapoints come in a new random order each
/// round. Inside a datapoint the images follow each other, so that drift of the host meets all of
/// them alike. The order of images is a row of a Latin square: over as many rounds as there are
/// images each image stands in each position once, and each such block of rounds shuffles the
/// square anew, so that no image always follows the same other.
///
/// A round depends on the seed and on its number only: a plan with more rounds begins alike.
final class Schedule {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Schedule() {}

    /// @param round from 1
    static List<BenchUnit> round(SessionPlan plan, int round) {
        List<String> datapoints = new ArrayList<>(plan.datapoints());
        shuffle(datapoints, random(plan.seed(), round, "order of datapoints"));
        List<BenchUnit> units = new ArrayList<>();
        for (String datapoint : datapoints) {
            List<String> images = imageOrder(plan, datapoint, round);
            for (int i = 0; i < images.size(); i++) {
                units.add(new BenchUnit(images.get(i), datapoint, round, i + 1));
            }
        }
        return units;
    }

    private static List<String> imageOrder(SessionPlan plan, String datapoint, int round) {
        List<String> images =
                new ArrayList<>(plan.images().stream().map(PlannedImage::name).toList());
        int count = images.size();
        int block = (round - 1) / count;
        RandomGenerator random = random(plan.seed(), block, datapoint);
        shuffle(images, random);
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            rows.add(row);
        }
        shuffle(rows, random);
        Collections.rotate(images, rows.get((round - 1) % count));
        return images;
    }

    private static RandomGenerator random(long seed, int number, String purpose) {
        long mixed = seed * GOLDEN + number;
        return new SplittableRandom(mixed * GOLDEN + purpose.hashCode());
    }

    private static <T> void shuffle(List<T> list, RandomGenerator random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }
}
