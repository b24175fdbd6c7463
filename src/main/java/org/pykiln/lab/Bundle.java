package org.pykiln.lab;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pykiln.bench.Session;
import org.pykiln.workspace.AtomicFiles;
import org.pykiln.workspace.Folders;
import org.pykiln.workspace.Workspace;

/// A session as one file that says the same on every machine: plan, units, suites, receipts,
/// Dockerfiles, presets, locks, the result, and a manifest with the SHA-256 of each. Unpacked it is
/// a session's folder.
public final class Bundle {
    /// How the name of a bundle ends.
    public static final String ENDING = ".zip";

    /// The first that a ZIP file can tell.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Bundle() {}

    /// Writes a session's bundle. The same session gives the same bytes.
    ///
    /// @param environment of this process, which may name proxies that are nobody's business
    /// @throws LabException when something private is in what was measured or built
    public static BundleManifest write(
            Path session, Path file, Workspace workspace, Map<String, String> environment)
            throws IOException {
        if (!Session.exists(session)) {
            throw LabException.badInput(
                    session + " holds no session: expected the folder of a bench or a lab");
        }
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("a path in the home folder", Path.of(System.getProperty("user.home", "/")));
        folders.put("a path in the workspace", workspace.home());
        folders.put("a path in the session's folder", session.toAbsolutePath().normalize());
        return write(session, file, PrivateText.of(environment, folders));
    }

    static BundleManifest write(Path session, Path file, PrivateText privacy) throws IOException {
        BundleFiles.Gathered gathered = BundleFiles.of(session, privacy);
        AtomicFiles.write(
                file,
                out -> {
                    ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out));
                    write(gathered.files(), zip);
                    zip.finish();
                    zip.flush();
                });
        return gathered.manifest();
    }

    private static void write(SequencedMap<String, byte[]> files, ZipOutputStream zip)
            throws IOException {
        for (var file : files.entrySet()) {
            ZipEntry entry = new ZipEntry(file.getKey());
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(file.getValue());
        }
    }

    /// Checks all of a bundle and unpacks it into a folder that is not there yet, or is empty.
    ///
    /// @throws LabException when the file is not a whole bundle; names the entry, and leaves no
    ///   folder
    public static BundleManifest open(Path file, Path folder) throws IOException {
        BundleReader reader = new BundleReader(file);
        reader.requireFile();
        return Folders.write(folder, reader::unpack);
    }

    /// Whether a source of results can only be a bundle.
    static boolean is(Path source) {
        String name = String.valueOf(source.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(ENDING) && Files.isRegularFile(source);
    }

    /// Reads a bundle as the session's folder that it is.
    static <T> T read(Path file, Folders.Use<T> use) throws IOException {
        BundleReader reader = new BundleReader(file);
        return Folders.temporary(folder -> {
            reader.unpack(folder);
            return use.in(folder);
        });
    }

    /// The title that a session had where it was measured, if its folder came out of a bundle.
    static Optional<String> title(Path folder, String session) throws IOException {
        Path file = folder.resolve(BundleManifest.NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(BundleJson.read(Files.readString(file)))
                    .filter(manifest -> manifest.session().equals(session))
                    .map(BundleManifest::title);
        } catch (IOException changedSince) {
            return Optional.empty();
        }
    }

    static String version() {
        return Objects.requireNonNullElse(
                Bundle.class.getPackage().getImplementationVersion(), "(not packaged)");
    }
}
