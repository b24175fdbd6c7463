package org.pykiln.preset;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A preset file or a reference to a preset cannot be used. The message has a line a problem.
public class PresetException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<PresetProblem> problems;

    PresetException(List<PresetProblem> problems, @Nullable Throwable cause) {
        super(
                problems.stream().map(PresetProblem::toString).collect(Collectors.joining("\n")),
                cause);
        this.problems = List.copyOf(problems);
    }

    PresetException(PresetProblem problem) {
        this(List.of(problem), null);
    }

    /// In the order of the file; never empty.
    public List<PresetProblem> problems() {
        return problems;
    }
}
