package org.pykiln.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A Docker-compatible engine. All calls block; run them on a thread of their own. Every call may
/// throw [EngineException]; those that take a [Cancellation] end with
/// [java.util.concurrent.CancellationException] soon after it is cancelled, whenever that happens.
public interface Engine extends AutoCloseable {
    EngineFacts facts();

    Optional<ImageFacts> image(String reference);

    /// All images that carry all these labels.
    List<ImageFacts> images(Map<String, String> labels);

    /// What the image was made of, lowest first; also what added nothing to its size.
    ///
    /// @throws EngineException with [EngineProblem.ImageMissing] when there is no such image
    List<ImageLayer> layers(String image);

    /// Builds an image and leaves no container behind, however it ends.
    ///
    /// @param listener hears events in order, one at a time, on a thread of the engine's choice; it
    ///   must not block, and what it throws ends the build
    /// @return the image's id, `sha256:…`
    String build(BuildRequest request, Consumer<BuildEvent> listener, Cancellation cancellation);

    void tag(String image, String reference);

    /// Removes the image and all its tags; does nothing when there is none.
    void removeImage(String image);

    /// Creates and starts a container, with no privileges: neither capabilities nor a way to gain
    /// any.
    ///
    /// @return the container's id; warnings of the engine go to the listener
    String start(ContainerRequest request, Consumer<String> warnings);

    /// Runs one process inside a running container and waits for its end; cancelling kills it with
    /// all its children. A program that cannot be started ends with 126 or 127 and says why on
    /// standard error.
    ExecResult exec(String container, ExecRequest request, Cancellation cancellation);

    /// Unpacks a tar stream below an existing folder of the container.
    void copyInto(String container, String folder, BuildRequest.Context tar);

    /// Writes one file of a container to the stream.
    ///
    /// @throws EngineException with [EngineProblem.FileMissing] when there is none
    void copyOut(String container, String file, OutputStream out) throws IOException;

    /// All containers that carry all these labels, with a value where it is not empty; also ended
    /// ones.
    List<ContainerFacts> containers(Map<String, String> labels);

    /// Kills and removes a container with its anonymous volumes; does nothing when there is none.
    void removeContainer(String container);

    /// Makes a named volume, or leaves the one that is there.
    void createVolume(String name, Map<String, String> labels);

    /// Names of all volumes that carry all these labels, with a value where it is not empty.
    List<String> volumes(Map<String, String> labels);

    void removeVolume(String name);

    /// What everything on the engine takes, PyKiln's or not. The engine adds up the files of every
    /// volume for it, which may take seconds.
    EngineDisk disk();

    @Override
    void close();
}
