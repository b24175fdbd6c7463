package org.pykiln.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.Engine;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;
import org.pykiln.engine.Labels;
import org.pykiln.engine.Owner;

/// A volume of files for Python: filled once, compiled once for each version of Python, and mounted
/// read-only while measuring. What a killed process left is seen, and done again.
///
/// @param name of the volume on the engine
/// @param path where it is mounted, in every container
/// @param hash of its content
/// @param label that holds the hash
/// @param content tar stream that makes the folder at the path, and lays what belongs into it under
///   [#staging]
record FilledVolume(
        String name, String path, String hash, String label, BuildRequest.Context content) {
    /// How `fill.py` says that there is nothing yet.
    private static final int EMPTY = 3;

    /// Where the content of a volume stands before it is whole.
    static String staging(String path) {
        return path + "-staging";
    }

    /// Makes the volume where there is none; it may be empty.
    void create(Engine engine) {
        engine.createVolume(name, Map.of(label, hash));
    }

    /// Fills volumes where need be, and compiles them for the image's Python.
    ///
    /// @throws BenchException with [BenchProblem.ImageRefused]
    static void prepare(
            Engine engine,
            PlannedImage image,
            List<FilledVolume> volumes,
            String session,
            Cancellation cancellation) {
        ContainerRequest request =
                new ContainerRequest(
                        image.id(),
                        MeasuringContainers.IDLE,
                        MeasuringContainers.HOST_NAME,
                        Map.of(),
                        Map.of(Labels.SESSION, session, Labels.OWNER, Owner.self().label()),
                        volumes.stream()
                                .collect(Collectors.toMap(FilledVolume::name, FilledVolume::path)),
                        false,
                        Optional.empty(),
                        0,
                        false,
                        Map.of());
        String container = engine.start(request, warning -> {});
        try {
            for (FilledVolume volume : volumes) {
                volume.fill(engine, image, container, cancellation);
            }
        } finally {
            engine.removeContainer(container);
        }
    }

    private void fill(
            Engine engine, PlannedImage image, String container, Cancellation cancellation) {
        List<String> command =
                List.of("python3", "-c", KitLock.resource("fill.py"), path, staging(path), hash);
        ExecRequest request = new ExecRequest(command, Map.of(), "");
        ExecResult result = engine.exec(container, request, cancellation);
        if (result.exitCode() == EMPTY) {
            engine.copyInto(container, "/", content);
            result = engine.exec(container, request, cancellation);
        }
        if (!result.succeeded()) {
            throw new BenchProblem.ImageRefused(
                            image.name(),
                            "The volume %s could not be prepared with the image %s: %s"
                                    .formatted(name, image.name(), Logs.lastLine(result.stderr())),
                            "Remove the volume and try again.")
                    .exception();
        }
    }
}
