package org.pykiln.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.Engine;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;
import org.pykiln.engine.Labels;
import org.pykiln.engine.Owner;

/// The kit on the engine: a volume that is filled once, compiled once for each version of Python,
/// and mounted read-only while measuring.
final class KitVolume {
    /// Where it is mounted, in every container.
    static final String PATH = "/opt/pykiln/kit";

    static final String NAME = "pykiln-kit-" + Kit.HASH.substring(0, 12);

    private static final String STAGING = "/opt/pykiln/staging";

    private final Engine engine;
    private final Kit kit;
    private final String name;

    KitVolume(Engine engine, Kit kit) {
        this(engine, kit, NAME);
    }

    /// @param name of a volume that no other session uses
    KitVolume(Engine engine, Kit kit, String name) {
        this.engine = engine;
        this.kit = kit;
        this.name = name;
    }

    /// Makes the volume where there is none; it may be empty.
    void create() {
        engine.createVolume(name, Map.of(Labels.KIT, Kit.HASH));
    }

    /// Fills the volume if need be, and compiles it for the image's Python.
    ///
    /// @param filled whether a probe has found the content to be whole
    void prepare(PlannedImage image, boolean filled, String session, Cancellation cancellation) {
        ContainerRequest request =
                new ContainerRequest(
                        image.id(),
                        MeasuringContainers.IDLE,
                        MeasuringContainers.HOST_NAME,
                        Map.of(),
                        Map.of(Labels.SESSION, session, Labels.OWNER, Owner.self().label()),
                        Map.of(name, PATH),
                        false,
                        Optional.empty(),
                        0,
                        false,
                        Map.of());
        String container = engine.start(request, warning -> {});
        try {
            if (!filled) {
                engine.copyInto(
                        container,
                        "/",
                        out ->
                                KitArchive.write(
                                        kit.wheels(), relative(PATH), relative(STAGING), out));
            }
            List<String> command =
                    List.of("python3", "-c", KitLock.resource("fill.py"), PATH, STAGING, Kit.HASH);
            ExecResult result =
                    engine.exec(container, new ExecRequest(command, Map.of(), ""), cancellation);
            if (!result.succeeded()) {
                throw new BenchProblem.ImageRefused(
                                image.name(),
                                "The kit could not be prepared with the image %s: %s"
                                        .formatted(image.name(), Logs.lastLine(result.stderr())),
                                "Remove the volume " + name + " and try again.")
                        .exception();
            }
        } finally {
            engine.removeContainer(container);
        }
    }

    private static String relative(String path) {
        return path.substring(1);
    }
}
