package org.pykiln.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.BuildResponseItem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.pykiln.engine.BuildEvent;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.Labels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds images with the engine's own builder.
final class Builds {
    /// How long an engine may take to stop a step after its client has hung up.
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofMillis(150);
    private static final Duration NOTICE = Duration.ofMillis(200);
    private static final Logger LOG = LoggerFactory.getLogger(Builds.class);

    private final DockerClient client;
    private final Containers containers;
    private final Endpoint endpoint;

    Builds(DockerClient client, Containers containers, Endpoint endpoint) {
        this.client = client;
        this.containers = containers;
        this.endpoint = endpoint;
    }

    String build(BuildRequest request, Consumer<BuildEvent> listener, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        TarPipe context = TarPipe.of(request.context());
        try {
            BuildProgress progress = run(request, context, listener, cancellation);
            String image = progress.imageId().orElseThrow(Builds::nothing);
            request.platform().ifPresent(platform -> check(image, platform, request.tags()));
            listener.accept(new BuildEvent.ImageBuilt(image));
            return image;
        } finally {
            context.cancel();
        }
    }

    private BuildProgress run(
            BuildRequest request,
            TarPipe context,
            Consumer<BuildEvent> listener,
            Cancellation cancellation) {
        BuildProgress progress = new BuildProgress(listener);
        EngineStream<BuildResponseItem> stream = new EngineStream<>(progress::accept);
        Runnable abort =
                () -> {
                    context.cancel();
                    stream.abort();
                };
        try (var registration = cancellation.onCancel(abort)) {
            command(request, context).exec(stream);
            awaitEnd(stream, cancellation);
        } catch (InterruptedException e) {
            abort.run();
            awaitStop(progress);
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        if (cancellation.isCancelled()) {
            awaitStop(progress);
            throw new CancellationException("build cancelled");
        }
        checkEnd(stream, context, progress);
        return progress;
    }

    private BuildImageCmd command(BuildRequest request, TarPipe context) {
        BuildImageCmd command =
                client.buildImageCmd(context)
                        .withTags(Set.copyOf(request.tags()))
                        .withLabels(request.labels())
                        .withNoCache(request.noCache())
                        .withPull(false)
                        .withRemove(true)
                        .withForcerm(true);
        request.platform().ifPresent(command::withPlatform);
        request.cpuset().ifPresent(command::withCpusetcpus);
        return command;
    }

    private static void awaitEnd(EngineStream<?> stream, Cancellation cancellation)
            throws InterruptedException {
        while (!stream.await(NOTICE)) {
            if (cancellation.isCancelled()) {
                stream.await(STOP_LIMIT);
                return;
            }
        }
    }

    private void checkEnd(
            EngineStream<BuildResponseItem> stream, TarPipe context, BuildProgress progress) {
        Optional<Throwable> unwritten = context.failure();
        if (unwritten.isPresent()) {
            throw new EngineException(
                    new EngineProblem.Unexpected(
                            "The build context could not be written: "
                                    + unwritten.get().getMessage()),
                    unwritten.get());
        }
        Optional<Throwable> failure = stream.failure();
        if (failure.isPresent() && progress.problem().isEmpty()) {
            throw switch (failure.get()) {
                case DockerException refused -> Problems.ofBuild(refused, endpoint);
                case EngineStream.ListenerFailure listener -> {
                    awaitStop(progress);
                    yield listener.thrown();
                }
                case RuntimeException broken -> Problems.of(broken, endpoint);
                case Error error -> throw error;
                case Throwable other -> new IllegalStateException(other);
            };
        }
        progress.end();
        if (progress.problem().isPresent()) {
            throw new EngineException(progress.problem().get());
        }
    }

    private static EngineException nothing() {
        return new EngineException(
                new EngineProblem.Unexpected("The engine ended the build without an image."));
    }

    /// An engine may take a base image of its own architecture for the one that was asked for, and
    /// say nothing. The image may be a good one under another name, so only its new names go.
    private void check(String image, String platform, List<String> tags) {
        InspectImageResponse built = client.inspectImageCmd(image).exec();
        String[] wanted = platform.split("/", 3);
        String asked =
                Architectures.name(
                        wanted[Math.min(1, wanted.length - 1)],
                        wanted.length > 2 ? wanted[2] : null);
        String got = Architectures.name(built.getArch(), Architectures.variant(built));
        if (asked.equals(got)) {
            return;
        }
        tags.forEach(tag -> client.removeImageCmd(tag).exec());
        throw new EngineException(
                new EngineProblem.Unsupported(
                        "The engine built for %s though %s was asked for: it has the base image only for %s. Get the base image for %s first."
                                .formatted(got, asked, got, asked)));
    }

    /// The engine stops and removes the step's container when its client hangs up; that takes it a
    /// moment. The container may also only just be coming up, unheard of: so nothing of ours must
    /// be seen twice. What is merely like ours, of another build from the same layers, is waited
    /// for a little and never touched.
    private void awaitStop(BuildProgress progress) {
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        int quiet = 0;
        try {
            while (quiet < 2 && System.nanoTime() < deadline) {
                quiet = isBusy(progress) ? 0 : quiet + 1;
                LockSupport.parkNanos(POLL.toNanos());
            }
            if (quiet < 2) {
                progress.container().ifPresent(containers::remove);
            }
        } catch (RuntimeException unanswered) {
            LOG.warn("could not see whether a cancelled build left a container", unanswered);
        }
    }

    private boolean isBusy(BuildProgress progress) {
        Optional<String> known = progress.container();
        return containers.list(Map.of()).stream()
                .anyMatch(container ->
                        known.filter(container.id()::startsWith).isPresent()
                                || (container.labels().containsKey(Labels.STAGE)
                                        && !container.labels().containsKey(Labels.OWNER)
                                        && progress.hasPassed(container.image())));
    }
}
