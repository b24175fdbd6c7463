package org.pykiln.engine.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes variables as the API takes them, always in the same order: their layout in memory moves
/// the stack of a process, which a benchmark can see.
final class Environment {
    private Environment() {}

    static List<String> of(Map<String, String> variables) {
        List<String> all = new ArrayList<>();
        new TreeMap<>(variables).forEach((name, value) -> all.add(name + "=" + value));
        return all;
    }
}
