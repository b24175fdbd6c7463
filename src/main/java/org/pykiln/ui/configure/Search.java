package org.pykiln.ui.configure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Knob;

/// Words that all stand in what a knob is called, may be, or says of itself; no word finds every
/// knob.
record Search(List<String> words) {
    Search {
        words = List.copyOf(words);
    }

    static Search of(String text) {
        String plain = text.toLowerCase(Locale.ROOT).strip();
        return new Search(plain.isEmpty() ? List.of() : List.of(plain.split("\\s+")));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean finds(Knob<?> knob) {
        return isEmpty() || words.stream().allMatch(text(knob)::contains);
    }

    private static String text(Knob<?> knob) {
        Explanation says = knob.explain();
        return String.join(
                        "\n",
                        knob.id(),
                        knob.label(),
                        knob.group().label(),
                        says.what(),
                        says.effect(),
                        says.proof(),
                        values(knob.domain()))
                .toLowerCase(Locale.ROOT);
    }

    private static <V> String values(Domain<V> domain) {
        return domain.suggestions().stream().map(domain::text).collect(Collectors.joining("\n"));
    }
}
