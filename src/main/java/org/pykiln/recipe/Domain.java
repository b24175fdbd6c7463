package org.pykiln.recipe;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The values that a knob can have, and how each is written in preset files and on the command
/// line.
public sealed interface Domain<V> {
    String text(V value);

    Optional<V> parse(String text);

    /// All values where they can be counted; for free text some good ones.
    List<V> suggestions();

    /// What would be accepted, in words.
    String expected();

    /// A fixed list.
    record OneOf<V>(List<V> values, Function<V, String> writer) implements Domain<V> {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public String text(V value) {
            return writer.apply(value);
        }

        @Override
        public Optional<V> parse(String text) {
            return values.stream().filter(value -> text(value).equals(text)).findFirst();
        }

        @Override
        public List<V> suggestions() {
            return values;
        }

        @Override
        public String expected() {
            return values.size() > 12
                    ? "one of %d values, such as %s"
                            .formatted(values.size(), text(values.getLast()))
                    : "one of " + String.join(", ", values.stream().map(this::text).toList());
        }
    }

    /// On or off; written as a JSON boolean.
    record Switch() implements Domain<Boolean> {
        @Override
        public String text(Boolean value) {
            return value ? "on" : "off";
        }

        @Override
        public Optional<Boolean> parse(String text) {
            return switch (text) {
                case "on", "true" -> Optional.of(true);
                case "off", "false" -> Optional.of(false);
                default -> Optional.empty();
            };
        }

        @Override
        public List<Boolean> suggestions() {
            return List.of(false, true);
        }

        @Override
        public String expected() {
            return "on or off";
        }
    }

    /// Text that cannot end a shell word, a line or a Dockerfile instruction: the pattern sees to
    /// it.
    record Text(Pattern allowed, String expected, List<String> suggestions)
            implements Domain<String> {
        public Text {
            suggestions = List.copyOf(suggestions);
        }

        @Override
        public String text(String value) {
            return value;
        }

        @Override
        public Optional<String> parse(String text) {
            return allowed.matcher(text).matches() ? Optional.of(text) : Optional.empty();
        }
    }
}
