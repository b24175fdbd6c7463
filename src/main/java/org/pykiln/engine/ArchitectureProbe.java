package org.pykiln.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.pykiln.engine.EngineArchitecture.Execution;

/// Finds out what an engine executes by having it execute something: one program of 256 bytes for
/// each architecture, which says what machine it believes to be on. All are in one image without
/// anything else, and are run at once in one container without a network. Emulators are registered
/// with a kernel, and only this machine's could be read; an engine may be far away, or in a virtual
/// machine though its socket is here.
final class ArchitectureProbe {
    /// All that PyKiln has programs for.
    static final List<String> NAMES =
            List.of("amd64", "i386", "arm64", "arm/v7", "arm/v6", "riscv64", "ppc64le", "s390x");

    private static final String FOLDER = "programs";

    /// An emulator needs some; a program needs none.
    private static final long MEMORY = 128L << 20;

    /// Takes a tenth of a second on an idle machine.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    List<EngineArchitecture> ask(Engine engine, EngineFacts facts) {
        if (!NAMES.contains(facts.architecture())) {
            return List.of(new EngineArchitecture(facts.architecture(), Execution.NATIVE));
        }
        String image = engine.build(image(), event -> {}, new Cancellation());
        try {
            String container = engine.start(container(image, facts.architecture()), warning -> {});
            try {
                return answers(engine, container, facts.architecture());
            } finally {
                engine.removeContainer(container);
            }
        } finally {
            engine.removeImage(image);
        }
    }

    /// The owner in its label makes it this process's own image, which no other removes.
    private static BuildRequest image() {
        return new BuildRequest(
                ArchitectureProbe::write,
                List.of(),
                Map.of(Labels.OWNER, Owner.self().label()),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static ContainerRequest container(String image, String ownArchitecture) {
        return new ContainerRequest(
                image,
                List.of(path(ownArchitecture), "wait"),
                "pykiln",
                Map.of(),
                Map.of(Labels.OWNER, Owner.self().label()),
                Map.of(),
                true,
                Optional.empty(),
                MEMORY,
                false,
                Map.of());
    }

    private static List<EngineArchitecture> answers(
            Engine engine, String container, String ownArchitecture) {
        List<String> names = new ArrayList<>(NAMES);
        names.remove(ownArchitecture);
        names.addFirst(ownArchitecture);
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<String>> asked =
                    names.stream()
                            .map(name -> executor.submit(() -> machine(engine, container, name)))
                            .toList();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            List<EngineArchitecture> answers = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String machine = await(asked.get(i), deadline);
                answers.add(
                        new EngineArchitecture(
                                names.get(i), execution(names.get(i), machine, ownArchitecture)));
            }
            return List.copyOf(answers);
        } finally {
            // not interrupted: one that hangs ends with its container
            executor.shutdown();
        }
    }

    /// What the program says; empty when it did not run. Some engines end such a process with 126,
    /// others refuse to start it.
    private static String machine(Engine engine, String container, String name) {
        ExecResult result;
        try {
            result = engine.exec(container, ExecRequest.of(path(name)), new Cancellation());
        } catch (EngineException refused) {
            if (refused.problem() instanceof EngineProblem.Unsupported) {
                return "";
            }
            throw refused;
        }
        int end = result.stdout().indexOf('\0');
        return !result.succeeded() || end < 0 ? "" : result.stdout().substring(0, end);
    }

    /// An emulator that hangs executes nothing that could be waited for.
    private static String await(Future<String> machine, long deadline) {
        try {
            return machine.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException hangs) {
            return "";
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof EngineException problem
                    ? problem
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("interrupted");
        }
    }

    /// A kernel gives its own name also to the 32-bit programs that it executes, and QEMU gives
    /// that of the CPU it pretends.
    static Execution execution(String name, String machine, String ownArchitecture) {
        if (machine.isEmpty()) {
            return Execution.NONE;
        }
        boolean executedByTheKernel =
                switch (ownArchitecture) {
                    case "amd64" -> name.equals("i386");
                    case "arm64" ->
                            name.startsWith("arm/")
                                    && (machine.equals("aarch64") || machine.startsWith("armv8"));
                    case "arm/v7" -> name.equals("arm/v6");
                    default -> false;
                };
        return name.equals(ownArchitecture) || executedByTheKernel
                ? Execution.NATIVE
                : Execution.EMULATED;
    }

    private static String path(String name) {
        return "/" + FOLDER + "/" + file(name);
    }

    private static String file(String name) {
        return name.replace('/', '-') + ".elf";
    }

    private static void write(OutputStream out) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            String dockerfile = "FROM scratch\nCOPY %s /%s/\n".formatted(FOLDER, FOLDER);
            put(tar, "Dockerfile", dockerfile.getBytes(StandardCharsets.UTF_8));
            for (String name : NAMES) {
                put(tar, FOLDER + "/" + file(name), program(name));
            }
        }
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] content)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setModTime(0);
        entry.setMode(0755);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    static byte[] program(String name) {
        String resource = FOLDER + "/" + file(name);
        try (InputStream in =
                Objects.requireNonNull(
                        ArchitectureProbe.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
