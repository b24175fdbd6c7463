package org.pykiln.recipe;

import java.util.Arrays;
import java.util.List;
import org.pykiln.testing.RecipeGenerator;

/// How long it takes to find out which values of all knobs are possible, which the window does with
/// every change. Not a test: a machine that does something else would fail it.
///
/// `mvn -q test-compile`, then `java -cp target/classes:target/test-classes
/// org.pykiln.recipe.ObstaclesBenchmark`.
final class ObstaclesBenchmark {
    private static final int WARM_UP = 300;
    private static final int MEASURED = 1_000;

    private ObstaclesBenchmark() {}

    public static void main(String[] arguments) {
        List<Recipe> recipes = RecipeGenerator.recipes(9, WARM_UP + MEASURED).toList();
        long[] all = new long[MEASURED];
        long[] naive = new long[MEASURED];
        long found = 0;
        long first = 0;
        for (int i = 0; i < recipes.size(); i++) {
            Recipe recipe = recipes.get(i);
            long start = System.nanoTime();
            Obstacles obstacles = new Obstacles(recipe);
            for (Knob<?> knob : Catalogue.knobs()) {
                found += count(obstacles, knob);
            }
            long middle = System.nanoTime();
            for (Knob<?> knob : Catalogue.knobs()) {
                found += countAll(recipe, knob);
            }
            if (i == 0) {
                first = middle - start;
            } else if (i >= WARM_UP) {
                all[i - WARM_UP] = middle - start;
                naive[i - WARM_UP] = System.nanoTime() - middle;
            }
        }
        long values =
                Catalogue.knobs().stream()
                        .mapToLong(knob -> knob.domain().suggestions().size())
                        .sum();
        System.out.printf(
                "%d knobs, %d values (%d obstacles in all recipes)%n",
                Catalogue.knobs().size(), values, found);
        System.out.printf("the very first %.1f ms%n", first / 1e6);
        print("rules that look", all);
        print("all rules", naive);
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%-16s median %.3f ms, 99 %% below %.3f ms%n",
                what, nanos[MEASURED / 2] / 1e6, nanos[MEASURED * 99 / 100] / 1e6);
    }

    private static <V> int count(Obstacles obstacles, Knob<V> knob) {
        return knob.domain().suggestions().stream()
                .mapToInt(value -> obstacles.of(knob, value).size())
                .sum();
    }

    private static <V> int countAll(Recipe recipe, Knob<V> knob) {
        return knob.domain().suggestions().stream()
                .mapToInt(value -> Catalogue.obstacles(recipe, knob, value).size())
                .sum();
    }
}
