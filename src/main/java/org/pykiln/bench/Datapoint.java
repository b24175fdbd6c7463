package org.pykiln.bench;

import java.util.List;

/// One named series that a benchmark script yields, and how its worker process is started.
///
/// @param name as pyperf files call it, unique in the catalogue
/// @param benchmark that yields it, as pyperformance's manifest calls it
/// @param folder of the script, below the kit's benchmarks
/// @param options for the script, before pyperf's own
/// @param task number that pyperf's `--worker-task` wants
/// @param tags of the benchmark
/// @param loopSeconds roughly, of one loop iteration on a desktop computer; only for estimates
public record Datapoint(
        String name,
        String benchmark,
        String folder,
        List<String> options,
        int task,
        List<String> tags,
        double loopSeconds) {
    public Datapoint {
        options = List.copyOf(options);
        tags = List.copyOf(tags);
    }
}
