package org.pykiln.bench;

import java.util.List;

/// A benchmark of pyperformance's manifest or of PyKiln's own.
///
/// @param name as `-b` takes it
/// @param python versions it runs on
/// @param requirements third-party packages it needs, as pip writes them; a lock of the script's
///   folder pins them and what they need in turn
/// @param smoke whether it is part of the quick selection
public record Benchmark(
        String name,
        List<String> tags,
        PythonRange python,
        List<String> requirements,
        List<Datapoint> datapoints,
        boolean smoke) {
    public Benchmark {
        tags = List.copyOf(tags);
        requirements = List.copyOf(requirements);
        datapoints = List.copyOf(datapoints);
    }

    boolean needsPackages() {
        return !requirements.isEmpty();
    }
}
