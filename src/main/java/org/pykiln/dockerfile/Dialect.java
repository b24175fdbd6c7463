package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pykiln.plan.BuildPlan;

/// For which builder a Dockerfile is written. Everything in which the dialects differ is decided
/// here; both make the same image of the same recipe.
public enum Dialect {
    /// What both the classic builder and BuildKit accept.
    PORTABLE,

    /// BuildKit alone: the engine keeps what package managers download, the source archive is read
    /// where it lies, and one Dockerfile may serve several platforms.
    ///
    /// No `# syntax` line: mounts are part of the frontend that is built into every BuildKit since
    /// Docker Engine 20.10, and a line that names another has it pulled from a registry.
    BUILDKIT;

    /// As people write it: `portable`, `buildkit`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Docker's command line as a shell starts it to build a Dockerfile of this dialect.
    public String docker() {
        return switch (this) {
            case PORTABLE -> "docker";
            case BUILDKIT -> "DOCKER_BUILDKIT=1 docker";
        };
    }

    /// The command that builds a Dockerfile in the folder it stands in.
    String command() {
        return docker() + " build .";
    }

    /// Option of the command that installs packages, or nothing.
    String option(PackageCache cache) {
        return switch (this) {
            case PORTABLE -> cache.dropOption();
            case BUILDKIT -> cache.keepOption();
        };
    }

    /// Script lines around those that download packages: the downloads stay out of the image.
    List<Line> download(PackageCache cache, List<Line> commands) {
        return switch (this) {
            case PORTABLE -> joined(commands, cache.drop());
            case BUILDKIT -> joined(cache.keep(), commands, cache.settle());
        };
    }

    /// Options of the `RUN` that downloads packages. Package managers lock their own folders, but
    /// not against those of another container.
    List<Line> mounts(PackageCache cache) {
        return switch (this) {
            case PORTABLE -> List.of();
            case BUILDKIT ->
                    cache.folders().stream()
                            .map("--mount=type=cache,target=%s,sharing=locked"::formatted)
                            .map(Line::plain)
                            .toList();
        };
    }

    /// Whether the source archive is read where it lies instead of being copied. Scripts that check
    /// a signature remove it, which nothing can do with a file that is mounted.
    boolean readsInPlace(BuildPlan plan) {
        return switch (this) {
            case PORTABLE -> false;
            case BUILDKIT -> plan.signature().isEmpty();
        };
    }

    /// Whether one Dockerfile may end in a stage that depends on the platform. The classic builder
    /// knows no platform and executes all stages.
    boolean choosesStageByPlatform() {
        return this == BUILDKIT;
    }

    @SafeVarargs
    private static List<Line> joined(List<Line>... parts) {
        List<Line> lines = new ArrayList<>();
        Stream.of(parts).forEach(lines::addAll);
        return lines;
    }
}
