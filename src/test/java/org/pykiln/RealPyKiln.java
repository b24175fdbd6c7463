package org.pykiln;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.pykiln.bench.Kit;
import org.pykiln.cli.PykilnCommand;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.docker.DockerDiscovery;
import org.pykiln.engine.docker.Surroundings;
import org.pykiln.source.Distfiles;
import org.pykiln.ui.common.Services;
import org.pykiln.workspace.Workspace;

/// `./pykiln` with a workspace of its own and a real engine. What this user or CI has downloaded
/// already is not downloaded again.
final class RealPyKiln {
    record Ran(int code, String out, String err) {}

    private final Wiring wiring;

    RealPyKiln(Path home) throws IOException {
        Workspace usual = Workspace.ofThisUser();
        Workspace own = new Workspace(home);
        wiring = new Wiring(own, withDistfilesOf(usual));
        takeKit(usual, own);
    }

    Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                PykilnCommand.run(
                        wiring.commandContext(print(out), print(err), false, new Cancellation()),
                        arguments);
        return new Ran(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// What a window of this workspace works with.
    Services window() {
        return wiring.windowServices();
    }

    static Engine engine() {
        return new DockerDiscovery(Surroundings.ofThisMachine()).open();
    }

    /// An image made of nothing but a Dockerfile.
    static BuildRequest request(String dockerfile, String tag) {
        byte[] text = (dockerfile + "\n").getBytes(StandardCharsets.UTF_8);
        return new BuildRequest(
                out -> {
                    TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
                    TarArchiveEntry entry = new TarArchiveEntry("Dockerfile");
                    entry.setSize(text.length);
                    tar.putArchiveEntry(entry);
                    tar.write(text);
                    tar.closeArchiveEntry();
                    tar.finish();
                },
                List.of(tag),
                Map.of(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static Map<String, String> withDistfilesOf(Workspace usual) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.merge(
                Distfiles.FOLDERS,
                usual.distfiles().toString(),
                (one, more) -> one + File.pathSeparator + more);
        return environment;
    }

    private static void takeKit(Workspace usual, Workspace own) throws IOException {
        new Kit(usual).fetch(line -> {}, new Cancellation());
        Files.createDirectories(own.kits());
        try (Stream<Path> wheels = Files.list(usual.kits())) {
            for (Path wheel : wheels.filter(file -> file.toString().endsWith(".whl")).toList()) {
                Files.copy(wheel, own.kits().resolve(wheel.getFileName()));
            }
        }
    }
}
