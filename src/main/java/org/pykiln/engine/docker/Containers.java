package org.pykiln.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.CreateContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.ContainerFacts;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;

/// Starts, fills, reads, lists and removes containers.
final class Containers {
    /// Enough for any benchmark, and an end to a fork bomb.
    private static final long PIDS = 4096;

    private final DockerClient client;

    Containers(DockerClient client) {
        this.client = client;
    }

    String start(ContainerRequest request, Consumer<String> warnings) {
        CreateContainerResponse created = command(request).exec();
        String[] told = created.getWarnings();
        if (told != null) {
            List.of(told).forEach(warnings);
        }
        try {
            client.startContainerCmd(created.getId()).exec();
        } catch (RuntimeException e) {
            try {
                remove(created.getId());
            } catch (RuntimeException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
        return created.getId();
    }

    private CreateContainerCmd command(ContainerRequest request) {
        List<String> environment = Environment.of(request.environment());
        CreateContainerCmd command =
                client.createContainerCmd(request.image())
                        .withHostConfig(limits(request))
                        .withEnv(environment)
                        .withLabels(request.labels());
        if (!request.command().isEmpty()) {
            // One empty string is how the API says "no entry point, whatever the image has".
            command.withEntrypoint("").withCmd(request.command());
        }
        if (!request.hostname().isEmpty()) {
            command.withHostName(request.hostname());
        }
        return command;
    }

    /// As little privilege as Python needs, which is none; an init process reaps what the processes
    /// of `exec` leave behind.
    private static HostConfig limits(ContainerRequest request) {
        AccessMode mode = request.readOnlyVolumes() ? AccessMode.ro : AccessMode.rw;
        List<Bind> binds =
                request.volumes().entrySet().stream()
                        .map(e -> new Bind(e.getKey(), new Volume(e.getValue()), mode))
                        .toList();
        HostConfig config =
                HostConfig.newHostConfig()
                        .withBinds(binds)
                        .withInit(true)
                        .withCapDrop(Capability.ALL)
                        .withSecurityOpts(List.of("no-new-privileges"))
                        .withPidsLimit(PIDS)
                        .withTmpFs(request.tmpfs());
        request.cpuset().ifPresent(config::withCpusetCpus);
        if (request.memoryBytes() > 0) {
            config.withMemory(request.memoryBytes()).withMemorySwap(request.memoryBytes());
        }
        if (request.network()) {
            return config;
        }
        if (!request.hostname().isEmpty()) {
            // the engine tells a container its own name only together with an address
            config.withExtraHosts(request.hostname() + ":127.0.0.1");
        }
        return config.withNetworkMode("none");
    }

    void copyInto(String container, String folder, BuildRequest.Context tar) {
        TarPipe pipe = TarPipe.of(tar);
        try (pipe) {
            client.copyArchiveToContainerCmd(container)
                    .withTarInputStream(pipe)
                    .withRemotePath(folder)
                    .exec();
        } catch (NotFoundException e) {
            throw missing(e, container, "folder", folder);
        } catch (IOException | RuntimeException e) {
            Optional<Throwable> unwritten = pipe.failure();
            if (unwritten.isPresent()) {
                throw unwritten(unwritten.get());
            }
            throw e instanceof RuntimeException r ? r : new IllegalStateException(e);
        }
        pipe.failure()
                .ifPresent(e -> {
                    throw unwritten(e);
                });
    }

    void copyOut(String container, String file, OutputStream out) throws IOException {
        try (InputStream archive = client.copyArchiveFromContainerCmd(container, file).exec();
                TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
            TarArchiveEntry entry = tar.getNextEntry();
            if (entry == null || !entry.isFile()) {
                throw new EngineException(
                        new EngineProblem.Unexpected(
                                "%s in container %s is not a file.".formatted(file, container)));
            }
            tar.transferTo(out);
        } catch (NotFoundException e) {
            throw missing(e, container, "file", file);
        }
    }

    List<ContainerFacts> list(Map<String, String> labels) {
        return client
                .listContainersCmd()
                .withShowAll(true)
                .withFilter("label", LabelFilter.of(labels))
                .exec()
                .stream()
                .map(c ->
                        new ContainerFacts(
                                c.getId(),
                                c.getImage(),
                                String.valueOf(c.getState()),
                                c.getLabels() == null ? Map.of() : c.getLabels()))
                .toList();
    }

    void remove(String container) {
        try {
            client.removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
        } catch (NotFoundException gone) {
            return;
        }
    }

    private static EngineException unwritten(Throwable e) {
        return new EngineException(
                new EngineProblem.Unexpected("The files could not be written: " + e.getMessage()),
                e);
    }

    /// Both a missing container and a missing file inside it are a 404.
    private static RuntimeException missing(
            NotFoundException e, String container, String what, String path) {
        String words = Problems.words(e);
        if (words.contains("No such container:") && !words.contains(path)) {
            return e;
        }
        return new EngineException(
                new EngineProblem.FileMissing(
                        container,
                        path,
                        "Container %s has no %s %s.".formatted(container, what, path)),
                e);
    }
}
