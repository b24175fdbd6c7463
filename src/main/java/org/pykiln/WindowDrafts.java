package org.pykiln;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pykiln.engine.Owner;
import org.pykiln.ui.common.DraftServices;
import org.pykiln.ui.common.DraftServices.Draft;
import org.pykiln.ui.common.DraftServices.Left;
import org.pykiln.ui.common.DraftServices.LeftDraft;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.workspace.AtomicFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Drafts as files, one of each window, which says to which process it belongs: two windows that
/// are open do not take each other's for one that was left.
final class WindowDrafts implements DraftServices {
    private static final Logger LOG = LoggerFactory.getLogger(WindowDrafts.class);

    private final Path folder;
    private final Owner self;
    private final InstantSource clock;
    private final Path own;
    private final Set<Path> offered = new HashSet<>();
    private boolean ended;

    WindowDrafts(Path folder, Owner self, InstantSource clock) {
        this.folder = folder;
        this.self = self;
        this.clock = clock;
        own = folder.resolve(UUID.randomUUID() + ".json");
    }

    @Override
    public synchronized Left left() throws ProblemException {
        return Attempt.of(() -> {
            List<LeftDraft> drafts = new ArrayList<>();
            List<String> unreadable = new ArrayList<>();
            for (Path file : files()) {
                try {
                    DraftJson read = DraftJson.read(file.toString(), Files.readString(file));
                    if (read.owner().isGone()) {
                        offered.add(file);
                        drafts.add(new LeftDraft(file.toString(), read.kept(), read.draft()));
                    }
                } catch (IOException | RuntimeException broken) {
                    unreadable.add(aside(file) + ": " + broken.getMessage());
                }
            }
            drafts.sort(Comparator.comparing(LeftDraft::kept).reversed());
            return new Left(drafts, problem(unreadable));
        });
    }

    @Override
    public synchronized void keep(Draft draft) throws ProblemException {
        if (!ended) {
            Attempt.of(() -> {
                AtomicFiles.write(own, new DraftJson(self, clock.instant(), draft).text());
                return own;
            });
        }
    }

    @Override
    public synchronized void drop() throws ProblemException {
        Attempt.of(() -> Files.deleteIfExists(own));
    }

    @Override
    public synchronized void discard(LeftDraft draft) throws ProblemException {
        Attempt.of(() -> {
            Path file = Path.of(draft.id());
            offered.remove(file);
            return Files.deleteIfExists(file);
        });
    }

    @Override
    public synchronized void end() {
        ended = true;
        try {
            Files.deleteIfExists(own);
            for (Path file : offered) {
                // another window may have been asked, too
                if (Files.exists(file)) {
                    aside(file);
                }
            }
        } catch (IOException unmovable) {
            LOG.error("a draft stays, and is offered again", unmovable);
        }
    }

    private Path aside(Path file) throws IOException {
        return AtomicFiles.setAside(file, folder.resolve("aside"));
    }

    private static Optional<Problem> problem(List<String> unreadable) {
        return unreadable.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                "A draft that was left cannot be read. It was put aside.",
                                String.join("\n", unreadable),
                                ""));
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.json")) {
                found.forEach(files::add);
            }
        }
        files.sort(null);
        return files;
    }
}
