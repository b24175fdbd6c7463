package org.pykiln.recipe.knob;

import java.util.List;
import java.util.Set;
import org.pykiln.plan.BaseImage;
import org.pykiln.plan.BaseImage.Family;
import org.pykiln.plan.Libc;

/// The base images that PyKiln knows, and for which architectures each is published.
final class Bases {
    private static final Set<String> DEBIAN_12 =
            Set.of("amd64", "i386", "arm64", "arm/v7", "ppc64le", "s390x");
    private static final Set<String> DEBIAN_13 =
            Set.of("amd64", "i386", "arm64", "arm/v7", "ppc64le", "riscv64", "s390x");
    private static final Set<String> UBUNTU =
            Set.of("amd64", "arm64", "arm/v7", "ppc64le", "riscv64", "s390x");
    private static final Set<String> ALPINE =
            Set.of("amd64", "i386", "arm64", "arm/v6", "arm/v7", "ppc64le", "riscv64", "s390x");
    private static final Set<String> FEDORA = Set.of("amd64", "arm64", "ppc64le", "s390x");

    /// Those whose OpenSSL the build knows how to configure.
    private static final Set<String> DEBIAN_MUSL = Set.of("amd64", "i386", "arm64");

    static final BaseImage TRIXIE =
            image("debian:trixie-slim", Family.DEBIAN, "trixie", Libc.GLIBC, 14, DEBIAN_13);

    static final BaseImage TRIXIE_MUSL =
            new BaseImage(
                    "debian:trixie-slim+musl",
                    "debian:trixie-slim",
                    Family.DEBIAN_MUSL,
                    "trixie",
                    Libc.MUSL,
                    14,
                    DEBIAN_MUSL);

    /// The first that is published for an architecture is what a remedy offers.
    static final List<BaseImage> ALL =
            List.of(
                    TRIXIE,
                    image(
                            "debian:bookworm-slim",
                            Family.DEBIAN,
                            "bookworm",
                            Libc.GLIBC,
                            12,
                            DEBIAN_12),
                    TRIXIE_MUSL,
                    image("alpine:3.24", Family.ALPINE, "3.24", Libc.MUSL, 15, ALPINE),
                    image("alpine:3.23", Family.ALPINE, "3.23", Libc.MUSL, 15, ALPINE),
                    image("ubuntu:24.04", Family.UBUNTU, "24.04", Libc.GLIBC, 13, UBUNTU),
                    image("ubuntu:26.04", Family.UBUNTU, "26.04", Libc.GLIBC, 15, UBUNTU),
                    image("fedora:43", Family.FEDORA, "43", Libc.GLIBC, 15, FEDORA),
                    image("fedora:44", Family.FEDORA, "44", Libc.GLIBC, 16, FEDORA));

    private Bases() {}

    private static BaseImage image(
            String name,
            Family family,
            String release,
            Libc libc,
            int gcc,
            Set<String> architectures) {
        return new BaseImage(name, name, family, release, libc, gcc, architectures);
    }
}
