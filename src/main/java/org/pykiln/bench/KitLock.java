package org.pykiln.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pinned packages of the kit, read from a requirements file that pip reads too.
record KitLock(String text, List<Pin> pins) {
    /// @param sha256 of the wheel
    record Pin(String name, String version, String sha256) {
        String wheel() {
            return name + "-" + version + "-py3-none-any.whl";
        }
    }

    private static final Pattern LINE =
            Pattern.compile("([a-z]+)==([0-9.]+) --hash=sha256:([0-9a-f]{64})");

    static final KitLock SHIPPED = parse(resource("kit.txt"));

    static KitLock parse(String text) {
        return new KitLock(text, text.lines().map(KitLock::pin).toList());
    }

    private static Pin pin(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("not a pinned package: " + line);
        }
        return new Pin(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    String version(String name) {
        return pins.stream()
                .filter(pin -> pin.name().equals(name))
                .findFirst()
                .orElseThrow()
                .version();
    }

    /// Of everything that ends up in the kit: the wheels by their hashes, and our own programs.
    String hash() {
        String content = text + resource("unit.py") + resource("fill.py") + OwnBenchmarks.scripts();
        return sha256(content.getBytes(StandardCharsets.UTF_8));
    }

    static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(KitLock.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
