package org.pykiln.wheels;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.pykiln.dockerfile.WheelBuilder;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.Engine;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;
import org.pykiln.engine.Labels;
import org.pykiln.engine.Owner;
import org.pykiln.plan.BuildPlan;
import org.pykiln.workspace.AtomicFiles;

/// Builds the wheels of requirements in an image, for its Python, architecture and C library.
/// Compiler and tools live in a throwaway image, which is removed in the end.
public final class Wheelhouse {
    private static final String REQUIREMENTS = "requirements.txt";
    private static final String CERTIFICATES =
            WheelBuilder.FOLDER + "/" + WheelBuilder.CERTIFICATES;
    private static final int LAST_LINES = 12;

    private final Engine engine;
    private final Consumer<String> log;
    private final Cancellation cancellation;

    /// @param log one line a stage, and what the engine says while it installs the compiler
    public Wheelhouse(Engine engine, Consumer<String> log, Cancellation cancellation) {
        this.engine = engine;
        this.log = log;
        this.cancellation = cancellation;
    }

    /// What is to be built.
    ///
    /// @param image digest of a finished image
    /// @param plan that it was built from
    /// @param noBinary projects that are compiled even where a wheel is offered; `:all:` for all
    /// @param certificates that pip trusts instead of its own
    /// @param environment of pip, such as a proxy
    public record Order(
            String image,
            BuildPlan plan,
            Requirements requirements,
            List<String> noBinary,
            Optional<Path> certificates,
            Map<String, String> environment) {
        public Order {
            noBinary = List.copyOf(noBinary);
            environment = Map.copyOf(environment);
        }
    }

    /// @return all wheels that are in the index now
    /// @throws WheelsException when pip or auditwheel fail
    /// @throws org.pykiln.engine.EngineException when the engine fails
    /// @throws java.util.concurrent.CancellationException when cancelled; the index is as before
    public List<Wheel> build(Order order, WheelIndex index) throws IOException {
        String builder = builder(order);
        try {
            String container = start(builder, order);
            try {
                return build(order, container, index);
            } finally {
                engine.removeContainer(container);
            }
        } finally {
            engine.removeImage(builder);
        }
    }

    private String builder(Order order) {
        log.accept("compiler and tools");
        String dockerfile =
                WheelBuilder.render(
                        order.image(),
                        order.plan(),
                        Map.of(Labels.OWNER, Owner.self().label()),
                        order.certificates().isPresent());
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("Dockerfile", bytes(dockerfile));
        files.put(WheelBuilder.LOCK, resource(WheelBuilder.LOCK));
        order.certificates().ifPresent(file -> files.put(WheelBuilder.CERTIFICATES, content(file)));
        BuildRequest request =
                new BuildRequest(
                        tar(files), List.of(), Map.of(), Optional.empty(), false, Optional.empty());
        return engine.build(request, event -> {}, cancellation);
    }

    private String start(String builder, Order order) {
        Map<String, String> environment = new LinkedHashMap<>(order.environment());
        environment.put("PIP_DISABLE_PIP_VERSION_CHECK", "1");
        environment.put("PIP_ROOT_USER_ACTION", "ignore");
        if (order.certificates().isPresent()) {
            environment.put("PIP_CERT", CERTIFICATES);
            environment.put("SSL_CERT_FILE", CERTIFICATES);
        }
        return engine.start(
                new ContainerRequest(
                        builder,
                        List.of("sleep", "86400"),
                        "pykiln",
                        environment,
                        Map.of(Labels.OWNER, Owner.self().label()),
                        Map.of(),
                        true,
                        Optional.empty(),
                        0,
                        true,
                        Map.of()),
                log);
    }

    private List<Wheel> build(Order order, String container, WheelIndex index) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(REQUIREMENTS, bytes(order.requirements().text()));
        engine.copyInto(container, WheelBuilder.FOLDER, tar(files));
        log.accept("wheels of %d requirements".formatted(order.requirements().lines().size()));
        run(container, pip(order));
        log.accept("repair");
        String report =
                run(
                        container,
                        List.of(
                                "python3",
                                "-c",
                                new String(resource("repair.py"), StandardCharsets.UTF_8),
                                "built",
                                "wheels",
                                WheelBuilder.FOLDER + "/tools"));
        Map<String, AtomicFiles.Content> added = new LinkedHashMap<>();
        Map<String, String> sums = new LinkedHashMap<>();
        for (String line : report.lines().toList()) {
            String[] fields = line.split(" ", 3);
            Wheel wheel = new Wheel(fields[2], fields[0]);
            sums.put(wheel.file(), wheel.sha256());
            added.put(
                    wheel.file(),
                    out ->
                            engine.copyOut(
                                    container,
                                    WheelBuilder.FOLDER + "/wheels/" + wheel.file(),
                                    out));
        }
        cancellation.throwIfCancelled();
        List<Wheel> all = index.add(added);
        for (Wheel wheel : all) {
            if (!sums.getOrDefault(wheel.file(), wheel.sha256()).equals(wheel.sha256())) {
                throw WheelsException.failed(wheel.file() + " was changed on its way out");
            }
        }
        return all;
    }

    private static List<String> pip(Order order) {
        List<String> command = new ArrayList<>(List.of("python3", "-m", "pip", "wheel"));
        command.addAll(List.of("--no-cache-dir", "--progress-bar", "off", "--wheel-dir", "built"));
        order.noBinary().forEach(name -> command.addAll(List.of("--no-binary", name)));
        command.addAll(List.of("--requirement", REQUIREMENTS));
        return command;
    }

    private String run(String container, List<String> command) {
        ExecResult result =
                engine.exec(
                        container,
                        new ExecRequest(command, Map.of(), WheelBuilder.FOLDER),
                        cancellation);
        if (result.succeeded()) {
            return result.stdout();
        }
        List<String> said = (result.stdout() + result.stderr()).strip().lines().toList();
        throw WheelsException.failed(
                "%s ended with code %d:\n%s"
                        .formatted(
                                command.get(2).equals("pip") ? "pip wheel" : "the repair",
                                result.exitCode(),
                                String.join(
                                        "\n",
                                        said.subList(
                                                Math.max(0, said.size() - LAST_LINES),
                                                said.size()))));
    }

    private static BuildRequest.Context tar(SortedMap<String, byte[]> files) {
        return out -> writeTar(files, out);
    }

    private static void writeTar(SortedMap<String, byte[]> files, OutputStream out)
            throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                entry.setModTime(0);
                entry.setMode(0644);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw WheelsException.badInput(
                    "the certificates in %s cannot be read: %s"
                            .formatted(file, unreadable.getMessage()));
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(Wheelhouse.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
