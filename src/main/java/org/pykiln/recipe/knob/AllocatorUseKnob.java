package org.pykiln.recipe.knob;

import java.util.List;
import java.util.Locale;
import org.pykiln.plan.BaseImage.Family;
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
import org.pykiln.recipe.knob.AllocatorKnob.Allocator;
import org.pykiln.recipe.knob.AllocatorUseKnob.Use;

/// How another malloc gets into the process.
public final class AllocatorUseKnob implements Knob<Use> {
    public static final AllocatorUseKnob ALLOCATOR_USE = new AllocatorUseKnob();

    private final Description<Use> description =
            new Description<>(
                    "allocator-use",
                    "malloc comes by",
                    Group.ALLOCATOR,
                    new Domain.OneOf<>(
                            List.of(Use.values()), use -> use.name().toLowerCase(Locale.ROOT)),
                    Use.PRELOAD,
                    new Explanation(
                            "preload: LD_PRELOAD in the image's environment, for every process of the image; a"
                                    + " run-time choice that needs no second compile. link: the interpreter is"
                                    + " linked with it, as Home Assistant did in 2020.",
                            "The same allocator either way; a process that drops the environment loses a"
                                    + " preloaded one (pyperf's workers do, unless told otherwise).",
                            "Whether there is an LD_PRELOAD in the environment; who answers malloc is the"
                                    + " other half of the proof.",
                            List.of("home-assistant/docker-base #67, #68, #82")));

    private AllocatorUseKnob() {}

    /// Preloaded by the image's environment, or linked into the interpreter.
    public enum Use {
        PRELOAD,
        LINK
    }

    @Override
    public Description<Use> description() {
        return description;
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
        if (recipe.get(this) == Use.PRELOAD
                && recipe.get(AllocatorKnob.ALLOCATOR) != Allocator.LIBC
                && recipe.get(BaseKnob.BASE).family() == Family.DEBIAN_MUSL) {
            return List.of(
                    Finding.error(
                            "preload-of-another-libc",
                            "Debian's allocators are made for glibc; preloaded into a process on"
                                    + " musl they end it.",
                            Remedy.of("link it", this, Use.LINK),
                            this,
                            AllocatorKnob.ALLOCATOR,
                            BaseKnob.BASE));
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
