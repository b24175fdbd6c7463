package org.pykiln.ui.configure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Knob;
import org.pykiln.ui.common.RecipeViewModel;
import org.pykiln.ui.common.Texts;

/// The values that a knob offers, each with what is to be known before it is picked.
final class Choices {
    private static final String RENDERED = "rendered, not built";

    private Choices() {}

    /// @param remarks what the engine makes of some of the values
    static <V> List<Choice> of(Knob<V> knob, RecipeViewModel recipes, Map<String, Remark> remarks) {
        V current = recipes.get().get(knob);
        List<Choice> all = new ArrayList<>();
        for (V value : knob.domain().suggestions()) {
            String text = knob.domain().text(value);
            String note =
                    Stream.of(
                                    isOnlyRendered(knob, value, recipes) ? RENDERED : "",
                                    remarks.getOrDefault(text, Remark.NONE).brief())
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(", "));
            all.add(new Choice(text, value.equals(current), obstacle(knob, value, recipes), note));
        }
        return all;
    }

    /// Which values cannot be built and why, a line for each reason.
    static List<String> impossible(List<Choice> choices) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Choice choice : choices) {
            if (!choice.isPossible()) {
                byReason.computeIfAbsent(choice.obstacle(), one -> new ArrayList<>())
                        .add(choice.text());
            }
        }
        return byReason.entrySet().stream()
                .map(one -> Texts.some(one.getValue()) + ": " + one.getKey())
                .toList();
    }

    private static <V> String obstacle(Knob<V> knob, V value, RecipeViewModel recipes) {
        return recipes.obstacles().of(knob, value).stream()
                .map(Finding::summary)
                .collect(Collectors.joining(" "));
    }

    /// The knob's own rule is enough: it is the one that knows its values.
    private static <V> boolean isOnlyRendered(Knob<V> knob, V value, RecipeViewModel recipes) {
        return knob.check(recipes.get().with(knob, value)).stream()
                .anyMatch(Finding::isOnlyRendered);
    }
}
