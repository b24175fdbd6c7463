package org.pykiln.bench;

import java.util.List;

/// The engine's host, as a container of the session sees it. Texts are empty and numbers negative
/// where the host does not tell.
///
/// @param load runnable processes, mean of one minute
/// @param cpus of the host
/// @param cpuModel such as `Intel(R) Xeon(R) CPU @ 2.20GHz`
/// @param governor of the first CPU's frequency, such as `performance`
/// @param turbo `on`, `off`, or empty
/// @param virtualised whether a hypervisor shows itself
/// @param usableCpus that units really may use
/// @param warnings what makes measurements less certain, a sentence each
public record HostFacts(
        double load,
        int cpus,
        String cpuModel,
        String governor,
        String turbo,
        boolean virtualised,
        List<Integer> usableCpus,
        List<String> warnings) {
    public HostFacts {
        usableCpus = List.copyOf(usableCpus);
        warnings = List.copyOf(warnings);
    }
}
