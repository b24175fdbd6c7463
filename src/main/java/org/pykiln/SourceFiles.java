package org.pykiln;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pykiln.engine.Cancellation;
import org.pykiln.image.ContextFile;
import org.pykiln.image.ContextFiles;
import org.pykiln.plan.BuildPlan;
import org.pykiln.plan.Entry;
import org.pykiln.plan.PythonRelease;
import org.pykiln.source.Distfiles;
import org.pykiln.source.FetchProgress;
import org.pykiln.wheels.WheelIndexes;

/// What Dockerfiles copy: sources of CPython, which are downloaded where they are not on this
/// machine, and wheels, which always are.
record SourceFiles(Distfiles distfiles, WheelIndexes wheels) implements ContextFiles {
    @Override
    public List<ContextFile> of(BuildPlan plan, Consumer<String> log, Cancellation cancellation) {
        return fetched(plan, new DownloadLog(plan.python().value(), log), cancellation);
    }

    /// As [#of], with progress in bytes.
    List<ContextFile> fetched(BuildPlan plan, FetchProgress progress, Cancellation cancellation) {
        PythonRelease release = plan.python().value();
        List<ContextFile> files = new ArrayList<>();
        files.add(
                new ContextFile(
                        release.archive(),
                        distfiles.fetch(release, progress, cancellation::isCancelled)));
        signature(plan)
                .ifPresent(ending ->
                        files.add(
                                new ContextFile(
                                        release.archive() + ending,
                                        distfiles.fetchSignature(
                                                release, ending, cancellation::isCancelled))));
        files.addAll(wheels(plan));
        return files;
    }

    /// Those that are on this machine already.
    List<ContextFile> atHand(BuildPlan plan) {
        PythonRelease release = plan.python().value();
        List<ContextFile> files = new ArrayList<>();
        distfiles
                .find(release)
                .map(path -> new ContextFile(release.archive(), path))
                .ifPresent(files::add);
        signature(plan).flatMap(ending -> signature(release, ending)).ifPresent(files::add);
        files.addAll(wheels(plan));
        return files;
    }

    /// Names of those that would have to be downloaded.
    List<String> missing(BuildPlan plan) {
        List<String> there = atHand(plan).stream().map(ContextFile::name).toList();
        String archive = plan.python().value().archive();
        List<String> missing = new ArrayList<>(List.of(archive));
        signature(plan).ifPresent(ending -> missing.add(archive + ending));
        missing.removeAll(there);
        return missing;
    }

    private Optional<ContextFile> signature(PythonRelease release, String ending) {
        Optional<Path> found = distfiles.findSignature(release, ending);
        return found.map(path -> new ContextFile(release.archive() + ending, path));
    }

    private static Optional<String> signature(BuildPlan plan) {
        return plan.signature().map(Entry::value);
    }

    private List<ContextFile> wheels(BuildPlan plan) {
        return plan.wheelhouse().map(one -> wheels.files(one.value())).orElse(List.of());
    }
}
