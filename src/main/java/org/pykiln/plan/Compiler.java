package org.pykiln.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A compiler as a recipe names it: `gcc`, `clang-19`.
///
/// @param version 0 for the one that the base calls its own
public record Compiler(Brand brand, int version) {
    private static final Pattern NAME = Pattern.compile("(gcc|clang)(?:-([1-9][0-9]))?");

    /// Who makes it.
    public enum Brand {
        GCC,
        CLANG
    }

    public static Optional<Compiler> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Brand brand = matcher.group(1).equals("gcc") ? Brand.GCC : Brand.CLANG;
        String version = matcher.group(2);
        return Optional.of(new Compiler(brand, version == null ? 0 : Integer.parseInt(version)));
    }

    public boolean isClang() {
        return brand == Brand.CLANG;
    }

    public boolean isOfTheBase() {
        return version == 0;
    }

    public String name() {
        String brandName = isClang() ? "clang" : "gcc";
        return isOfTheBase() ? brandName : brandName + "-" + version;
    }

    /// The name as its makers write it, such as `Clang 19`.
    public String title() {
        String brandName = isClang() ? "Clang" : "GCC";
        return isOfTheBase() ? brandName : brandName + " " + version;
    }
}
