package org.pykiln.source;

import java.io.File;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pykiln.plan.PythonRelease;
import org.pykiln.workspace.AtomicFiles;
import org.pykiln.workspace.Workspace;

/// CPython's source archives on this machine. Whatever path it hands out has just been verified
/// against the SHA-256 of the release; a file with another one is never handed out and a download
/// with another one never gets its name.
public final class Distfiles {
    /// Environment variable: more folders to look into, separated as in `PATH`. Nothing is written
    /// there.
    public static final String FOLDERS = "PYKILN_DISTFILES";

    public static final URI PYTHON_ORG = URI.create("https://www.python.org/ftp/python/");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern PRE_RELEASE = Pattern.compile("[a-z].*");

    private final Path cache;
    private final List<Path> folders;
    private final URI origin;
    private final Duration patience;
    private final ProxySelector proxies;

    /// @param cache folder for downloads; made when there is one
    /// @param folders to look into as well
    /// @param origin folder of all releases, as python.org has them; ends with `/`
    /// @param patience how long a server may say nothing
    /// @param environment may name a proxy, as for `curl`
    public Distfiles(
            Path cache,
            List<Path> folders,
            URI origin,
            Duration patience,
            Map<String, String> environment) {
        this.cache = cache;
        this.folders = List.copyOf(folders);
        this.origin = origin;
        this.patience = patience;
        this.proxies = new Proxies(environment);
    }

    public static Distfiles of(Workspace workspace, Map<String, String> environment) {
        List<Path> folders =
                Stream.of(environment.getOrDefault(FOLDERS, "").split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .map(Path::of)
                        .toList();
        return new Distfiles(workspace.distfiles(), folders, PYTHON_ORG, PATIENCE, environment);
    }

    /// The verified archive where it is on this machine already.
    public Optional<Path> find(PythonRelease release) {
        return find(release, new ArrayList<>());
    }

    /// The verified archive, downloaded where it is not on this machine. Blocks.
    ///
    /// @param cancelled asked a few times a second; the download then leaves nothing behind
    /// @throws DistfileException when it cannot be had
    /// @throws java.util.concurrent.CancellationException when cancelled or interrupted
    public Path fetch(PythonRelease release, FetchProgress progress, BooleanSupplier cancelled) {
        List<DistfileProblem> wrong = new ArrayList<>();
        Optional<Path> found = find(release, wrong);
        wrong.forEach(problem -> progress.note("passed over: " + problem.message()));
        if (found.isPresent()) {
            return found.get();
        }
        Path file = cache.resolve(release.archive());
        Download download = new Download(release, address(release), patience, proxies);
        try {
            AtomicFiles.write(file, out -> download.archive(out, progress, cancelled));
        } catch (IOException unwritable) {
            throw new DistfileException(
                    new DistfileProblem.Unwritable(release, file, reason(unwritable)), unwritable);
        }
        return file;
    }

    /// The file that signs the archive, downloaded where it is not on this machine. Nobody has
    /// looked at it yet: whoever verifies the archive with it does. Blocks.
    ///
    /// @param ending such as `.asc`
    /// @throws DistfileException when it cannot be had
    /// @throws java.util.concurrent.CancellationException when cancelled or interrupted
    public Path fetchSignature(PythonRelease release, String ending, BooleanSupplier cancelled) {
        Optional<Path> found = findSignature(release, ending);
        if (found.isPresent()) {
            return found.get();
        }
        String name = release.archive() + ending;
        Path file = cache.resolve(name);
        URI address = address(release).resolve(name);
        Download download = new Download(release, address, patience, proxies);
        try {
            AtomicFiles.write(file, out -> download.run(out, FetchProgress.SILENT, cancelled));
        } catch (DistfileException failed) {
            throw new DistfileException(
                    new DistfileProblem.NoSignature(release, name, failed.problem().message()),
                    failed);
        } catch (IOException unwritable) {
            throw new DistfileException(
                    new DistfileProblem.Unwritable(release, file, reason(unwritable)), unwritable);
        }
        return file;
    }

    /// The file that signs the archive where it is on this machine already.
    ///
    /// @param ending such as `.asc`
    public Optional<Path> findSignature(PythonRelease release, String ending) {
        return Stream.concat(Stream.of(cache), folders.stream())
                .map(folder -> folder.resolve(release.archive() + ending))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /// Pre-releases are in the folder of the release that they lead to.
    URI address(PythonRelease release) {
        String folder = PRE_RELEASE.matcher(release.version()).replaceFirst("");
        return origin.resolve(folder + "/" + release.archive());
    }

    private Optional<Path> find(PythonRelease release, List<DistfileProblem> wrong) {
        for (Path folder : Stream.concat(Stream.of(cache), folders.stream()).toList()) {
            Path file = folder.resolve(release.archive());
            if (!Files.isRegularFile(file)) {
                continue;
            }
            try {
                String sum = Sha256.of(file);
                if (sum.equals(release.sha256())) {
                    return Optional.of(file);
                }
                wrong.add(new DistfileProblem.WrongChecksum(release, file.toString(), sum));
            } catch (IOException unreadable) {
                wrong.add(new DistfileProblem.Unreadable(release, file, reason(unreadable)));
            }
        }
        return Optional.empty();
    }

    static String reason(Throwable cause) {
        String message = cause.getMessage();
        String kind = cause.getClass().getSimpleName();
        return message == null ? kind : kind + ": " + message;
    }
}
