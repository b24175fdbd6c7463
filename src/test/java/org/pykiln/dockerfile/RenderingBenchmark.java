package org.pykiln.dockerfile;

import java.util.Arrays;
import java.util.List;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.testing.RecipeGenerator;

/// How long it takes from a recipe to the text of its Dockerfile, which the window shows anew with
/// every change. Not a test: a machine that does something else would fail it.
///
/// `mvn -q test-compile`, then `java -cp target/classes:target/test-classes
/// org.pykiln.dockerfile.RenderingBenchmark`.
final class RenderingBenchmark {
    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 20_000;

    private RenderingBenchmark() {}

    public static void main(String[] arguments) {
        List<Recipe> recipes = RecipeGenerator.recipes(8, WARM_UP + MEASURED).toList();
        long characters = 0;
        long first = 0;
        long[] nanos = new long[MEASURED];
        for (int i = 0; i < recipes.size(); i++) {
            long start = System.nanoTime();
            characters += Renderer.render(Catalogue.plan(recipes.get(i))).text().length();
            long taken = System.nanoTime() - start;
            if (i == 0) {
                first = taken;
            } else if (i >= WARM_UP) {
                nanos[i - WARM_UP] = taken;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "recipe to text: median %.3f ms, 99 %% below %.3f ms, the very first %.1f ms"
                        + " (%d characters a recipe)%n",
                nanos[MEASURED / 2] / 1e6,
                nanos[MEASURED * 99 / 100] / 1e6,
                first / 1e6,
                characters / recipes.size());
    }
}
