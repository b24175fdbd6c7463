package org.pykiln.recipe.knob;

import java.util.List;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// Profile-guided optimisation: compile, train, compile again.
public final class PgoKnob implements Knob<Boolean> {
    public static final PgoKnob PGO = new PgoKnob();

    private PgoKnob() {}

    @Override
    public String id() {
        return "pgo";
    }

    @Override
    public String label() {
        return "PGO";
    }

    @Override
    public Group group() {
        return Group.OPTIMISATION;
    }

    @Override
    public Domain<Boolean> domain() {
        return new Domain.Switch();
    }

    @Override
    public Boolean defaultValue() {
        return false;
    }

    @Override
    public Explanation explain() {
        return new Explanation(
                "Profile-guided optimisation (--enable-optimizations): the interpreter is compiled"
                        + " with counters, trained by the profile task, and compiled again with what"
                        + " was counted. With GCC it also sets -fno-semantic-interposition.",
                "Between 1.10x and 1.30x has been reported; with -O3 it was most of what Home"
                        + " Assistant gained in 2020. The build takes three to ten times as long.",
                "Profiles that were written in training, and -fprofile-use on the command line that"
                        + " compiled the interpreter loop, both kept in the image.",
                List.of(
                        "docker-library/python #160",
                        "pyenv README",
                        "Home Assistant developers' blog, 2020-07-13"));
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (recipe.get(this)) {
            plan.configure("--enable-optimizations");
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        if (recipe.get(this)) {
            return List.of(
                    new Proof(
                            id(),
                            "training wrote profiles and the interpreter loop was compiled with them",
                            """
                            profiles = int(evidence('profiles') or 0)
                            used = [flag for flag in compiled() if flag.startswith('-fprofile-use')]
                            return (profiles > 0 and bool(used) and configured('--enable-optimizations'),
                                    f'{profiles} profiles, {" ".join(used) or "no -fprofile-use"}')\
                            """));
        }
        return List.of(
                new Proof(
                        id(),
                        "the interpreter loop was compiled without a profile",
                        """
                        used = [flag for flag in compiled() if flag.startswith('-fprofile')]
                        return not used, ' '.join(used) or 'no -fprofile'\
                        """));
    }
}
