package org.pykiln.job;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// The line of a failed job's log that says why it failed. Compilers, package managers and shells
/// each have their own words for an error, and what comes after the first is mostly its
/// consequence.
public final class FailureLine {
    private static final Pattern ERROR =
            Pattern.compile(
                    "(?i)(?:^|[\\s:\\]])(?:fatal |internal compiler )?error: "
                            + "|^E: "
                            + "|^Traceback \\(most recent call last\\)"
                            + "|\\bundefined reference to "
                            + "|\\bNo space left on device\\b"
                            + "|: (?:command )?not found$"
                            + "|^Killed$|\\bSegmentation fault\\b"
                            + "|\\*\\*\\* "
                            + "|\\bFAILED$");

    private FailureLine() {}

    /// Its number; of a job that did not fail there is none.
    ///
    /// @param lines of the whole log, in order
    public static OptionalLong in(List<LogLine> lines) {
        LogLine end = null;
        for (LogLine line : lines) {
            if (line.kind() == LogLine.Kind.PROBLEM) {
                end = line;
                break;
            }
        }
        if (end == null) {
            return OptionalLong.empty();
        }
        LogLine last = end;
        for (LogLine line : lines) {
            if (line.step() == end.step() && isOutput(line)) {
                if (ERROR.matcher(line.text()).find()) {
                    return OptionalLong.of(line.number());
                }
                last = line.text().isBlank() ? last : line;
            }
        }
        return OptionalLong.of(last.number());
    }

    private static boolean isOutput(LogLine line) {
        return line.kind() == LogLine.Kind.OUTPUT || line.kind() == LogLine.Kind.ERROR;
    }
}
