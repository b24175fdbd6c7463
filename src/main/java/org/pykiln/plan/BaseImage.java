package org.pykiln.plan;

import java.util.Set;

/// The image that both stages of a build start from.
///
/// @param reference as in `FROM`, such as `debian:trixie-slim`
/// @param release the distribution's name of itself, such as `trixie`
/// @param gcc major version of its C compiler
/// @param architectures for which it is published, in PyKiln's names
public record BaseImage(
        String reference,
        Family family,
        String release,
        Libc libc,
        int gcc,
        Set<String> architectures) {

    /// Distributions that share package manager and package names.
    public enum Family {
        DEBIAN,
        ALPINE
    }

    public BaseImage {
        architectures = Set.copyOf(architectures);
    }
}
