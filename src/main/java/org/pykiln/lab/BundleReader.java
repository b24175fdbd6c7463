package org.pykiln.lab;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.pykiln.bench.BenchException;
import org.pykiln.bench.Session;
import org.pykiln.lab.BundleManifest.Content;
import org.pykiln.recipe.Printable;
import org.pykiln.source.Sha256;

/// Unpacks a bundle that somebody else made: nothing is believed before it was checked.
///
/// @param file the bundle
record BundleReader(Path file) {
    private static final int MOST_FILES = 50_000;
    private static final long MOST_BYTES = 1L << 30;
    private static final int LARGEST_FILE = 256 << 20;
    private static final int LARGEST_MANIFEST = 32 << 20;

    /// Relative, downwards, and a name on every file system.
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:[A-Za-z0-9][A-Za-z0-9._+=-]*(?<!\\.)/){0,5}"
                            + "[A-Za-z0-9][A-Za-z0-9._+=-]*(?<!\\.)");

    private static final int LONGEST_NAME = 400;

    /// @throws NoSuchFileException when there is none
    void requireFile() throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
    }

    /// @throws LabException naming the entry that is not as it should be
    BundleManifest unpack(Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Map<String, ZipEntry> entries = entries(zip.stream().toList());
            BundleManifest manifest = manifest(zip, entries);
            requireSame(manifest, entries);
            for (var content : manifest.files().entrySet()) {
                byte[] bytes = content(zip, entries, content.getKey(), content.getValue());
                write(folder, content.getKey(), bytes);
            }
            write(
                    folder,
                    BundleManifest.NAME,
                    BundleJson.write(manifest).getBytes(StandardCharsets.UTF_8));
            requireSession(folder, manifest);
            return manifest;
        } catch (ZipException | EOFException broken) {
            throw bad("it is no ZIP file, or is cut off (%s)".formatted(broken.getMessage()));
        }
    }

    private Map<String, ZipEntry> entries(List<? extends ZipEntry> all) {
        if (all.size() > MOST_FILES) {
            throw bad("it has %d entries; expected at most %d".formatted(all.size(), MOST_FILES));
        }
        Map<String, ZipEntry> entries = new HashMap<>();
        Map<String, String> seen = new HashMap<>();
        for (ZipEntry entry : all) {
            String name = entry.getName();
            if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
                throw bad(name, "is not the name of a file in a bundle");
            }
            // one file where letters are not told apart by case
            String other = seen.put(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                throw bad(name, "is there twice");
            }
            entries.put(name, entry);
        }
        return entries;
    }

    private BundleManifest manifest(ZipFile zip, Map<String, ZipEntry> entries) throws IOException {
        if (!entries.containsKey(BundleManifest.NAME)) {
            throw bad(
                    "it has no %s; expected a file that \"pykiln bundle\" wrote"
                            .formatted(BundleManifest.NAME));
        }
        byte[] bytes = bytes(zip, entries, BundleManifest.NAME, LARGEST_MANIFEST);
        try {
            return BundleJson.read(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException notAManifest) {
            throw bad(BundleManifest.NAME, "cannot be used: " + notAManifest.getMessage());
        }
    }

    private void requireSame(BundleManifest manifest, Map<String, ZipEntry> entries) {
        for (String name : manifest.files().keySet()) {
            if (!entries.containsKey(name) || name.equals(BundleManifest.NAME)) {
                throw bad(name, "is missing");
            }
        }
        for (String name : entries.keySet()) {
            if (!manifest.files().containsKey(name) && !name.equals(BundleManifest.NAME)) {
                throw bad(name, "is not in the manifest");
            }
        }
        long total = 0;
        for (var content : manifest.files().entrySet()) {
            if (content.getValue().bytes() > LARGEST_FILE) {
                throw bad(content.getKey(), "is too large: more than 256 MiB");
            }
            total += content.getValue().bytes();
        }
        if (total > MOST_BYTES) {
            throw bad("it would unpack to more than 1 GiB");
        }
    }

    private byte[] content(
            ZipFile zip, Map<String, ZipEntry> entries, String name, Content expected)
            throws IOException {
        byte[] bytes = bytes(zip, entries, name, (int) expected.bytes());
        if (bytes.length != expected.bytes()) {
            throw bad(
                    name,
                    "has %d bytes; the manifest says %d".formatted(bytes.length, expected.bytes()));
        }
        String sha256 = Sha256.of(bytes);
        if (!sha256.equals(expected.sha256())) {
            throw bad(
                    name,
                    "was changed: its SHA-256 is %s; the manifest says %s"
                            .formatted(sha256, Printable.of(expected.sha256())));
        }
        return bytes;
    }

    /// However much is packed into it, no more is unpacked than was announced.
    private byte[] bytes(ZipFile zip, Map<String, ZipEntry> entries, String name, int most)
            throws IOException {
        ZipEntry entry = Objects.requireNonNull(entries.get(name), name);
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw bad(name, "is larger than the %d bytes that are announced".formatted(most));
            }
            return bytes;
        } catch (ZipException broken) {
            throw bad(name, "cannot be unpacked (%s)".formatted(broken.getMessage()));
        } catch (EOFException cut) {
            throw bad(name, "is cut off");
        }
    }

    private static void write(Path folder, String name, byte[] bytes) throws IOException {
        Path target = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.write(target, bytes);
    }

    private void requireSession(Path folder, BundleManifest manifest) {
        String id;
        try {
            id = Session.open(folder).plan().id();
        } catch (BenchException unreadable) {
            throw bad("session.json", "is missing, or is not a session's plan");
        }
        if (!id.equals(manifest.session())) {
            throw bad("session.json", "is of another session than the manifest");
        }
    }

    private LabException bad(String entry, String what) {
        return bad("%s %s".formatted(Printable.of(entry), what));
    }

    private LabException bad(String what) {
        return LabException.badInput(
                "%s is not a bundle that can be used: %s".formatted(file, what));
    }
}
