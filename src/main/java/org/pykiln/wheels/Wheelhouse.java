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
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
import org.pykiln.plan.NamedPackage;
import org.pykiln.workspace.AtomicFiles;

/// Builds the wheels of requirements with the interpreter of an image, for its architecture and C
/// library. Compiler and tools live in a throwaway image, which is removed in the end.
public final class Wheelhouse {
    private static final String REQUIREMENTS = "requirements.txt";
    private static final String LOCK = "repair.lock";
    private static final String CERTIFICATES = "certificates.pem";
    private static final String BUILD_TOOLS = "build-tools.txt";

    /// Files in a ZIP archive are no older.
    private static final String FIRST_OF_ZIP = "315532800";

    private static final String TOOLS = WheelBuilder.FOLDER + "/tools";

    private final Engine engine;
    private final Consumer<String> log;
    private final Cancellation cancellation;

    /// @param log one line a stage
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
    /// @param packages of the distribution that compiling needs, such as headers
    /// @param alone whether to leave out what the requirements need in turn
    /// @param buildTools versions that builds may use of their own requirements, such as setuptools
    /// @param pip how it reaches its index
    public record Order(
            String image,
            BuildPlan plan,
            Requirements requirements,
            List<String> noBinary,
            List<NamedPackage> packages,
            boolean alone,
            Optional<Requirements> buildTools,
            PipSurroundings pip) {
        public Order {
            noBinary = List.copyOf(noBinary);
            packages = List.copyOf(packages);
        }
    }

    /// @return what is in the index now
    /// @throws WheelsException when the order cannot be done, or pip or auditwheel fail
    /// @throws org.pykiln.engine.EngineException when the engine fails
    /// @throws java.util.concurrent.CancellationException when cancelled; the index is as before
    public WheelIndex.Added build(Order order, WheelIndex index) throws IOException {
        if (!order.packages().isEmpty() && WheelBuilder.isClosed(order.plan())) {
            throw WheelsException.badInput(
                    "packages of %s are made for its own C library, which the interpreter of this image cannot load; expected no package"
                            .formatted(order.plan().base().value().name()));
        }
        SortedMap<String, byte[]> files = files(order);
        Map<String, String> run = Map.of(Labels.WHEELS, UUID.randomUUID().toString());
        Map<String, String> labels = new TreeMap<>(run);
        labels.put(Labels.OWNER, Owner.self().label());
        try {
            log.accept("compiler");
            String container = start(builder(order, labels), order, labels);
            try {
                engine.copyInto(container, WheelBuilder.FOLDER, tar(files));
                return build(order, container, index);
            } finally {
                engine.removeContainer(container);
            }
        } finally {
            // also what a build that was cut short has left
            engine.images(run).forEach(image -> engine.removeImage(image.id()));
        }
    }

    private static SortedMap<String, byte[]> files(Order order) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(REQUIREMENTS, bytes(order.requirements().text()));
        files.put(LOCK, resource(LOCK));
        order.pip().certificates().ifPresent(file -> files.put(CERTIFICATES, content(file)));
        order.buildTools().ifPresent(tools -> files.put(BUILD_TOOLS, bytes(tools.text())));
        return files;
    }

    private String builder(Order order, Map<String, String> labels) {
        String dockerfile =
                WheelBuilder.render(order.image(), order.plan(), labels, order.packages());
        return engine.build(
                new BuildRequest(
                        tar(new TreeMap<>(Map.of("Dockerfile", bytes(dockerfile)))),
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        false,
                        Optional.empty()),
                event -> {},
                cancellation);
    }

    private String start(String builder, Order order, Map<String, String> labels) {
        Map<String, String> environment = new LinkedHashMap<>(order.pip().variables());
        environment.put("PIP_DISABLE_PIP_VERSION_CHECK", "1");
        environment.put("PIP_NO_CACHE_DIR", "1");
        environment.put("PIP_PROGRESS_BAR", "off");
        environment.put("PIP_ROOT_USER_ACTION", "ignore");
        environment.put("SOURCE_DATE_EPOCH", FIRST_OF_ZIP);
        if (order.pip().certificates().isPresent()) {
            String file = WheelBuilder.FOLDER + "/" + CERTIFICATES;
            environment.put("PIP_CERT", file);
            environment.put("SSL_CERT_FILE", file);
        }
        if (order.buildTools().isPresent()) {
            // pip has taken the first for the second since 25.3
            environment.put("PIP_CONSTRAINT", WheelBuilder.FOLDER + "/" + BUILD_TOOLS);
            environment.put("PIP_BUILD_CONSTRAINT", WheelBuilder.FOLDER + "/" + BUILD_TOOLS);
        }
        return engine.start(
                new ContainerRequest(
                        builder,
                        List.of("sleep", "86400"),
                        "pykiln",
                        environment,
                        labels,
                        Map.of(),
                        true,
                        Optional.empty(),
                        0,
                        true,
                        Map.of()),
                log);
    }

    private WheelIndex.Added build(Order order, String container, WheelIndex index)
            throws IOException {
        log.accept("tools");
        run(container, order, tools());
        log.accept("wheels of %d requirements".formatted(order.requirements().lines().size()));
        run(container, order, wheel(order), flags(container, order));
        log.accept("repair");
        String report = run(container, order, repair());
        cancellation.throwIfCancelled();
        log.accept("index");
        Map<Wheel, AtomicFiles.Content> added = new LinkedHashMap<>();
        for (String line : report.lines().toList()) {
            String[] fields = line.split(" ", 2);
            Wheel wheel = new Wheel(fields[1], fields[0]);
            String file = WheelBuilder.FOLDER + "/wheels/" + wheel.file();
            added.put(
                    wheel,
                    out -> {
                        cancellation.throwIfCancelled();
                        engine.copyOut(container, file, out);
                    });
        }
        return index.add(added);
    }

    /// The interpreter's own, which a variable replaces in newer versions of setuptools, without
    /// debug information: that would hold the names of temporary folders, and be most of a wheel.
    private Map<String, String> flags(String container, Order order) {
        String program = "import sysconfig; print(sysconfig.get_config_var('CFLAGS') or '')";
        String flags = run(container, order, List.of("python3", "-c", program)).strip() + " -g0";
        return Map.of("CFLAGS", flags, "CXXFLAGS", flags);
    }

    private static List<String> tools() {
        return Stream.of(
                        pip("install", "--require-hashes", "--only-binary", ":all:"),
                        List.of("--target", TOOLS, "--requirement", LOCK))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> wheel(Order order) {
        List<String> command = new ArrayList<>(pip("wheel", "--wheel-dir", "built"));
        if (order.alone()) {
            command.add("--no-deps");
        }
        order.noBinary().forEach(name -> command.addAll(List.of("--no-binary", name)));
        command.addAll(List.of("--requirement", REQUIREMENTS));
        return command;
    }

    private static List<String> pip(String command, String... options) {
        List<String> words = new ArrayList<>(List.of("python3", "-m", "pip", command));
        words.addAll(List.of(options));
        return words;
    }

    private static List<String> repair() {
        String script = new String(resource("repair.py"), StandardCharsets.UTF_8);
        return List.of("python3", "-c", script, "built", "wheels", TOOLS);
    }

    private String run(String container, Order order, List<String> command) {
        return run(container, order, command, Map.of());
    }

    private String run(
            String container, Order order, List<String> command, Map<String, String> environment) {
        ExecResult result =
                engine.exec(
                        container,
                        new ExecRequest(command, environment, WheelBuilder.FOLDER),
                        cancellation);
        if (result.succeeded()) {
            return result.stdout();
        }
        throw BuildFailure.of(result.stdout() + result.stderr(), order.plan());
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
