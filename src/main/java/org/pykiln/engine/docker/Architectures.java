package org.pykiln.engine.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Translates the many names of one architecture into the one that platforms use.
final class Architectures {
    private Architectures() {}

    /// @param name as the kernel (`x86_64`, `armv7l`) or Go (`amd64`, `arm`) says it
    /// @param variant such as `v7`; images of 32-bit ARM need it
    static String name(@Nullable String name, @Nullable String variant) {
        String known = name == null ? "" : name.toLowerCase(Locale.ROOT);
        return switch (known) {
            case "x86_64", "x86-64", "amd64" -> "amd64";
            case "i386", "i486", "i586", "i686", "x86", "386" -> "i386";
            case "aarch64", "arm64", "armv8", "armv8l" -> "arm64";
            case "armv7l", "armv7", "armhf" -> "arm/v7";
            case "armv6l", "armv6", "armel" -> "arm/v6";
            case "armv5l", "armv5tel" -> "arm/v5";
            case "arm" -> variant == null || variant.isEmpty() ? "arm/v7" : "arm/" + variant;
            case "ppc64el" -> "ppc64le";
            default -> known;
        };
    }

    /// The library's model lacks the variant.
    static @Nullable String variant(InspectImageResponse image) {
        return image.getRawValues().get("Variant") instanceof String variant ? variant : null;
    }
}
