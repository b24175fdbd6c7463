package org.pykiln.engine.docker;

import java.util.List;
import java.util.Map;

/// Writes labels as the engine's filters want them: without a value any value will do.
final class LabelFilter {
    private LabelFilter() {}

    static List<String> of(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(e -> e.getValue().isEmpty() ? e.getKey() : e.getKey() + "=" + e.getValue())
                .sorted()
                .toList();
    }
}
