package org.pykiln.recipe.knob;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pykiln.plan.BaseImage;
import org.pykiln.plan.BaseImage.Family;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Libc;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// The image that the build starts from; it decides libc, compiler and package names.
public final class BaseKnob implements Knob<BaseImage> {
    public static final BaseKnob BASE = new BaseKnob();

    private static final Set<String> DEBIAN_12 =
            Set.of("amd64", "i386", "arm64", "arm/v7", "ppc64le", "s390x");
    private static final Set<String> DEBIAN_13 =
            Set.of("amd64", "i386", "arm64", "arm/v7", "ppc64le", "riscv64", "s390x");
    private static final Set<String> ALPINE =
            Set.of("amd64", "i386", "arm64", "arm/v6", "arm/v7", "ppc64le", "riscv64", "s390x");

    private static final BaseImage TRIXIE =
            new BaseImage("debian:trixie-slim", Family.DEBIAN, "trixie", Libc.GLIBC, 14, DEBIAN_13);
    private static final BaseImage BOOKWORM =
            new BaseImage(
                    "debian:bookworm-slim", Family.DEBIAN, "bookworm", Libc.GLIBC, 12, DEBIAN_12);
    private static final BaseImage ALPINE_3_24 =
            new BaseImage("alpine:3.24", Family.ALPINE, "3.24", Libc.MUSL, 15, ALPINE);

    private BaseKnob() {}

    @Override
    public String id() {
        return "base";
    }

    @Override
    public String label() {
        return "Base image";
    }

    @Override
    public Group group() {
        return Group.BASE;
    }

    @Override
    public Domain<BaseImage> domain() {
        return new Domain.OneOf<>(List.of(TRIXIE, BOOKWORM, ALPINE_3_24), BaseImage::reference);
    }

    @Override
    public BaseImage defaultValue() {
        return TRIXIE;
    }

    @Override
    public Explanation explain() {
        return new Explanation(
                "The image under both stages of the build. It brings the C library (glibc or musl),"
                        + " the C compiler and the versions of all libraries that CPython links.",
                "Compiled alike, Home Assistant found in 2020 the difference between musl and glibc insignificant"
                        + " in real use; what made Alpine slow in 2020 was -Os without PGO."
                        + " musl's malloc is slow where many threads allocate.",
                "The C library that the running interpreter has mapped.",
                List.of(
                        "Home Assistant developers' blog, 2020-07-13",
                        "docker-library/python: Alpine images are built without PGO (#980)"));
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (recipe.get(this).family() == Family.ALPINE) {
            return List.of(
                    Finding.note(
                            "rendered-not-built",
                            "Rendered, not built: PyKiln's own tests have no Alpine packages within"
                                    + " reach, so nobody has proven this recipe yet.",
                            this));
        }
        return List.of();
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        plan.base(recipe.get(this));
        if (recipe.get(this).libc() == Libc.MUSL
                && !recipe.get(PythonKnob.PYTHON).isAtLeast(3, 15)) {
            // musl gives a thread 128 KiB, less than Python's own recursion limit needs
            plan.compilerFlags("-DTHREAD_STACK_SIZE=0x100000");
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        String pattern = recipe.get(this).libc() == Libc.MUSL ? "ld-musl-" : "libc.so.6";
        return List.of(
                new Proof(
                        id(),
                        "the interpreter runs on "
                                + recipe.get(this).libc().name().toLowerCase(Locale.ROOT),
                        "return mapped(%s)".formatted(Proof.literal(pattern))));
    }
}
