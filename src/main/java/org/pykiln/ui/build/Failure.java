package org.pykiln.ui.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.pykiln.dockerfile.StepLines;
import org.pykiln.dockerfile.StepLines.Place;
import org.pykiln.job.LogLine;
import org.pykiln.job.Step;

/// Where in its Dockerfile a build failed.
///
/// @param lines of the whole Dockerfile
/// @param first index of the first line of the instruction that failed, or -1 where it is not known
public record Failure(List<Line> lines, int first) {
    public static final Failure NONE = new Failure(List.of(), -1);

    /// How much a line has to do with the failure.
    public enum Part {
        NONE,
        /// of the instruction that failed
        STEP,
        /// the command that failed, as far as the log tells
        COMMAND
    }

    /// @param number from 1
    public record Line(int number, String text, Part part) {}

    public Failure {
        lines = List.copyOf(lines);
    }

    /// Index of the line to look at first, or -1.
    public int focus() {
        for (Line line : lines) {
            if (line.part() == Part.COMMAND) {
                return line.number() - 1;
            }
        }
        return first;
    }

    /// @param steps of the build; the last is the one that failed
    static Failure of(String dockerfile, List<Step> steps, List<LogLine> log) {
        if (dockerfile.isEmpty() || steps.isEmpty()) {
            return NONE;
        }
        Step step = steps.getLast();
        Optional<Place> place = StepLines.of(dockerfile, step.number(), step.title());
        OptionalInt command =
                place.isPresent()
                        ? traced(log, steps.size())
                                .map(said -> StepLines.failed(dockerfile, place.get(), said))
                                .orElse(OptionalInt.empty())
                        : OptionalInt.empty();
        List<Line> lines = new ArrayList<>();
        for (String text : dockerfile.lines().toList()) {
            int number = lines.size() + 1;
            boolean inStep =
                    place.filter(p -> p.first() <= number && number <= p.last()).isPresent();
            Part part = inStep ? Part.STEP : Part.NONE;
            lines.add(new Line(number, text, command.orElse(0) == number ? Part.COMMAND : part));
        }
        return new Failure(lines, place.map(p -> p.first() - 1).orElse(-1));
    }

    /// The command that the shell of the step said last that it runs.
    private static Optional<String> traced(List<LogLine> log, int step) {
        for (LogLine line : log.reversed()) {
            if (line.step() == step && line.text().startsWith("+ ")) {
                return Optional.of(line.text().substring(2));
            }
        }
        return Optional.empty();
    }
}
