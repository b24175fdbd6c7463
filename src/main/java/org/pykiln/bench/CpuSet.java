package org.pykiln.bench;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Lists of CPUs as engines write them: `0,2-3`.
public final class CpuSet {
    private static final Pattern LIST =
            Pattern.compile("\\d{1,4}(-\\d{1,4})?(,\\d{1,4}(-\\d{1,4})?)*");

    private CpuSet() {}

    /// @return numbers in ascending order
    /// @throws IllegalArgumentException when the text is not such a list
    public static List<Integer> parse(String text) {
        if (!LIST.matcher(text).matches()) {
            throw new IllegalArgumentException("not a list of CPUs: " + text);
        }
        TreeSet<Integer> cpus = new TreeSet<>();
        for (String part : text.split(",")) {
            String[] ends = part.split("-", 2);
            int first = Integer.parseInt(ends[0]);
            int last = Integer.parseInt(ends[ends.length - 1]);
            if (first > last) {
                throw new IllegalArgumentException("a range that ends before it begins: " + part);
            }
            for (int cpu = first; cpu <= last; cpu++) {
                cpus.add(cpu);
            }
        }
        return List.copyOf(cpus);
    }
}
