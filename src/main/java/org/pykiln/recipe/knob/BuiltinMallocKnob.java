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

/// Home Assistant's flags of 2020 that forbid GCC to know what malloc does.
public final class BuiltinMallocKnob implements Knob<Boolean> {
    public static final BuiltinMallocKnob NO_BUILTIN_MALLOC = new BuiltinMallocKnob();

    private static final String[] FLAGS = {
        "-fno-builtin-malloc", "-fno-builtin-calloc", "-fno-builtin-realloc", "-fno-builtin-free"
    };

    private final Description<Boolean> description =
            new Description<>(
                    "no-builtin-malloc",
                    "No builtin malloc",
                    Group.ALLOCATOR,
                    new Domain.Switch(),
                    false,
                    new Explanation(
                            "-fno-builtin-malloc and its kin: GCC may not use what it knows of malloc, calloc,"
                                    + " realloc and free.",
                            "Home Assistant recommended it in 2020 together with jemalloc, and took it out again in"
                                    + " 2026: it is for those who write a malloc, and only forbids optimisation"
                                    + " to all others.",
                            "The flags on the command line that compiled the interpreter loop, kept in the"
                                    + " image.",
                            List.of(
                                    "Home Assistant developers' blog, 2020-07-13",
                                    "home-assistant/docker-base #381")));

    private BuiltinMallocKnob() {}

    @Override
    public Description<Boolean> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (!recipe.get(this)) {
            return List.of();
        }
        return List.of(
                Finding.warning(
                        "no-builtin-malloc-is-history",
                        "These flags only forbid optimisation; Home Assistant removed them in 2026.",
                        Remedy.of("switch it off", this, false),
                        this));
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (recipe.get(this)) {
            plan.compilerFlags(FLAGS);
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        if (!recipe.get(this)) {
            return List.of();
        }
        return List.of(
                new Proof(
                        id(),
                        "the interpreter loop was compiled with -fno-builtin-malloc and its kin",
                        """
                        wanted = %s.split()
                        missing = [flag for flag in wanted if flag not in compiled()]
                        return not missing, 'missing: ' + ' '.join(missing) if missing else 'all there'\
                        """
                                .formatted(Proof.literal(String.join(" ", FLAGS)))));
    }
}
