package org.pykiln.recipe.knob;

import java.util.List;
import java.util.Locale;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Remedy;
import org.pykiln.recipe.knob.AllocatorKnob.Allocator;
import org.pykiln.recipe.knob.AllocatorUseKnob.Use;

/// How another malloc gets into the process.
public final class AllocatorUseKnob implements Knob<Use> {
    public static final AllocatorUseKnob ALLOCATOR_USE = new AllocatorUseKnob();

    private AllocatorUseKnob() {}

    /// Preloaded by the image's environment, or linked into the interpreter.
    public enum Use {
        PRELOAD,
        LINK
    }

    @Override
    public String id() {
        return "allocator-use";
    }

    @Override
    public String label() {
        return "malloc comes by";
    }

    @Override
    public Group group() {
        return Group.ALLOCATOR;
    }

    @Override
    public Domain<Use> domain() {
        return new Domain.OneOf<>(
                List.of(Use.values()), use -> use.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Use defaultValue() {
        return Use.PRELOAD;
    }

    @Override
    public Explanation explain() {
        return new Explanation(
                "preload: LD_PRELOAD in the image's environment, for every process of the image; a"
                        + " run-time choice that needs no second compile. link: the interpreter is"
                        + " linked with it, as Home Assistant did in 2020.",
                "The same allocator either way; a process that drops the environment loses a"
                        + " preloaded one (pyperf's workers do, unless told otherwise).",
                "LD_PRELOAD in the environment, or the library among those that the executable"
                        + " itself asks for.",
                List.of("home-assistant/docker-base #67, #68, #82"));
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (recipe.isTurned(this) && recipe.get(AllocatorKnob.ALLOCATOR) == Allocator.LIBC) {
            return List.of(
                    Finding.advice(
                            "nothing-to-link",
                            "The C library's own malloc needs no linking; this has no effect.",
                            Remedy.of("use jemalloc", AllocatorKnob.ALLOCATOR, Allocator.JEMALLOC),
                            this,
                            AllocatorKnob.ALLOCATOR));
        }
        return List.of();
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        // what it changes is the way in which the allocator contributes itself
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        if (recipe.get(AllocatorKnob.ALLOCATOR) == Allocator.LIBC) {
            return List.of();
        }
        boolean preloaded = recipe.get(this) == Use.PRELOAD;
        return List.of(
                new Proof(
                        id(),
                        preloaded
                                ? "the allocator is preloaded"
                                : "the allocator is there without being preloaded",
                        """
                        seen = os.environ.get('LD_PRELOAD', '')
                        return bool(seen) == %s, seen or 'no LD_PRELOAD'\
                        """
                                .formatted(preloaded ? "True" : "False")));
    }
}
