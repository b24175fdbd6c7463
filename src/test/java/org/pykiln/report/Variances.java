package org.pykiln.report;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.stats.Levels;
import org.pykiln.stats.VarianceShares;

/// Errors for tests of reports.
final class Variances {

    private Variances() {}

    /// Three builds a side, and every kind of advice.
    static Variance ofBuilds() {
        return new Variance(
                "debian-o2",
                "debian-o3",
                List.of(
                        row("nbody", true, 0.0004, 0.0001, 0.00001),
                        row("json_loads", true, 0, 0.0002, 0.0001),
                        row("async_tree_io", true, 0.0001, 0.00002, 0.0009),
                        row("telco", true, 0, 0, 0)));
    }

    static Variance ofSingleBuilds() {
        return new Variance(
                "debian-o2",
                "debian-o3",
                List.of(
                        row("nbody", false, 0, 0.0001, 0.00001),
                        row("json_loads", false, 0, 0.0001, 0.0009)));
    }

    static Variance many(int rows, String name) {
        var all = new ArrayList<VarianceShares>();
        for (int i = 0; i < rows; i++) {
            all.add(row(name + i, i % 3 > 0, 0.0001 * (i % 3), 0.0001 * (i % 5), 0.0001));
        }
        return new Variance(name, name + "'", all);
    }

    private static VarianceShares row(
            String name, boolean builds, double build, double process, double iteration) {
        return new VarianceShares(
                name,
                builds,
                new Levels(build, process, iteration),
                new Levels(build / 3, process / 30, iteration / 90),
                new Levels(builds ? 3 : 1, 10, 3),
                new Levels(600, 1.5, 0.15));
    }
}
