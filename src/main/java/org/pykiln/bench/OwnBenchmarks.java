package org.pykiln.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// PyKiln's own benchmarks: a tree of pyperformance's format among the resources, which
/// pyperformance lists and runs with `--manifest` as it is. Everything that is known of them stands
/// there.
final class OwnBenchmarks {
    private static final String TREE = "own/";
    private static final String SCRIPT = "/run_benchmark.py";

    /// A row of the manifest's table: a name, and that its files are in the folder of that name.
    private static final Pattern ROW = Pattern.compile("([a-z0-9_]+)\t<local>");

    private OwnBenchmarks() {}

    /// In the order of the manifest.
    static List<Benchmark> all() {
        return folders().stream().map(OwnBenchmarks::benchmark).toList();
    }

    /// The programs, by their place below a folder of benchmarks.
    static Map<String, String> scripts() {
        Map<String, String> scripts = new TreeMap<>();
        for (String folder : folders()) {
            scripts.put(folder + SCRIPT, KitLock.resource(TREE + folder + SCRIPT));
        }
        return scripts;
    }

    private static List<String> folders() {
        return KitLock.resource(TREE + "MANIFEST")
                .lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> "bm_" + row.group(1))
                .toList();
    }

    private static Benchmark benchmark(String folder) {
        String toml = KitLock.resource(TREE + folder + "/pyproject.toml");
        String requirements = KitLock.resource(TREE + folder + "/requirements.txt");
        return PyprojectJson.benchmark(toml, folder, requirements.lines().toList());
    }
}
