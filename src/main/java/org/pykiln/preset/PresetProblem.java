package org.pykiln.preset;

import java.util.Objects;
import java.util.Optional;
import org.pykiln.recipe.BadValueException;
import org.pykiln.recipe.Printable;

/// One thing that is wrong with a preset file or with what was said of presets on the command line.
///
/// @param where the file, or the text of the command line
/// @param line from 1, or 0 when it is about the whole file or text
/// @param column of its first character, from 1, or 0
/// @param what such as `lto cannot be "fulll"`
/// @param expected what would be accepted; may be empty
/// @param nearest the valid text that looks most like what was given
public record PresetProblem(
        String where,
        int line,
        int column,
        String what,
        String expected,
        Optional<String> nearest) {

    static PresetProblem of(String where, String what) {
        return new PresetProblem(where, 0, 0, what, "", Optional.empty());
    }

    static PresetProblem of(String where, BadValueException cause) {
        return new PresetProblem(
                where,
                0,
                0,
                Objects.requireNonNullElse(cause.getMessage(), ""),
                cause.expected(),
                cause.nearest());
    }

    PresetProblem at(Position position) {
        return new PresetProblem(
                where, position.line(), position.column(), what, expected, nearest);
    }

    /// One line: `presets/x.json:7:14: lto cannot be "fulll"; expected one of off, thin, full;
    /// nearest: full`.
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(Printable.of(where));
        if (line > 0) {
            out.append(':').append(line).append(':').append(column);
        }
        out.append(": ").append(what);
        if (!expected.isEmpty()) {
            out.append("; expected ").append(expected);
        }
        nearest.ifPresent(text -> out.append("; nearest: ").append(text));
        return out.toString();
    }
}
