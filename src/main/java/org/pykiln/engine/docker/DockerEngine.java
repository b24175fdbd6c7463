package org.pykiln.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pykiln.engine.BuildEvent;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerFacts;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineDisk;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineFacts;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;
import org.pykiln.engine.ImageFacts;
import org.pykiln.engine.ImageLayer;

/// An engine behind the Docker API, driven through docker-java.
public final class DockerEngine implements Engine {
    private final Endpoint endpoint;
    private final RemoteApiVersion version;
    private final DockerClient client;
    private final RawRequests raw;
    private final Builds builds;
    private final Execs execs;
    private final Containers containers;

    private DockerEngine(Endpoint endpoint, RemoteApiVersion version) {
        this.endpoint = endpoint;
        this.version = version;
        DockerClientImpl opened = Connection.open(endpoint, version);
        this.client = opened;
        this.raw = new RawRequests(opened.getHttpClient());
        this.containers = new Containers(client);
        this.builds = new Builds(client, containers, endpoint);
        this.execs = new Execs(client, endpoint);
    }

    /// Asks what answers there which API versions it speaks, and settles on one.
    ///
    /// @param limit how long that may take
    /// @throws EngineException when nothing answers, or nothing that PyKiln can speak with
    public static DockerEngine connect(Endpoint endpoint, Duration limit) {
        RemoteApiVersion unversioned = RemoteApiVersion.unknown();
        try (DockerClient probe =
                Connection.open(endpoint, unversioned, limit, Optional.of(limit))) {
            Version engine = probe.versionCmd().exec();
            Object min = engine.getRawValues().get("MinAPIVersion");
            return new DockerEngine(
                    endpoint,
                    ApiVersions.clamp(min == null ? null : min.toString(), engine.getApiVersion()));
        } catch (RuntimeException e) {
            throw Problems.of(e, endpoint);
        } catch (IOException closing) {
            throw Problems.of(new IllegalStateException(closing), endpoint);
        }
    }

    @Override
    public EngineFacts facts() {
        return call(() -> {
            Version engine = client.versionCmd().exec();
            Info info = client.infoCmd().exec();
            return new EngineFacts(
                    info.getId() == null ? endpoint.uri() : info.getId(),
                    endpoint.uri(),
                    text(engine.getVersion()),
                    version.getVersion(),
                    Architectures.name(info.getArchitecture(), null),
                    Objects.requireNonNullElse(info.getNCPU(), 0),
                    Objects.requireNonNullElse(info.getMemTotal(), 0L),
                    text(info.getOperatingSystem()),
                    text(info.getKernelVersion()),
                    text(info.getDriver()),
                    text(info.getCGroupVersion()));
        });
    }

    @Override
    public Optional<ImageFacts> image(String reference) {
        return call(() -> {
            try {
                return Optional.of(facts(client.inspectImageCmd(reference).exec()));
            } catch (NotFoundException none) {
                return Optional.empty();
            }
        });
    }

    @Override
    public List<ImageFacts> images(Map<String, String> labels) {
        return call(() ->
                client.listImagesCmd().withFilter("label", LabelFilter.of(labels)).exec().stream()
                        .map(listed -> image(listed.getId()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Override
    public List<ImageLayer> layers(String image) {
        return call(() ->
                client.imageHistoryCmd(image).exec().reversed().stream()
                        .map(step ->
                                new ImageLayer(
                                        text(step.getCreatedBy()),
                                        Objects.requireNonNullElse(step.getSize(), 0L)))
                        .toList());
    }

    @Override
    public String build(
            BuildRequest request, Consumer<BuildEvent> listener, Cancellation cancellation) {
        return call(() -> builds.build(request, listener, cancellation));
    }

    @Override
    public void tag(String image, String reference) {
        int slash = reference.lastIndexOf('/');
        int colon = reference.lastIndexOf(':');
        String repository = colon > slash ? reference.substring(0, colon) : reference;
        String tag = colon > slash ? reference.substring(colon + 1) : "latest";
        run(() -> client.tagImageCmd(image, repository, tag).withForce(true).exec());
    }

    @Override
    public void removeImage(String image) {
        run(() -> {
            try {
                String id = client.inspectImageCmd(image).exec().getId();
                client.removeImageCmd(id).withForce(true).exec();
            } catch (NotFoundException gone) {
                return;
            }
        });
    }

    @Override
    public String start(ContainerRequest request, Consumer<String> warnings) {
        return call(() -> containers.start(request, warnings));
    }

    @Override
    public ExecResult exec(String container, ExecRequest request, Cancellation cancellation) {
        return call(() -> execs.exec(container, request, cancellation));
    }

    @Override
    public void copyInto(String container, String folder, BuildRequest.Context tar) {
        run(() -> containers.copyInto(container, folder, tar));
    }

    @Override
    public void copyOut(String container, String file, OutputStream out) throws IOException {
        try {
            containers.copyOut(container, file, out);
        } catch (RuntimeException e) {
            throw Problems.of(e, endpoint);
        }
    }

    @Override
    public List<ContainerFacts> containers(Map<String, String> labels) {
        return call(() -> containers.list(labels));
    }

    @Override
    public void removeContainer(String container) {
        run(() -> containers.remove(container));
    }

    @Override
    public void createVolume(String name, Map<String, String> labels) {
        run(() -> client.createVolumeCmd().withName(name).withLabels(labels).exec());
    }

    @Override
    public List<String> volumes(Map<String, String> labels) {
        return call(() -> {
            List<InspectVolumeResponse> volumes =
                    client.listVolumesCmd()
                            .withFilter("label", LabelFilter.of(labels))
                            .exec()
                            .getVolumes();
            return volumes == null
                    ? List.of()
                    : volumes.stream().map(InspectVolumeResponse::getName).toList();
        });
    }

    @Override
    public void removeVolume(String name) {
        run(() -> {
            try {
                client.removeVolumeCmd(name).exec();
            } catch (NotFoundException gone) {
                return;
            }
        });
    }

    @Override
    public EngineDisk disk() {
        return call(() -> DiskJson.read(get("/system/df")));
    }

    /// What docker-java has no command for.
    private JsonNode get(String path) {
        return raw.get("/v" + version.getVersion() + path);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException _) {
            return;
        }
    }

    private static ImageFacts facts(InspectImageResponse image) {
        ContainerConfig config = image.getConfig();
        Map<String, String> labels = config == null ? null : config.getLabels();
        String[] environment = config == null ? null : config.getEnv();
        return new ImageFacts(
                image.getId(),
                image.getRepoTags() == null ? List.of() : image.getRepoTags(),
                Objects.requireNonNullElse(image.getSize(), 0L),
                Architectures.name(image.getArch(), Architectures.variant(image)),
                labels == null ? Map.of() : labels,
                environment == null ? List.of() : List.of(environment),
                image.getRootFS() == null || image.getRootFS().getLayers() == null
                        ? List.of()
                        : image.getRootFS().getLayers());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private <T> T call(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw Problems.of(e, endpoint);
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw Problems.of(e, endpoint);
        }
    }
}
