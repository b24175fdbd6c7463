package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a Dockerfile as the engines do: comment lines go, also between continued lines; a
/// backslash at the end of a line continues it; the first word is the keyword. Nothing is known of
/// the renderer.
final class DockerfileParser {
    private static final Pattern INSTRUCTION = Pattern.compile("([A-Za-z]+)[ \t]+(.*)");

    /// `NAME="VALUE"` with the escapes that stand between quotes.
    private static final Pattern PAIR =
            Pattern.compile("([A-Za-z0-9_.-]+)=\"((?:[^\"\\\\]|\\\\.)*)\"(?:\\s+|$)");

    private static final Pattern WORD = Pattern.compile("\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(,|$)");

    /// One instruction, its continued lines joined as the engine joins them.
    record Parsed(String keyword, String arguments) {
        /// Of the JSON form.
        List<String> words() {
            if (!arguments.startsWith("[") || !arguments.endsWith("]")) {
                throw new IllegalArgumentException("not the JSON form: " + arguments);
            }
            return all(
                            WORD,
                            arguments.substring(1, arguments.length() - 1),
                            matcher -> unescaped(matcher.group(1)))
                    .stream()
                    .toList();
        }

        /// Of `ENV` and `LABEL`, each as name and value.
        List<List<String>> pairs() {
            return all(
                    PAIR,
                    arguments,
                    matcher -> List.of(matcher.group(1), unescaped(matcher.group(2))));
        }
    }

    private DockerfileParser() {}

    static List<Parsed> parse(String text) {
        List<Parsed> instructions = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        boolean continued = false;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            if (line.stripLeading().startsWith("#") || line.isBlank()) {
                continue;
            }
            boolean goesOn = line.endsWith("\\");
            open.append(goesOn ? line.substring(0, line.length() - 1) : line);
            continued = goesOn;
            if (!goesOn) {
                instructions.add(instruction(open.toString().strip()));
                open.setLength(0);
            }
        }
        if (continued) {
            throw new IllegalArgumentException("the last line goes on");
        }
        return instructions;
    }

    private static Parsed instruction(String line) {
        Matcher matcher = INSTRUCTION.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no instruction: " + line);
        }
        return new Parsed(matcher.group(1), matcher.group(2));
    }

    private interface Reader<T> {
        T read(Matcher matcher);
    }

    /// The text has to be nothing but matches, one after the other.
    private static <T> List<T> all(Pattern pattern, String text, Reader<T> reader) {
        List<T> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        int end = 0;
        while (end < text.length()) {
            matcher.region(end, text.length());
            if (!matcher.lookingAt()) {
                throw new IllegalArgumentException("cannot be read: " + text.substring(end));
            }
            found.add(reader.read(matcher));
            end = matcher.end();
        }
        return found;
    }

    private static String unescaped(String quoted) {
        return quoted.replaceAll("\\\\(.)", "$1");
    }
}
