package org.pykiln.bench;

import java.util.List;
import java.util.Map;

/// What an image's interpreter says of itself, its container and its host, before it is measured.
///
/// @param python full version
/// @param freeThreaded whether it has no global lock
/// @param kit content hash of the kit it sees; empty when the kit is not whole
/// @param compiled whether the kit is compiled for this interpreter
/// @param checked what pyperf wants to be equal in all runs of a benchmark, as text
record Probe(
        String python,
        String implementation,
        boolean freeThreaded,
        String kit,
        boolean compiled,
        String libc,
        String mallocFrom,
        double load,
        int cpus,
        List<Integer> usableCpus,
        String cpuModel,
        String governor,
        String turbo,
        boolean virtualised,
        Map<String, String> checked) {
    Probe {
        usableCpus = List.copyOf(usableCpus);
        checked = Map.copyOf(checked);
    }

    boolean seesKit() {
        return kit.equals(Kit.HASH);
    }

    boolean isReady() {
        return seesKit() && compiled;
    }

    PythonVersion version() {
        return PythonVersion.parse(python);
    }
}
