package org.pykiln.ui.common;

import org.jspecify.annotations.Nullable;

/// Something that went wrong, as a person reads it.
///
/// @param summary one sentence
/// @param detail lines with the rest: places, what was expected, what the engine said; may be empty
/// @param help command that may mend it; may be empty
public record Problem(String summary, String detail, String help) {
    public static Problem of(String summary) {
        return new Problem(summary, "", "");
    }

    /// What is shown of any failure, also of one that nobody foresaw.
    public static Problem of(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        @Nullable String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return of("Something unexpected happened: " + failure);
        }
        int end = message.indexOf('\n');
        return end < 0
                ? of(message)
                : new Problem(message.substring(0, end), message.substring(end + 1), "");
    }

    public String text() {
        return detail.isEmpty() ? summary : summary + "\n" + detail;
    }
}
