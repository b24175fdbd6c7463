package org.pykiln.recipe.knob;

import java.util.List;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// Whether CPython's own tests are in the image.
public final class TestModulesKnob implements Knob<Boolean> {
    public static final TestModulesKnob TEST_MODULES = new TestModulesKnob();

    private final Description<Boolean> description =
            new Description<>(
                    "test-modules",
                    "Test modules",
                    Group.CONTENT,
                    new Domain.Switch(),
                    true,
                    new Explanation(
                            "Whether CPython's own tests stay in the image. Off: they are not built and not"
                                    + " installed (--disable-test-modules).",
                            "Size only; the training of PGO runs from the source tree and needs neither.",
                            "Whether the test package is there.",
                            List.of("cpython configure, since 3.10")));

    private TestModulesKnob() {}

    @Override
    public Description<Boolean> description() {
        return description;
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (!recipe.get(this)) {
            plan.configure("--disable-test-modules");
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        boolean kept = recipe.get(this);
        return List.of(
                new Proof(
                        id(),
                        kept ? "the test modules are there" : "the test modules are not there",
                        """
                        there = (importlib.util.find_spec('test') is not None
                                 and importlib.util.find_spec('test.test_grammar') is not None)
                        return there == %s, 'there' if there else 'not there'\
                        """
                                .formatted(kept ? "True" : "False")));
    }
}
