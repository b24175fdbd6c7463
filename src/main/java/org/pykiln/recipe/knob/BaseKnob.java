package org.pykiln.recipe.knob;

import java.util.List;
import org.pykiln.plan.BaseImage;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Libc;
import org.pykiln.plan.Package;
import org.pykiln.plan.Proof;
import org.pykiln.plan.Step;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// The image that the build starts from; it decides libc, compiler and package names.
public final class BaseKnob implements Knob<BaseImage> {
    public static final BaseKnob BASE = new BaseKnob();

    static final String GLIBC = "glibc";
    static final String MUSL = "musl";

    /// GCC names its own triplet also where it compiles for musl, which configure takes for a
    /// mistake. Alpine's GCC names none, and neither does it then.
    private static final String NO_MULTIARCH =
            """
            sed -i 's,$($CC --print-multiarch 2>/dev/null),,' configure;
            if grep -F -- '$CC --print-multiarch' configure; then exit 1; fi\
            """;

    private final Description<BaseImage> description =
            new Description<>(
                    "base",
                    "Base image",
                    Group.BASE,
                    new Domain.OneOf<>(Bases.ALL, BaseImage::name),
                    Bases.TRIXIE,
                    new Explanation(
                            "The image under both stages of the build. It brings the C library (glibc or musl),"
                                    + " the C compiler and the versions of all libraries that CPython links."
                                    + " debian:trixie-slim+musl is Debian with an interpreter that is linked"
                                    + " with musl: same compiler, same image, another C library. Its OpenSSL,"
                                    + " SQLite and the like are compiled from Debian's source packages and"
                                    + " linked statically, where Debian itself has shared ones.",
                            "Compiled alike, Home Assistant found in 2020 the difference between musl and glibc insignificant"
                                    + " in real use; what made Alpine slow in 2020 was -Os without PGO."
                                    + " musl's malloc is slow where many threads allocate.",
                            "What /etc/os-release says of distribution and release, the C library that the running"
                                    + " interpreter has mapped and those that it has not, and on musl"
                                    + " that pip asks for musllinux wheels.",
                            List.of(
                                    "Home Assistant developers' blog, 2020-07-13",
                                    "docker-library/python: Alpine images are built without PGO (#980)")));

    private BaseKnob() {}

    @Override
    public Description<BaseImage> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        return switch (recipe.get(this).family()) {
            case ALPINE -> List.of(nobodyHasBuilt("Alpine"));
            case UBUNTU -> List.of(nobodyHasBuilt("Ubuntu"));
            case FEDORA -> List.of(nobodyHasBuilt("Fedora"));
            case DEBIAN, DEBIAN_MUSL -> List.of();
        };
    }

    private Finding nobodyHasBuilt(String distribution) {
        return Finding.note(
                Finding.RENDERED_NOT_BUILT,
                "Rendered, not built: PyKiln's own tests have no %s packages within reach, so nobody has proven this recipe yet."
                        .formatted(distribution),
                this);
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        BaseImage base = recipe.get(this);
        plan.base(base);
        switch (base.family()) {
            case DEBIAN_MUSL -> {
                plan.step(Step.Moment.UNPACKED, NO_MULTIARCH);
                plan.buildEnvironment(
                        "PKG_CONFIG_LIBDIR",
                        "/usr/lib/$(gcc -print-multiarch | sed s/gnu/musl/)/pkgconfig");
                plan.buildEnvironment("PKG_CONFIG", "pkg-config --static");
            }
            case FEDORA -> {
                plan.buildPackages(Package.DIFFUTILS, Package.FINDUTILS, Package.GAWK, Package.TAR);
                plan.runPackages(Package.FINDUTILS);
            }
            default -> {}
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        BaseImage base = recipe.get(this);
        return base.libc() == Libc.MUSL
                ? List.of(release(base), libc(MUSL), musllinux())
                : List.of(release(base), libc(GLIBC));
    }

    private Proof release(BaseImage base) {
        String distribution =
                switch (base.family()) {
                    case DEBIAN, DEBIAN_MUSL -> "debian";
                    case UBUNTU -> "ubuntu";
                    case ALPINE -> "alpine";
                    case FEDORA -> "fedora";
                };
        return new Proof(
                id(),
                "the image is %s %s".formatted(distribution, base.release()),
                """
                name, releases = distribution()
                matches = [release for release in releases if (release + '.').startswith(%s)]
                return name == %s and bool(matches), ' '.join([name] + releases)\
                """
                        .formatted(
                                Proof.literal(base.release() + "."), Proof.literal(distribution)));
    }

    private Proof libc(String libc) {
        return new Proof(
                id(),
                "the interpreter runs on " + libc,
                """
                seen = libcs()
                return seen == [%s], ', '.join(seen) or 'neither glibc nor musl'\
                """
                        .formatted(Proof.literal(libc)));
    }

    /// Without pip the name of extension modules says for which C library they are.
    private Proof musllinux() {
        return new Proof(
                id(),
                "wheels and extension modules are those for musl",
                """
                name = sysconfig.get_config_var('SOABI') or ''
                try:
                    from pip._vendor.packaging.tags import platform_tags
                    name += ', ' + next(platform_tags())
                    return '-musl' in name and 'musllinux' in name, name
                except ImportError:
                    return '-musl' in name, name\
                """);
    }
}
