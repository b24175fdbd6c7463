package org.pykiln.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.pykiln.engine.Owner;
import org.pykiln.recipe.Recipe;
import org.pykiln.workspace.AtomicFiles;

/// The builds of all runs of the window, with their logs: for each a file `ID.json`, and once it
/// has ended `ID.log.gz`. Written when a build begins and while it runs, so that one that is killed
/// is known too, with its log as far as it came.
public final class BuildHistory {
    private static final long MOST_LOG = 16_000_000;
    private static final String RECORD = ".json";
    private static final String LOG = ".log.gz";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Path folder;
    private final IntSupplier mostBuilds;
    private final long mostLog;

    /// @param folder made when it is needed
    /// @param mostBuilds that are kept when one ends, the newest
    public BuildHistory(Path folder, IntSupplier mostBuilds) {
        this(folder, mostBuilds, MOST_LOG);
    }

    /// @param mostLog characters of a log that are kept, the newest
    BuildHistory(Path folder, IntSupplier mostBuilds, long mostLog) {
        this.folder = folder;
        this.mostBuilds = mostBuilds;
        this.mostLog = mostLog;
    }

    /// What is kept.
    ///
    /// @param builds newest first
    /// @param damaged what is wrong with those that cannot be read, one line each
    public record Kept(List<BuildRecord> builds, List<String> damaged) {
        public Kept {
            builds = List.copyOf(builds);
            damaged = List.copyOf(damaged);
        }
    }

    /// Notes a build that begins now, in this process.
    public BuildRecord begin(
            String name, Recipe recipe, boolean noCache, String dockerfile, Instant now)
            throws IOException {
        String random = UUID.randomUUID().toString().substring(0, 8);
        BuildRecord build =
                new BuildRecord(
                        TIME.format(now) + "-" + random,
                        name,
                        recipe,
                        noCache,
                        dockerfile,
                        Owner.self(),
                        JobState.RUNNING,
                        now,
                        Optional.empty(),
                        List.of(),
                        "",
                        Optional.empty());
        note(build);
        return build;
    }

    /// Notes how far a build has come.
    public void note(BuildRecord build) throws IOException {
        AtomicFiles.write(file(build.id(), RECORD), BuildRecordJson.write(build));
    }

    /// Keeps the log of a build that runs, as it grows, until that is closed.
    public LogKeeper follow(BuildRecord build, LogRing log) {
        return new LogKeeper(log, new LogSegments(folder, build.id(), mostLog));
    }

    /// Keeps a build that has ended, and lets the oldest go.
    public void end(BuildRecord build, List<LogLine> log) throws IOException {
        LogFile.write(file(build.id(), LOG), log, mostLog);
        note(build);
        LogSegments.delete(folder, build.id());
        List<String> ids = ids();
        for (String id : ids.subList(Math.min(mostBuilds.getAsInt(), ids.size()), ids.size())) {
            forget(id);
        }
    }

    public Kept list() throws IOException {
        List<BuildRecord> builds = new ArrayList<>();
        List<String> damaged = new ArrayList<>();
        for (String id : ids()) {
            Path file = file(id, RECORD);
            try {
                builds.add(BuildRecordJson.read(id, Files.readString(file)).seen());
            } catch (IOException | IllegalArgumentException unreadable) {
                damaged.add("%s: %s".formatted(file, unreadable.getMessage()));
            }
        }
        return new Kept(builds, damaged);
    }

    /// The log of a build as far as it was kept; of one that did not end, as far as it came.
    ///
    /// @throws IOException when it is damaged
    public List<LogLine> log(String id) throws IOException {
        Path file = file(id, LOG);
        return Files.exists(file) ? LogFile.read(file) : LogSegments.read(folder, id);
    }

    /// Removes a build and its log; does nothing when there is none.
    public void forget(String id) throws IOException {
        Files.deleteIfExists(file(id, LOG));
        LogSegments.delete(folder, id);
        Files.deleteIfExists(file(id, RECORD));
    }

    /// Newest first.
    private List<String> ids() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(RECORD))
                    .map(name -> name.substring(0, name.length() - RECORD.length()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private Path file(String id, String ending) {
        return folder.resolve(id + ending);
    }
}
