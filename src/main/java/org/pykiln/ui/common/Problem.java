package org.pykiln.ui.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Something that went wrong, as a person reads it.
///
/// @param summary one sentence
/// @param detail lines with the rest: places, what was expected, what the engine said; may be empty
/// @param help command that may mend it, to be copied; may be empty
/// @param code names it in a few letters
/// @param remedies what PyKiln itself can do about it, the likeliest first
/// @param cause for the log
public record Problem(
        String summary,
        String detail,
        String help,
        ProblemCode code,
        List<Command> remedies,
        Optional<Throwable> cause) {
    private static final int FRAMES = 6;

    /// Nothing went wrong.
    public static final Problem NONE = of("");

    public Problem {
        remedies = List.copyOf(remedies);
    }

    /// Its code tells where it was made.
    public Problem(String summary, String detail, String help) {
        this(summary, detail, help, ProblemCode.ofCaller(), List.of(), Optional.empty());
    }

    public static Problem of(String summary) {
        return new Problem(summary, "", "");
    }

    /// What is shown of any failure, also of one that nobody foresaw.
    public static Problem of(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        if (!ProblemCode.of(failure).foreseen()) {
            return new Problem("Something unexpected happened: " + failure, frames(failure), "")
                    .because(failure);
        }
        @Nullable String message = failure.getMessage();
        return ofText(message == null || message.isBlank() ? failure.toString() : message)
                .because(failure);
    }

    /// The first line says it, the others say more.
    public static Problem ofText(String text) {
        int end = text.indexOf('\n');
        return end < 0
                ? of(text)
                : new Problem(text.substring(0, end), text.substring(end + 1), "");
    }

    /// The same, with a code that tells which failure it was.
    public Problem because(Throwable failure) {
        return new Problem(
                summary, detail, help, ProblemCode.of(failure), remedies, Optional.of(failure));
    }

    /// The same, with more that can be done about it.
    public Problem offering(Command... more) {
        List<Command> all = new ArrayList<>(remedies);
        all.addAll(List.of(more));
        return new Problem(summary, detail, help, code, all, cause);
    }

    public boolean isNone() {
        return summary.isEmpty();
    }

    public String text() {
        return detail.isEmpty() ? summary : summary + "\n" + detail;
    }

    private static String frames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "at " + frame)
                .collect(Collectors.joining("\n"));
    }
}
