package org.pykiln.recipe.knob;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.pykiln.plan.BaseImage;
import org.pykiln.plan.BaseImage.Family;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Libc;
import org.pykiln.plan.Package;
import org.pykiln.plan.Preload;
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

/// Who answers `malloc` in the image.
public final class AllocatorKnob implements Knob<Allocator> {
    public static final AllocatorKnob ALLOCATOR = new AllocatorKnob();

    /// The executable of a shared build calls no malloc itself, so a linker that drops what is not
    /// needed would leave the allocator behind the C library in the order of look-up.
    private static final String KEEP = "-Wl,--push-state,--no-as-needed %s -Wl,--pop-state";

    private final Description<Allocator> description =
            new Description<>(
                    "allocator",
                    "malloc",
                    Group.ALLOCATOR,
                    new Domain.OneOf<>(Arrays.asList(Allocator.values()), Allocator::text),
                    Allocator.LIBC,
                    new Explanation(
                            "The memory allocator behind malloc. Python's own allocator serves objects up to 512"
                                    + " bytes from pages that it maps itself, so malloc sees only larger blocks"
                                    + " and C extensions, unless pymalloc is off.",
                            "In 2020 Home Assistant called jemalloc the game-changer on musl, and measured again in"
                                    + " 2026 on Python 3.14: jemalloc +0.0 % time and the highest memory use of"
                                    + " all choices. It counts where many threads allocate in C.",
                            "Where malloc is in the running interpreter, and that it is the same library or"
                                    + " executable as a function that only this allocator has and that tells its"
                                    + " version.",
                            List.of(
                                    "Home Assistant developers' blog, 2020-07-13",
                                    "home-assistant/core #175604")));

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
                "mallctl"),
        MIMALLOC(
                Package.MIMALLOC,
                Package.MIMALLOC_DEV,
                "-lmimalloc",
                "libmimalloc*.so.*",
                "mi_version"),
        TCMALLOC(
                Package.TCMALLOC,
                Package.TCMALLOC_DEV,
                "-ltcmalloc_minimal",
                "libtcmalloc_minimal.so.4",
                "tc_version");

        private final Package library;
        private final Package development;
        private final String linkerOption;
        private final String soname;
        private final String witness;

        Allocator(
                Package library,
                Package development,
                String linkerOption,
                String soname,
                String witness) {
            this.library = library;
            this.development = development;
            this.linkerOption = linkerOption;
            this.soname = soname;
            this.witness = witness;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Description<Allocator> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        Allocator allocator = recipe.get(this);
        BaseImage base = recipe.get(BaseKnob.BASE);
        if (base.family() == Family.DEBIAN_MUSL) {
            return onDebianMusl(allocator);
        }
        if (allocator == Allocator.TCMALLOC && base.libc() == Libc.MUSL) {
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

    private List<Finding> onDebianMusl(Allocator allocator) {
        if (allocator == Allocator.LIBC || allocator == Allocator.JEMALLOC) {
            return List.of();
        }
        return List.of(
                Finding.error(
                        "allocator-not-for-musl",
                        "Debian has %s for glibc only, and of jemalloc alone PyKiln compiles one for musl."
                                .formatted(allocator.text()),
                        Remedy.of("use jemalloc", this, Allocator.JEMALLOC),
                        this,
                        BaseKnob.BASE));
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
            boolean musl = recipe.get(BaseKnob.BASE).libc() == Libc.MUSL;
            String libc = musl ? BaseKnob.MUSL : BaseKnob.GLIBC;
            return List.of(
                    new Proof(
                            id(),
                            "malloc is the C library's",
                            "return malloc_of(%s)".formatted(Proof.literal(libc))));
        }
        return List.of(
                new Proof(
                        id(),
                        "malloc is " + allocator.text() + "'s",
                        "return malloc_is(%s)".formatted(Proof.literal(allocator.witness))));
    }
}
