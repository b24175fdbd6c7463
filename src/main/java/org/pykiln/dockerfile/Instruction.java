package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One instruction of a Dockerfile. Its [#lines] carry no line ends; all but the last end in the
/// backslash that continues them.
public sealed interface Instruction {
    List<Line> lines();

    /// Explains what follows.
    record Comment(String text) implements Instruction {
        @Override
        public List<Line> lines() {
            return List.of(Line.plain("# " + text));
        }
    }

    /// An instruction that fits on one line, arguments as they stand in the file.
    record Simple(String keyword, String arguments, Set<String> knobs) implements Instruction {
        public Simple {
            knobs = Set.copyOf(knobs);
        }

        static Simple of(String keyword, String arguments) {
            return new Simple(keyword, arguments, Set.of());
        }

        @Override
        public List<Line> lines() {
            return List.of(new Line(keyword + " " + arguments, knobs));
        }
    }

    /// An instruction in the JSON form, `CMD ["python3"]`.
    record Vector(String keyword, List<String> words, Set<String> knobs) implements Instruction {
        public Vector {
            words = List.copyOf(words);
            knobs = Set.copyOf(knobs);
        }

        @Override
        public List<Line> lines() {
            String list =
                    words.stream()
                            .map(word ->
                                    '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                            .collect(Collectors.joining(", ", "[", "]"));
            return List.of(new Line(keyword + " " + list, knobs));
        }
    }

    /// `LABEL` or `ENV` with one name and value a line.
    record Pairs(String keyword, List<Pair> pairs) implements Instruction {
        /// @param value without `"`, `$` and `\`, which would mean something between the quotes
        public record Pair(String name, String value, Set<String> knobs) {
            public Pair {
                knobs = Set.copyOf(knobs);
                if (value.matches("(?s).*[\"$\\\\\\p{Cntrl}].*")) {
                    throw new IllegalArgumentException("cannot stand between quotes: " + value);
                }
            }
        }

        public Pairs {
            pairs = List.copyOf(pairs);
        }

        @Override
        public List<Line> lines() {
            List<Line> body =
                    pairs.stream()
                            .map(pair ->
                                    new Line(
                                            "%s=\"%s\"".formatted(pair.name(), pair.value()),
                                            pair.knobs()))
                            .toList();
            return continued(keyword + " ", "    ", body);
        }
    }

    /// A shell script, one command or argument a line.
    ///
    /// @param mounts options of the instruction, one a line
    record Run(List<Line> mounts, List<Line> script) implements Instruction {
        public Run {
            mounts = List.copyOf(mounts);
            script = List.copyOf(script);
        }

        Run(List<Line> script) {
            this(List.of(), script);
        }

        /// A script that fails with its first command that fails, and says what it does. A last
        /// command that is ended so that another may follow is ended without that.
        static Run script(List<Line> mounts, List<Line> commands) {
            List<Line> all = new ArrayList<>();
            all.add(Line.plain("set -eux;"));
            all.addAll(commands);
            Line last = all.removeLast();
            all.add(last.withText(last.text().replaceFirst(";$", "")));
            return new Run(mounts, all);
        }

        @Override
        public List<Line> lines() {
            List<Line> body = new ArrayList<>(mounts);
            body.addAll(script);
            return continued("RUN ", "    ", body);
        }
    }

    private static List<Line> continued(String first, String others, List<Line> body) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            Line line = body.get(i);
            String indent = i == 0 ? first : others;
            String end = i == body.size() - 1 ? "" : " \\";
            lines.add(line.withText(indent + line.text() + end));
        }
        return lines;
    }
}
