package org.pykiln.recipe.knob;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Libc;
import org.pykiln.plan.Package;
import org.pykiln.plan.Preload;
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

/// Who answers `malloc` in the image.
public final class AllocatorKnob implements Knob<Allocator> {
    public static final AllocatorKnob ALLOCATOR = new AllocatorKnob();

    /// The executable of a shared build calls no malloc itself, so a linker that drops what is not
    /// needed would leave the allocator behind the C library in the order of look-up.
    private static final String KEEP = "-Wl,--push-state,--no-as-needed %s -Wl,--pop-state";

    private AllocatorKnob() {}

    /// @see #LIBC
    public enum Allocator {
        /// the C library's own
        LIBC(Package.LIBC_DEV, Package.LIBC_DEV, "", "", ""),
        JEMALLOC(
                Package.JEMALLOC,
                Package.JEMALLOC_DEV,
                "-ljemalloc",
                "libjemalloc.so.2",
                "libjemalloc.so"),
        MIMALLOC(
                Package.MIMALLOC,
                Package.MIMALLOC_DEV,
                "-lmimalloc",
                "libmimalloc*.so.*",
                "libmimalloc"),
        TCMALLOC(
                Package.TCMALLOC,
                Package.TCMALLOC_DEV,
                "-ltcmalloc_minimal",
                "libtcmalloc_minimal.so.4",
                "libtcmalloc_minimal.so");

        private final Package library;
        private final Package development;
        private final String linkerOption;
        private final String soname;
        private final String mappedAs;

        Allocator(
                Package library,
                Package development,
                String linkerOption,
                String soname,
                String mappedAs) {
            this.library = library;
            this.development = development;
            this.linkerOption = linkerOption;
            this.soname = soname;
            this.mappedAs = mappedAs;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String id() {
        return "allocator";
    }

    @Override
    public String label() {
        return "malloc";
    }

    @Override
    public Group group() {
        return Group.ALLOCATOR;
    }

    @Override
    public Domain<Allocator> domain() {
        return new Domain.OneOf<>(Arrays.asList(Allocator.values()), Allocator::text);
    }

    @Override
    public Allocator defaultValue() {
        return Allocator.LIBC;
    }

    @Override
    public Explanation explain() {
        return new Explanation(
                "The memory allocator behind malloc. Python's own allocator serves objects up to 512"
                        + " bytes from pages that it maps itself, so malloc sees only larger blocks"
                        + " and C extensions, unless pymalloc is off.",
                "In 2020 Home Assistant called jemalloc the game-changer on musl, and measured again in"
                        + " 2026 on Python 3.14: jemalloc +0.0 % time and the highest memory use of"
                        + " all choices. It counts where many threads allocate in C.",
                "The library that malloc resolves to in the running interpreter, and an answer from"
                        + " it.",
                List.of(
                        "Home Assistant developers' blog, 2020-07-13",
                        "home-assistant/core #175604"));
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        Allocator allocator = recipe.get(this);
        if (allocator == Allocator.TCMALLOC && recipe.get(BaseKnob.BASE).libc() == Libc.MUSL) {
            return List.of(
                    Finding.warning(
                            "tcmalloc-on-musl",
                            "tcmalloc on musl is an experiment: parts of its own tests fail there.",
                            Remedy.of("use mimalloc", this, Allocator.MIMALLOC),
                            this,
                            BaseKnob.BASE));
        }
        return List.of();
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        Allocator allocator = recipe.get(this);
        if (allocator == Allocator.LIBC) {
            return;
        }
        if (recipe.get(AllocatorUseKnob.ALLOCATOR_USE) == Use.LINK) {
            plan.buildPackages(allocator.development);
            plan.libraries(KEEP.formatted(allocator.linkerOption));
        } else {
            plan.runPackages(allocator.library);
            plan.preload(new Preload(allocator.library, allocator.soname));
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        Allocator allocator = recipe.get(this);
        if (allocator == Allocator.LIBC) {
            String libc = recipe.get(BaseKnob.BASE).libc() == Libc.MUSL ? "ld-musl-" : "libc.so.6";
            return List.of(
                    new Proof(
                            id(),
                            "malloc is the C library's",
                            "return malloc_answers(%s)".formatted(Proof.literal(libc))));
        }
        return List.of(
                new Proof(
                        id(),
                        "malloc is " + allocator.text() + "'s",
                        "return malloc_answers(%s)".formatted(Proof.literal(allocator.mappedAs))));
    }
}
