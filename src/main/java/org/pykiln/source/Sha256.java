package org.pykiln.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Checksums as python.org publishes them: lower-case hexadecimal.
public final class Sha256 {
    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    public static String of(Path file) throws IOException {
        Sha256 sum = new Sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.add(buffer, n);
            }
        }
        return sum.hex();
    }

    public static String of(byte[] content) {
        Sha256 sum = new Sha256();
        sum.add(content, content.length);
        return sum.hex();
    }

    void add(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
