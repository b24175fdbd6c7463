package org.pykiln.plan;

import java.util.Set;

/// The image that both stages of a build start from.
///
/// @param name what the recipe calls it, such as `debian:trixie-slim+musl`
/// @param reference as in `FROM`, such as `debian:trixie-slim`
/// @param release the distribution's name of its release as `/etc/os-release` has it: the code name
///   `trixie` of Debian, the version of others
/// @param libc which the interpreter is linked with
/// @param gcc major version of its C compiler
/// @param architectures for which it is published, in PyKiln's names
public record BaseImage(
        String name,
        String reference,
        Family family,
        String release,
        Libc libc,
        int gcc,
        Set<String> architectures) {

    /// Distributions that share package manager and package names.
    public enum Family {
        DEBIAN,
        /// Debian, with an interpreter linked with musl
        DEBIAN_MUSL,
        UBUNTU,
        ALPINE,
        FEDORA
    }

    public BaseImage {
        architectures = Set.copyOf(architectures);
    }

    /// The command of its GCC that compiles for its [#libc].
    public String cc() {
        return family == Family.DEBIAN_MUSL ? "musl-gcc" : "gcc";
    }

    /// The same distribution from another image.
    public BaseImage from(String otherReference) {
        return new BaseImage(name, otherReference, family, release, libc, gcc, architectures);
    }
}
