package org.pykiln.bench;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pykiln.wheels.Marker;
import org.pykiln.wheels.Requirements;

/// All packages that a benchmark script needs, at exact versions, with the SHA-256 of every file
/// that may be used. Made by `src/main/locks/lock.py`.
///
/// @param folder of the script, after which the lock is called
record LayerLock(String folder, List<Pin> pins) {
    /// @param project as the lock spells it
    /// @param requirement version and hashes, as pip reads them
    /// @param marker for whom it is
    record Pin(String project, String requirement, Optional<Marker> marker) {}

    private static final Pattern PIN =
            Pattern.compile(
                    "(([^\\s=\\[]+)[^\\s=]*==[^\\s;]+)(?:\\s*;\\s*(.+?))?((?:\\s+--hash=\\S+)+)");

    LayerLock {
        pins = List.copyOf(pins);
    }

    static LayerLock of(String folder) {
        String name = "locks/" + folder + ".txt";
        return parse(folder, name, KitLock.resource(name));
    }

    /// @throws IllegalStateException when a line is no pin
    static LayerLock parse(String folder, String file, String text) {
        List<Pin> pins =
                Requirements.of(file, text).lines().stream().map(line -> pin(file, line)).toList();
        return new LayerLock(folder, pins);
    }

    private static Pin pin(String file, String line) {
        Matcher matcher = PIN.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException(file + ": not a pinned package: " + line);
        }
        return new Pin(
                matcher.group(2),
                matcher.group(1) + matcher.group(4),
                Optional.ofNullable(matcher.group(3)).map(Marker::new));
    }

    List<Pin> pins(LayerTarget target) {
        return pins.stream()
                .filter(pin ->
                        pin.marker().map(marker -> marker.holds(target.markers())).orElse(true))
                .toList();
    }
}
