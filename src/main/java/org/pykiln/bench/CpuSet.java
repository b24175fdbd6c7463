package org.pykiln.bench;

import java.util.List;
import java.util.TreeSet;

/// Lists of CPUs as engines write them: `0,2-3`.
final class CpuSet {
    private CpuSet() {}

    /// @return numbers in ascending order
    /// @throws IllegalArgumentException when the text is not such a list
    static List<Integer> parse(String text) {
        TreeSet<Integer> cpus = new TreeSet<>();
        for (String part : text.split(",")) {
            String[] ends = part.strip().split("-", 2);
            int first = Integer.parseInt(ends[0].strip());
            int last = Integer.parseInt(ends[ends.length - 1].strip());
            for (int cpu = first; cpu <= last; cpu++) {
                cpus.add(cpu);
            }
        }
        return List.copyOf(cpus);
    }
}
