package org.pykiln.wheels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pykiln.recipe.Printable;

/// The requirements of a file in pip's format, one a line, comments and continuations resolved.
/// Options, addresses and paths are refused: they would let a file decide where code comes from.
///
/// @param lines such as `markupsafe>=3 ; python_version >= "3.13"`
public record Requirements(List<String> lines) {
    private static final String NAME = "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?";
    private static final String VERSION = "\\s*(?:===|==|~=|!=|<=|>=|<|>)\\s*[A-Za-z0-9.*+!_-]+";
    private static final Pattern REQUIREMENT =
            Pattern.compile(
                    NAME
                            + "(?:\\s*\\[[A-Za-z0-9._, -]*\\])?"
                            + "(?:"
                            + VERSION
                            + "(?:\\s*,"
                            + VERSION
                            + ")*)?"
                            + "(?:\\s*;[A-Za-z0-9_.\"' <>=!~()-]+)?"
                            + "(?:\\s+--hash=sha256:[0-9a-f]{64})*");
    private static final Pattern SPLIT = Pattern.compile("[^A-Za-z0-9._-]");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");
    private static final Pattern SINGLE_EQUALS = Pattern.compile("(?<![=~!<>])=(?!=)");

    public Requirements {
        lines = List.copyOf(lines);
    }

    /// @throws WheelsException with file and line when a line is no requirement
    /// @throws IOException when the file cannot be read
    public static Requirements read(Path file) throws IOException {
        return of(file.toString(), Files.readString(file));
    }

    /// @param file name for messages
    /// @throws WheelsException with file and line when a line is no requirement
    public static Requirements of(String file, String text) {
        List<String> found = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int number = 0;
        int first = 1;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            number++;
            String content = COMMENT.matcher(line).replaceFirst("").strip();
            if (open.isEmpty()) {
                first = number;
            }
            if (content.endsWith("\\")) {
                open.append(content, 0, content.length() - 1).append(' ');
                continue;
            }
            String whole = open.append(content).toString().strip();
            open.setLength(0);
            if (!whole.isEmpty()) {
                found.add(checked(file, first, whole));
            }
        }
        if (!open.isEmpty()) {
            throw refused(file, first, open.toString().strip());
        }
        if (found.isEmpty()) {
            throw WheelsException.badInput(
                    file + ":1: there is no requirement; expected one a line: markupsafe==3.0.2");
        }
        return new Requirements(found);
    }

    /// What came of these requirements, as pins: the versions of the projects that they name,
    /// without what those need in turn. Of several versions the last is taken that has a wheel
    /// here.
    ///
    /// @param wheels that there are
    public List<String> pins(List<Wheel> wheels) {
        List<String> pins = new ArrayList<>();
        for (String line : lines) {
            String project = Wheel.normalised(SPLIT.split(line, 2)[0]);
            wheels.stream()
                    .filter(wheel -> wheel.project().equals(project))
                    .reduce((before, wheel) -> wheel)
                    .ifPresent(wheel -> pins.add(project + "==" + wheel.version()));
        }
        return pins;
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    private static String checked(String file, int number, String line) {
        if (!REQUIREMENT.matcher(line).matches()) {
            throw refused(file, number, line);
        }
        return line;
    }

    private static WheelsException refused(String file, int number, String line) {
        String mended = SINGLE_EQUALS.matcher(line).replaceAll("==");
        String nearest = REQUIREMENT.matcher(mended).matches() ? "; nearest: " + mended : "";
        return WheelsException.badInput(
                "%s:%d: \"%s\" is no requirement; expected a name with versions, markers and hashes, such as markupsafe==3.0.2 (no options, addresses or paths)%s"
                        .formatted(file, number, Printable.of(line), nearest));
    }
}
