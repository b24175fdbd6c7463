package org.pykiln.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One image to build.
///
/// @param context writes the context as a tar stream that holds a `Dockerfile` at its root
/// @param tags references the image gets, such as `pykiln/debian-o2:latest`
/// @param labels put on the image by the engine; each may count as a step of its own
/// @param platform such as `linux/arm64`; empty for the engine's own
/// @param noCache builds every step again
/// @param cpuset CPUs the build may use, such as `0,1`; empty for all
public record BuildRequest(
        Context context,
        List<String> tags,
        Map<String, String> labels,
        Optional<String> platform,
        boolean noCache,
        Optional<String> cpuset) {
    public BuildRequest {
        tags = List.copyOf(tags);
        labels = Map.copyOf(labels);
    }

    /// Writes a tar stream. Called on a thread of the engine's choice, at most once a build.
    @FunctionalInterface
    public interface Context {
        void writeTo(OutputStream out) throws IOException;
    }
}
