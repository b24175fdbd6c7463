package org.pykiln.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// How long it takes from results to the marks of a chart, which a window that follows a session
/// draws anew with every unit. Not a test: a machine that does something else would fail it.
///
/// `mvn -q test-compile`, then `java -cp "target/classes:target/test-classes:target/lib/*"
/// org.pykiln.report.ChartBenchmark`.
final class ChartBenchmark {
    private static final int WARM_UP = 1_000;
    private static final int MEASURED = 1_001;
    private static final int DATAPOINTS = 115;

    private ChartBenchmark() {}

    public static void main(String[] arguments) {
        double[] ratios =
                IntStream.range(0, DATAPOINTS).mapToDouble(i -> 0.7 + 0.005 * i).toArray();
        List<String> names = IntStream.range(1, 16).mapToObj(i -> "image-" + i).toList();
        var many = Examples.several(0.01, 10, names, ratios);
        var one = Examples.of(0.01, 10, ratios);
        var units = Examples.units("nbody", 4, 60, 0.02, 1);
        report("heat map, 16 images, 115 datapoints", () -> HeatMap.of(many, 900));
        report("forest, 115 datapoints", () -> ForestChart.of(one, 900));
        report("forest, 16 images, 115 datapoints", () -> ForestChart.of(many, 900));
        report("raincloud, 4 images of 60 units", () -> RaincloudChart.of(units, 900));
        report("Pareto, 4 images", () -> ParetoChart.of(Examples.pareto(), 900));
    }

    private static void report(String what, Supplier<Chart> layout) {
        double[] millis = new double[MEASURED];
        int marks = 0;
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            long start = System.nanoTime();
            marks = layout.get().marks().size();
            if (i >= WARM_UP) {
                millis[i - WARM_UP] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "%s: median %.2f ms, 99 %% below %.2f ms (%d marks)%n",
                what, millis[MEASURED / 2], millis[MEASURED * 99 / 100], marks);
    }
}
