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

/// The compiler's optimisation level for the interpreter's own sources.
public final class OptLevelKnob implements Knob<String> {
    public static final OptLevelKnob OPT_LEVEL = new OptLevelKnob();

    private final Description<String> description =
            new Description<>(
                    "opt-level",
                    "Optimisation level",
                    Group.OPTIMISATION,
                    new Domain.OneOf<>(List.of("-Os", "-O2", "-O3"), level -> level),
                    "-O3",
                    new Explanation(
                            "How hard the compiler optimises the interpreter; -Os for size. -O3 is CPython's"
                                    + " own default. The last -O on the compiler's command line wins.",
                            "-O3 over -O2: 1.04x in Fedora's measurement of 3.12, at 1.2 % more size. The"
                                    + " official Debian images come out at -O2, because the distribution's"
                                    + " flags follow CPython's.",
                            "The last -O on the command line that compiled the interpreter loop, kept in the"
                                    + " image.",
                            List.of(
                                    "Fedora change proposal: Python built with -O3",
                                    "docker-library/python #810, #811")));

    private OptLevelKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (recipe.isTurned(this) && recipe.get(PgoKnob.PGO)) {
            return List.of(
                    Finding.advice(
                            "opt-level-below-o3",
                            "PGO is there for speed, and %s leaves some of it: -O3 is CPython's own choice."
                                    .formatted(recipe.get(this)),
                            Remedy.of("use -O3", this, defaultValue()),
                            this,
                            PgoKnob.PGO));
        }
        return List.of();
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        plan.compilerFlags(recipe.get(this));
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        return List.of(
                new Proof(
                        id(),
                        "the interpreter loop was compiled with " + recipe.get(this),
                        """
                        levels = [flag for flag in compiled() if re.fullmatch('-O[0-9a-z]*', flag)]
                        return bool(levels) and levels[-1] == %s, ' '.join(levels) or 'no -O'\
                        """
                                .formatted(Proof.literal(recipe.get(this)))));
    }
}
