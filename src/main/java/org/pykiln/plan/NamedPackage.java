package org.pykiln.plan;

import java.util.regex.Pattern;

/// A package by the name that its distribution gives it, for what a person knows and PyKiln does
/// not.
///
/// @param name such as `libcurl4-openssl-dev`
public record NamedPackage(String name) implements Wanted {
    /// Ends in no hyphen, with which apt would remove it.
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.+_-]{0,98}[A-Za-z0-9+])?");

    public NamedPackage {
        if (!isName(name)) {
            throw new IllegalArgumentException("not the name of a package: " + name);
        }
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
