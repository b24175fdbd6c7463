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

/// Whether what is written in C describes itself to `help()`.
public final class DocstringsKnob implements Knob<Boolean> {
    public static final DocstringsKnob DOCSTRINGS = new DocstringsKnob();

    private final Description<Boolean> description =
            new Description<>(
                    "docstrings",
                    "Docstrings",
                    Group.CONTENT,
                    new Domain.Switch(),
                    true,
                    new Explanation(
                            "Whether built-in functions and types describe themselves to help(). Off: their texts"
                                    + " are not compiled in (--without-doc-strings); those of modules written in"
                                    + " Python stay.",
                            "Size and memory only, some hundred kilobytes; no reference of ours leaves them"
                                    + " out.",
                            "Whether a built-in method has a docstring.",
                            List.of("cpython configure: --without-doc-strings")));

    private DocstringsKnob() {}

    @Override
    public Description<Boolean> description() {
        return description;
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (!recipe.get(this)) {
            plan.configure("--without-doc-strings");
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        boolean kept = recipe.get(this);
        return List.of(
                new Proof(
                        id(),
                        kept
                                ? "built-in functions have docstrings"
                                : "built-in functions have no docstrings",
                        """
                        seen = [bool(thing.__doc__) for thing in (list.append, dict.get, len, str.join)]
                        return all(seen) if %s else not any(seen), (
                            f'{sum(seen)} of {len(seen)} have one')\
                        """
                                .formatted(kept ? "True" : "False")));
    }
}
