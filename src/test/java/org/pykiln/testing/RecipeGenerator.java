package org.pykiln.testing;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// Random recipes, the same ones for the same seed. Every value is valid by itself; together they
/// may well be an error.
public final class RecipeGenerator {
    /// Text that tries to end a shell word, a line, a Dockerfile instruction, a JSON string or a
    /// Python literal, or to be shown as something else than it is.
    public static final List<String> HOSTILE =
            List.of(
                    "",
                    " ",
                    "\n",
                    "-m test\nRUN rm -rf /",
                    "-m test\r\nENV X=1",
                    "-m test \\",
                    "-m test; reboot",
                    "-m test && reboot",
                    "-m test | tee x",
                    "$(reboot)",
                    "${HOME}",
                    "`reboot`",
                    "'",
                    "\"",
                    "it's",
                    "say \"hi\"",
                    "a\u0000b",
                    "a\tb",
                    "a\u001b[31mb",
                    "\u202eevil",
                    "a\u200bb",
                    "a\u2028b",
                    "a\u0085b",
                    "\ud800",
                    "<script>",
                    "a#b",
                    "a*b",
                    "a>b",
                    "x".repeat(100_000));

    private final Random random;

    public RecipeGenerator(long seed) {
        random = new Random(seed);
    }

    public static Stream<Recipe> recipes(long seed, int count) {
        RecipeGenerator generator = new RecipeGenerator(seed);
        return Stream.generate(generator::next).limit(count);
    }

    /// About half of the knobs are turned.
    public Recipe next() {
        Recipe recipe = Recipe.defaults();
        for (Knob<?> knob : Catalogue.knobs()) {
            if (random.nextBoolean()) {
                recipe = turn(recipe, knob);
            }
        }
        return recipe;
    }

    /// The recipe with the knob at a random value, which may be the one it had.
    public <V> Recipe turn(Recipe recipe, Knob<V> knob) {
        if (knob.domain() instanceof Domain.Text text && random.nextBoolean()) {
            return recipe.withText(knob, text(text));
        }
        return recipe.with(knob, pick(knob.domain().suggestions()));
    }

    public <V> V pick(List<V> values) {
        return values.get(random.nextInt(values.size()));
    }

    /// Printable ASCII that the domain accepts; a suggestion where chance finds none.
    private String text(Domain.Text domain) {
        for (int tries = 0; tries < 100; tries++) {
            int length = 1 + random.nextInt(40);
            StringBuilder candidate = new StringBuilder();
            for (int i = 0; i < length; i++) {
                candidate.append((char) (' ' + random.nextInt(95)));
            }
            // most characters are of no use, so what a domain refuses is replaced by what it takes
            String likely = candidate.toString().replaceAll("[^A-Za-z0-9 _.,:/@%+=-]", "x");
            for (String tried : List.of(candidate.toString(), likely, likely.strip() + "x")) {
                if (domain.parse(tried).isPresent()) {
                    return tried;
                }
            }
        }
        return pick(domain.suggestions());
    }
}
