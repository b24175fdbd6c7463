package org.pykiln.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// How long a large comparison takes to be worked out: 16 images, 115 datapoints, 60 processes of
/// each. Not a test: a machine that does something else would fail it.
///
/// `mvn -q test-compile`, then `java -cp 'target/classes:target/test-classes:target/lib/*'
/// org.pykiln.stats.AnalysisBenchmark`.
final class AnalysisBenchmark {
    private static final int IMAGES = 16;
    private static final int DATAPOINTS = 115;
    private static final int UNITS = 60;
    private static final int MEASURED = 101;

    private AnalysisBenchmark() {}

    public static void main(String[] arguments) {
        List<Measurements> images = images(new SplittableRandom(16));
        double[] millis = new double[MEASURED];
        double check = 0;
        for (int i = 0; i < MEASURED; i++) {
            // another baseline each time, as when somebody looks from all sides
            List<Measurements> others = new ArrayList<>(images);
            Measurements baseline = others.remove(i % IMAGES);
            long start = System.nanoTime();
            Comparison comparison = Analysis.compare(baseline, others, EquivalenceZone.ONE_PERCENT);
            millis[i] = (System.nanoTime() - start) / 1e6;
            check += comparison.candidates().getLast().geomean().ratio();
        }
        double first = millis[0];
        Arrays.sort(millis);
        System.out.printf(
                "%d images x %d datapoints x %d processes: median %.0f ms, slowest %.0f ms,"
                        + " the very first %.0f ms (%.3f)%n",
                IMAGES,
                DATAPOINTS,
                UNITS,
                millis[MEASURED / 2],
                millis[MEASURED - 1],
                first,
                check / MEASURED);
    }

    private static List<Measurements> images(SplittableRandom random) {
        return IntStream.range(0, IMAGES)
                .mapToObj(image -> {
                    var datapoints = new LinkedHashMap<String, Sample>();
                    for (int datapoint = 0; datapoint < DATAPOINTS; datapoint++) {
                        datapoints.put("datapoint " + datapoint, sample(image, random));
                    }
                    return Measurements.of("image " + image, datapoints);
                })
                .toList();
    }

    private static Sample sample(int image, SplittableRandom random) {
        double[] means = new double[UNITS];
        Arrays.setAll(means, i -> 0.1 * (1 + 0.01 * image + 0.02 * random.nextGaussian()));
        return Sample.inRounds(means, IntStream.rangeClosed(1, UNITS).toArray());
    }
}
