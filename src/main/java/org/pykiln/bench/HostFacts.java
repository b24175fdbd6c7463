package org.pykiln.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The engine's host, as a container sees it. Texts are empty and the load is negative where the
/// host does not tell.
///
/// @param load runnable processes, mean of one minute
/// @param cpus of the host, by number
/// @param cpuModel such as `Intel(R) Xeon(R) CPU @ 2.20GHz`
/// @param governor of the first CPU's frequency, such as `performance`
/// @param turbo `on`, `off`, or empty
/// @param virtualised whether a hypervisor shows itself
/// @param usableCpus that the container's processes really may use
/// @param warnings what makes measurements less certain, a sentence each
public record HostFacts(
        double load,
        List<Integer> cpus,
        String cpuModel,
        String governor,
        String turbo,
        boolean virtualised,
        List<Integer> usableCpus,
        List<String> warnings) {
    private static final double BUSY_LOAD = 0.5;

    public HostFacts {
        cpus = List.copyOf(cpus);
        usableCpus = List.copyOf(usableCpus);
        warnings = List.copyOf(warnings);
    }

    /// @param cpuset that the container was asked to keep to
    static HostFacts of(Probe probe, Optional<String> cpuset) {
        List<String> warnings = new ArrayList<>();
        if (probe.load() > BUSY_LOAD * probe.cpus().size()) {
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "The host is busy: its load is %.1f on %d CPUs. Results will scatter.",
                            probe.load(),
                            probe.cpus().size()));
        }
        if (!probe.governor().isEmpty() && !probe.governor().equals("performance")) {
            warnings.add(
                    "The CPU's frequency governor is \"%s\"; \"performance\" is steadier."
                            .formatted(probe.governor()));
        }
        if (probe.turbo().equals("on")) {
            warnings.add("Turbo frequencies are on: speed depends on temperature and neighbours.");
        }
        if (probe.virtualised()) {
            warnings.add("The host is a virtual machine: its neighbours may disturb.");
        }
        cpuset.filter(cpus -> !CpuSet.parse(cpus).equals(probe.usableCpus()))
                .ifPresent(cpus ->
                        warnings.add(
                                "The engine does not keep to the CPUs %s: units may use %s."
                                        .formatted(cpus, probe.usableCpus())));
        return new HostFacts(
                probe.load(),
                probe.cpus(),
                probe.cpuModel(),
                probe.governor(),
                probe.turbo(),
                probe.virtualised(),
                probe.usableCpus(),
                warnings);
    }
}
