package org.pykiln.recipe.knob;

import java.util.List;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Proof;
import org.pykiln.plan.Step.Moment;
import org.pykiln.plan.ToolPackage.Tool;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// Profile-guided optimisation: compile, train, compile again.
public final class PgoKnob implements Knob<Boolean> {
    public static final PgoKnob PGO = new PgoKnob();

    private final Description<Boolean> description =
            new Description<>(
                    "pgo",
                    "PGO",
                    Group.OPTIMISATION,
                    new Domain.Switch(),
                    false,
                    new Explanation(
                            "Profile-guided optimisation (--enable-optimizations): the interpreter is compiled"
                                    + " with counters, trained by the profile task, and compiled again with what"
                                    + " was counted. It also sets"
                                    + " -fno-semantic-interposition.",
                            "Between 1.10x and 1.30x has been reported; with -O3 it was most of what Home"
                                    + " Assistant gained in 2020. The build takes three to ten times as long.",
                            "Profiles that were written in training, and -fprofile-use on the command line that"
                                    + " compiled the interpreter loop, both kept in the image.",
                            List.of(
                                    "docker-library/python #160",
                                    "pyenv README",
                                    "Home Assistant developers' blog, 2020-07-13")));

    private PgoKnob() {}

    @Override
    public Description<Boolean> description() {
        return description;
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (recipe.get(this)) {
            plan.configure("--enable-optimizations");
            if (CompilerKnob.isClang(recipe)) {
                int version = CompilerKnob.resolved(recipe).version();
                plan.buildPackage(Tool.LLVM, version);
                plan.buildPackage(Tool.CLANG_RUNTIME, version);
            }
            // with PGO the profiles are still there at the end: none means that training wrote none
            plan.step(Moment.INSTALLED, "test \"$(cat /usr/local/share/pykiln/profiles)\" -gt 0");
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
                            used = [flag for flag in compiled() if flag.startswith(%s)]
                            return (profiles > 0 and bool(used) and configured('--enable-optimizations'),
                                    f'{profiles} profiles, {" ".join(used) or "compiled without"}')\
                            """
                                    .formatted(
                                            Proof.literal(
                                                    CompilerKnob.isClang(recipe)
                                                            ? "-fprofile-instr-use"
                                                            : "-fprofile-use"))));
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
