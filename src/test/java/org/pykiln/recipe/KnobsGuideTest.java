package org.pykiln.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The guide's chapter on the knobs is what the catalogue says. `-Dgolden.update` writes it anew.
class KnobsGuideTest {
    private static final Path CHAPTER = Path.of("docs", "guide", "knobs.md");
    private static final int SHOWN_VALUES = 12;

    @Test
    void theChapterSaysWhatTheCatalogueSays() throws IOException {
        if (System.getProperty("golden.update") != null) {
            Files.writeString(CHAPTER, chapter());
        }
        assertThat(Files.readString(CHAPTER)).as("written by -Dgolden.update").isEqualTo(chapter());
    }

    private static String chapter() {
        StringBuilder out =
                new StringBuilder(
                        """
                        # The knobs

                        Written from the catalogue, as `./pykiln knobs` prints it. An effect is what somebody
                        measured, for whom it is said; it is no promise for your machine.

                        | knob | default | group |
                        | --- | --- | --- |
                        """);
        for (Knob<?> knob : Catalogue.knobs()) {
            out.append(
                    "| [`%s`](#%s) %s | `%s` | %s |\n"
                            .formatted(
                                    knob.id(),
                                    knob.id(),
                                    text(knob.label()),
                                    Recipe.defaults().text(knob),
                                    knob.group().label()));
        }
        for (Group group : Group.values()) {
            List<Knob<?>> knobs =
                    Catalogue.knobs().stream().filter(knob -> knob.group() == group).toList();
            if (!knobs.isEmpty()) {
                out.append("\n## ").append(group.label()).append('\n');
                knobs.forEach(knob -> out.append(section(knob)));
            }
        }
        return out.toString();
    }

    private static <V> String section(Knob<V> knob) {
        Explanation explanation = knob.explain();
        return """

        ### %s

        %s

        | | |
        | --- | --- |
        | values | %s |
        | effect | %s |
        | proof | %s |
        | sources | %s |
        """
                .formatted(
                        knob.id(),
                        text(explanation.what()),
                        values(knob.domain(), knob.defaultValue()),
                        text(explanation.effect()),
                        text(explanation.proof()),
                        text(String.join("; ", explanation.sources())));
    }

    private static <V> String values(Domain<V> domain, V defaultValue) {
        if (domain instanceof Domain.Text || domain.suggestions().size() > SHOWN_VALUES) {
            return "%s; default `%s`".formatted(text(domain.expected()), domain.text(defaultValue));
        }
        return domain.suggestions().stream()
                .map(value ->
                        value.equals(defaultValue)
                                ? "`%s` (default)".formatted(domain.text(value))
                                : "`%s`".formatted(domain.text(value)))
                .collect(Collectors.joining(", "));
    }

    private static String text(String plain) {
        return plain.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
    }
}
