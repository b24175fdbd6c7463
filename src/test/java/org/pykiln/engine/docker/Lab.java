package org.pykiln.engine.docker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pykiln.engine.BuildEvent;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerFacts;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.Engine;
import org.pykiln.engine.ImageFacts;

/// A real engine, and a label by which everything that a test makes is found and removed again.
final class Lab implements AutoCloseable {
    static final String LABEL = "org.pykiln.test";
    static final String BASE = "debian:trixie-slim";

    final Engine engine = new DockerDiscovery(Surroundings.ofThisMachine()).open();
    final String id = UUID.randomUUID().toString();
    final Map<String, String> label = Map.of(LABEL, id);
    final String tag = "pykiln-test/" + id + ":latest";
    final List<BuildEvent> events = Collections.synchronizedList(new ArrayList<>());

    /// Begins with the label, so that layers and step containers carry it too.
    String dockerfile(String... instructions) {
        return "FROM %s\nLABEL %s=%s org.pykiln.stage=test\n%s\n"
                .formatted(BASE, LABEL, id, String.join("\n", instructions));
    }

    String build(String... instructions) {
        return build(Contexts.dockerfile(dockerfile(instructions)), new Cancellation());
    }

    String build(BuildRequest.Context context, Cancellation cancellation) {
        return engine.build(request(context), events::add, cancellation);
    }

    BuildRequest request(BuildRequest.Context context) {
        return new BuildRequest(
                context, List.of(tag), label, Optional.empty(), false, Optional.empty());
    }

    ContainerRequest container(Map<String, String> labels, Map<String, String> volumes) {
        Map<String, String> all = new HashMap<>(labels);
        all.putAll(label);
        return new ContainerRequest(
                BASE,
                List.of("sleep", "infinity"),
                "kiln",
                Map.of("GREETING", "hello"),
                all,
                volumes,
                false,
                Optional.of("0"),
                256L << 20,
                false,
                Map.of("/scratch", "size=16m,mode=1777"));
    }

    String start() {
        return engine.start(container(Map.of(), Map.of()), warning -> {});
    }

    List<String> output() {
        return events.stream()
                .filter(BuildEvent.Output.class::isInstance)
                .map(event -> ((BuildEvent.Output) event).line())
                .toList();
    }

    @Override
    public void close() {
        engine.containers(label).stream().map(ContainerFacts::id).forEach(engine::removeContainer);
        engine.images(label).stream().map(ImageFacts::id).forEach(engine::removeImage);
        engine.volumes(label).forEach(engine::removeVolume);
        engine.close();
    }
}
