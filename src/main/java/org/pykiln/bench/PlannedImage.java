package org.pykiln.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.pykiln.engine.Engine;
import org.pykiln.engine.ImageFacts;
import org.pykiln.workspace.FileStem;

/// An image of a session.
///
/// @param name of the image in this session, in file names and in charts: letters, digits, `.`,
///   `_`, `+`, `=`, `@` and `-`
/// @param reference by which the engine was asked, such as `pykiln/debian-o2:latest`
/// @param id content address, `sha256:…`, which is what gets measured
/// @param variant what the image is a build of; its own name where it is the only one
public record PlannedImage(String name, String reference, String id, String variant) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+=@-]{0,150}");

    public PlannedImage {
        if (!NAME.matcher(name).matches() || name.equals("session")) {
            throw new IllegalArgumentException("not a name for an image in a session: " + name);
        }
        if (id.isEmpty()) {
            throw new IllegalArgumentException("the image " + name + " has no id");
        }
        if (!NAME.matcher(variant).matches()) {
            throw new IllegalArgumentException("not a name for a variant: " + variant);
        }
    }

    /// The only build of its variant.
    public PlannedImage(String name, String reference, String id) {
        this(name, reference, id, name);
    }

    /// Looks the image up on the engine: what is measured is its content of now, whatever the
    /// reference means later.
    ///
    /// @throws BenchException with [BenchProblem.ImageRefused] when there is none
    public static PlannedImage of(Engine engine, String name, String reference) {
        ImageFacts facts =
                engine.image(reference)
                        .orElseThrow(() ->
                                new BenchProblem.ImageRefused(
                                                name,
                                                "There is no image %s on the engine."
                                                        .formatted(reference),
                                                "Build it first.")
                                        .exception());
        return new PlannedImage(name, reference, facts.id());
    }

    /// Images under names made from their references, each different from the others also where a
    /// reference comes twice.
    ///
    /// @throws BenchException with [BenchProblem.ImageRefused] when one is missing
    public static List<PlannedImage> all(Engine engine, List<String> references) {
        List<PlannedImage> images = new ArrayList<>();
        Set<String> taken = new HashSet<>(Set.of("session"));
        for (String reference : references) {
            String base = nameOf(reference);
            String name = base;
            for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
                name = base + "-" + number;
            }
            images.add(of(engine, name, reference));
        }
        return images;
    }

    /// The last part of a reference without the tag `latest`: `debian-o2` for
    /// `pykiln/debian-o2:latest`, `python-3.14` for `python:3.14`.
    private static String nameOf(String reference) {
        String name =
                reference
                        .substring(reference.lastIndexOf('/') + 1)
                        .replaceFirst(":latest$", "")
                        .replaceFirst("^sha256:(.{12}).*", "$1");
        return FileStem.of(name, "image");
    }
}
