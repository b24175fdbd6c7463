package org.pykiln.bench;

import java.util.regex.Pattern;

/// An image of a session.
///
/// @param name of the image in this session, in file names and in charts: letters, digits, `.`,
///   `_`, `+`, `=` and `-`
/// @param reference by which the engine was asked, such as `pykiln/debian-o2:latest`
/// @param id content address, `sha256:…`, which is what gets measured
public record PlannedImage(String name, String reference, String id) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+=-]{0,150}");

    public PlannedImage {
        if (!NAME.matcher(name).matches() || name.equals("session")) {
            throw new IllegalArgumentException("not a name for an image in a session: " + name);
        }
        if (id.isEmpty()) {
            throw new IllegalArgumentException("the image " + name + " has no id");
        }
    }
}
