package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// Where the steps that a builder tells of stand in a Dockerfile. Builders count differently: the
/// classic one all instructions of the file, Podman those of each stage anew, and BuildKit of each
/// stage only those that change files. So the text of the step decides, and its number where
/// several have the same text.
public final class StepLines {
    private static final Pattern PLACE = Pattern.compile("^\\[[^\\]]*\\d+/\\d+\\] ");
    private static final Set<String> FILES = Set.of("ADD", "COPY", "RUN", "WORKDIR");

    /// Shorter beginnings say nothing.
    private static final int LEAST_CUT = 20;

    private static final Pattern COMMANDS = Pattern.compile("(?:;|&&|\\|\\||\\||\\$\\()");
    private static final Pattern KEYWORDS =
            Pattern.compile("^\\s*(?:(?:RUN|if|then|else|do|while|until|!|\\{|\\()\\s+)*");

    private StepLines() {}

    /// Lines of one instruction, from 1, both included.
    public record Place(int first, int last) {}

    private record Instruction(Place place, String text, int inFile, int inStage, int ofFiles) {
        boolean isNumbered(int step) {
            return inFile == step || inStage == step || ofFiles == step;
        }
    }

    /// @param step number that the builder gave, from 1
    /// @param text instruction that the builder named, perhaps shortened; may be empty
    /// @return nothing when the file has no such instruction: builders add steps of their own
    public static Optional<Place> of(String dockerfile, int step, String text) {
        List<Instruction> all = instructions(dockerfile.lines().toList());
        String wanted = plain(PLACE.matcher(text.strip()).replaceFirst(""));
        return all.stream()
                .filter(one -> wanted.isEmpty() ? one.inFile() == step : isSame(one.text(), wanted))
                .min(
                        Comparator.comparing((Instruction one) -> one.inFile() != step)
                                .thenComparing(one -> !one.isNumbered(step)))
                .map(Instruction::place);
    }

    /// The line of a script at which it failed.
    ///
    /// @param traced the command that the shell said last that it runs, without its `+`
    /// @return nothing when no line of the place begins such a command
    public static OptionalInt failed(String dockerfile, Place place, String traced) {
        List<String> lines = dockerfile.lines().toList();
        List<String> wanted = words(traced);
        int best = 0;
        OptionalInt found = OptionalInt.empty();
        for (int line = place.first(); line <= place.last(); line++) {
            for (String command : COMMANDS.split(lines.get(line - 1))) {
                int alike = alike(words(KEYWORDS.matcher(command).replaceFirst("")), wanted);
                if (alike > 0 && alike >= best) {
                    best = alike;
                    found = OptionalInt.of(line);
                }
            }
        }
        return found;
    }

    private static List<Instruction> instructions(List<String> lines) {
        Count count = new Count();
        int first = 0;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            first = text.isEmpty() ? i + 1 : first;
            boolean goesOn = line.endsWith("\\");
            text.append(goesOn ? line.substring(0, line.length() - 1) : line).append(' ');
            if (!goesOn) {
                count.add(new Place(first, i + 1), plain(text.toString()));
                text.setLength(0);
            }
        }
        return count.all;
    }

    /// Numbers instructions as the builders do.
    private static final class Count {
        private final List<Instruction> all = new ArrayList<>();
        private final Set<String> stages = new HashSet<>();
        private int inStage;
        private int ofFiles;

        void add(Place place, String text) {
            String[] words = text.split(" ");
            String keyword = words[0].toUpperCase(Locale.ROOT);
            boolean counts = FILES.contains(keyword);
            if (keyword.equals("FROM")) {
                inStage = 0;
                ofFiles = 0;
                counts = fetches(words);
            }
            inStage++;
            ofFiles += counts ? 1 : 0;
            all.add(new Instruction(place, text, all.size() + 1, inStage, counts ? ofFiles : 0));
        }

        /// Whether a stage begins with an image, and not with nothing or with another stage.
        private boolean fetches(String[] from) {
            int base = 1;
            while (base < from.length - 1 && from[base].startsWith("--")) {
                base++;
            }
            String image = base < from.length ? from[base].toLowerCase(Locale.ROOT) : "scratch";
            boolean fetches = !image.equals("scratch") && !stages.contains(image);
            if (from.length > base + 2) {
                stages.add(from[base + 2].toLowerCase(Locale.ROOT));
            }
            return fetches;
        }
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other)
                || other.length() >= LEAST_CUT && one.startsWith(other)
                || one.length() >= LEAST_CUT && other.startsWith(one);
    }

    private static int alike(List<String> one, List<String> other) {
        int alike = 0;
        while (alike < Math.min(one.size(), other.size())
                && one.get(alike).equals(other.get(alike))) {
            alike++;
        }
        return alike;
    }

    /// Shells take quotes away and put others in when they say what they run.
    private static List<String> words(String command) {
        return List.of(command.replaceAll("[\"'\\\\;]", "").strip().split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
