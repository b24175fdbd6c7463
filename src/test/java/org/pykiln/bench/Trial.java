package org.pykiln.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.docker.DockerDiscovery;
import org.pykiln.engine.docker.Surroundings;
import org.pykiln.workspace.Workspace;

/// A real engine, the real kit, and small images with a distribution's Python, for contract tests.
final class Trial {
    static final Workspace WORKSPACE = new Workspace(Path.of("target", "bench-trial"));
    static final Kit KIT = new Kit(WORKSPACE);

    private static final String PYTHON =
            """
            FROM debian:trixie-slim
            RUN apt-get update \
             && apt-get install -y --no-install-recommends python3 libjemalloc2 \
             && rm -rf /var/lib/apt/lists/*
            """;

    private Trial() {}

    static Engine engine() {
        KIT.fetch(System.out::println, new Cancellation());
        for (int attempt = 1; ; attempt++) {
            try {
                return new DockerDiscovery(Surroundings.ofThisMachine()).open();
            } catch (EngineException busy) {
                // a loaded machine may not load classes and answer within discovery's limit
                if (attempt == 5) {
                    throw busy;
                }
            }
        }
    }

    static PlannedImage plain(Engine engine) {
        return image(engine, "plain", "ENV PYKILN_TRIAL=plain\n");
    }

    static PlannedImage jemalloc(Engine engine) {
        return image(engine, "jemalloc", "ENV LD_PRELOAD=libjemalloc.so.2 PYTHONMALLOC=malloc\n");
    }

    static PlannedImage image(Engine engine, String name, String rest) {
        String reference = "pykiln-trial/" + name + ":latest";
        String dockerfile = PYTHON + rest;
        String id =
                engine.build(
                        new BuildRequest(
                                out -> {
                                    TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
                                    byte[] bytes = dockerfile.getBytes(StandardCharsets.UTF_8);
                                    TarArchiveEntry entry = new TarArchiveEntry("Dockerfile");
                                    entry.setSize(bytes.length);
                                    tar.putArchiveEntry(entry);
                                    tar.write(bytes);
                                    tar.closeArchiveEntry();
                                    tar.finish();
                                },
                                List.of(reference),
                                Map.of(),
                                Optional.empty(),
                                false,
                                Optional.empty()),
                        event -> {},
                        new Cancellation());
        return new PlannedImage(name, reference, id);
    }

    /// Runs the kit's pyperf on this computer, which needs Python but no installation.
    static String pyperf(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("python3", "-m", "pyperf"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        String path = String.join(":", KIT.wheels().stream().map(Path::toString).toList());
        builder.environment().put("PYTHONPATH", path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return output + "\nexit " + code;
    }
}
