package org.pykiln.recipe.knob;

import java.util.List;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Remedy;

/// Whether the compiler may assume that nobody replaces libpython's functions at load time.
public final class InterpositionKnob implements Knob<Boolean> {
    public static final InterpositionKnob NO_INTERPOSITION = new InterpositionKnob();

    private static final String FLAG = "-fno-semantic-interposition";

    private final Description<Boolean> description =
            new Description<>(
                    "no-semantic-interposition",
                    "No semantic interposition",
                    Group.LINKING,
                    new Domain.Switch(),
                    false,
                    new Explanation(
                            "-fno-semantic-interposition: calls inside libpython may be inlined, because nobody"
                                    + " is expected to replace its functions with LD_PRELOAD. Preloading a malloc"
                                    + " still works.",
                            "5 to 27 % for a shared libpython in Fedora's measurement; nothing for a static"
                                    + " interpreter. Home Assistant could not reproduce it with GCC 9.3. CPython sets"
                                    + " it by itself with PGO and GCC.",
                            "The flag on the command line that compiled the interpreter loop, kept in the"
                                    + " image.",
                            List.of("Fedora 32 change", "What's New in Python 3.10")));

    private InterpositionKnob() {}

    @Override
    public Description<Boolean> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        boolean shared = recipe.get(LinkingKnob.LINKING).equals(LinkingKnob.SHARED);
        if (recipe.get(this) && !shared) {
            return List.of(
                    Finding.advice(
                            "no-interposition-static",
                            "A static interpreter has nothing that could be interposed; the flag"
                                    + " has no effect.",
                            Remedy.of("switch it off", this, false),
                            this,
                            LinkingKnob.LINKING));
        }
        if (!recipe.get(this) && shared && !recipe.get(PgoKnob.PGO)) {
            return List.of(
                    Finding.advice(
                            "shared-interposable",
                            "Without PGO CPython leaves the functions of a shared libpython"
                                    + " interposable, which keeps GCC from inlining them.",
                            Remedy.of("switch it on", this, true),
                            this,
                            LinkingKnob.LINKING));
        }
        return List.of();
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (recipe.get(this)) {
            plan.compilerFlags(FLAG);
            plan.linkerFlags(FLAG);
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        if (recipe.get(this)) {
            return List.of(
                    new Proof(
                            id(),
                            "the interpreter loop was compiled with " + FLAG,
                            "return compiled_with(%s)".formatted(Proof.literal(FLAG))));
        }
        if (recipe.get(PgoKnob.PGO)) {
            return List.of();
        }
        return List.of(
                new Proof(
                        id(),
                        "the interpreter loop was compiled without " + FLAG,
                        """
                        holds, seen = compiled_with(%s)
                        return not holds, seen\
                        """
                                .formatted(Proof.literal(FLAG))));
    }
}
