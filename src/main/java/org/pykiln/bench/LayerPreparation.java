package org.pykiln.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.ImageFacts;

/// What a session's benchmarks need of its images: a Python that they are for, and third-party
/// packages. Those that cannot be had on one of the images are left out, for they could not be
/// compared.
final class LayerPreparation {
    /// @param layers of the benchmarks that can be measured
    /// @param hopeless the others, with the reason
    record Prepared(Layers layers, List<UnitFailure> hopeless) {
        Prepared {
            hopeless = List.copyOf(hopeless);
        }
    }

    private final Engine engine;
    private final LayerSource source;
    private final BenchmarkCatalogue catalogue;
    private final SessionPlan plan;
    private final Consumer<SessionEvent> listener;
    private final Cancellation cancellation;

    private final List<UnitFailure> hopeless = new ArrayList<>();
    private final Map<String, Map<String, Layer>> layers = new LinkedHashMap<>();

    LayerPreparation(
            Engine engine,
            LayerSource source,
            BenchmarkCatalogue catalogue,
            SessionPlan plan,
            Consumer<SessionEvent> listener,
            Cancellation cancellation) {
        this.engine = engine;
        this.source = source;
        this.catalogue = catalogue;
        this.plan = plan;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /// Makes the layers and mounts them in the containers.
    Prepared prepare(Map<String, Probe> probes, MeasuringContainers containers) throws IOException {
        Set<String> folders = new LinkedHashSet<>();
        for (String name : plan.datapoints()) {
            Datapoint datapoint = catalogue.datapoint(name).orElseThrow();
            Benchmark benchmark = catalogue.benchmark(datapoint.benchmark()).orElseThrow();
            if (suits(probes, benchmark, datapoint) && benchmark.needsPackages()) {
                folders.add(datapoint.folder());
            }
        }
        for (String folder : folders) {
            make(folder, probes);
        }
        for (PlannedImage image : plan.images()) {
            mount(image, containers);
        }
        return new Prepared(new Layers(layers), hopeless);
    }

    private boolean suits(Map<String, Probe> probes, Benchmark benchmark, Datapoint datapoint) {
        boolean enough = true;
        for (Map.Entry<String, Probe> probe : probes.entrySet()) {
            if (!benchmark.python().contains(probe.getValue().version())) {
                enough = false;
                leaveOut(
                        probe.getKey(),
                        datapoint.name(),
                        "%s needs %s; %s has %s."
                                .formatted(
                                        benchmark.name(),
                                        benchmark.python().text(),
                                        probe.getKey(),
                                        probe.getValue().python()));
            }
        }
        return enough;
    }

    private void leaveOut(String image, String datapoint, String message) {
        hopeless.add(new UnitFailure(image, datapoint, 0, 0, message, ""));
    }

    private void make(String folder, Map<String, Probe> probes) throws IOException {
        Map<String, Layer> made = new LinkedHashMap<>();
        Map<LayerTarget, Layer> known = new LinkedHashMap<>();
        LayerLock lock = LayerLock.of(folder);
        for (PlannedImage image : plan.images()) {
            cancellation.throwIfCancelled();
            try {
                Probe probe = Objects.requireNonNull(probes.get(image.name()), image.name());
                LayerTarget target = target(image, probe);
                Layer layer = known.get(target);
                if (layer == null) {
                    layer = source.layer(lock, target, this::tell, cancellation);
                    known.put(target, layer);
                }
                requireGlibc(layer, probe);
                made.put(image.name(), layer);
            } catch (LayerMissingException missing) {
                leaveOutFolder(image, folder, missing);
                return;
            }
        }
        made.forEach((image, layer) ->
                layers.computeIfAbsent(image, name -> new LinkedHashMap<>()).put(folder, layer));
    }

    private void tell(String line) {
        listener.accept(new SessionEvent.Preparing(line));
    }

    private LayerTarget target(PlannedImage image, Probe probe) throws LayerMissingException {
        if (!probe.implementation().equals("CPython")) {
            throw new LayerMissingException("they are for CPython, not " + probe.implementation());
        }
        String architecture =
                engine.image(image.id())
                        .map(ImageFacts::architecture)
                        .orElse(engine.facts().architecture());
        return LayerTarget.of(probe, architecture);
    }

    private static void requireGlibc(Layer layer, Probe probe) throws LayerMissingException {
        int needed = layer.glibc().orElse(0);
        int has = LayerLibc.glibc(probe.libc());
        if (probe.libc().startsWith("glibc") && needed > has) {
            throw new LayerMissingException(
                    "they need glibc 2.%d or later, and it has %s".formatted(needed, probe.libc()));
        }
    }

    private void leaveOutFolder(PlannedImage image, String folder, LayerMissingException missing) {
        for (String name : plan.datapoints()) {
            if (catalogue.datapoint(name).orElseThrow().folder().equals(folder)) {
                leaveOut(
                        image.name(),
                        name,
                        "Its packages cannot be had for %s: %s."
                                .formatted(image.name(), missing.reason()));
            }
        }
    }

    private void mount(PlannedImage image, MeasuringContainers containers) {
        List<FilledVolume> volumes =
                layers.getOrDefault(image.name(), Map.of()).values().stream()
                        .distinct()
                        .map(Layer::volume)
                        .toList();
        if (volumes.isEmpty()) {
            return;
        }
        tell(
                "Preparing the packages of %d benchmark scripts for %s"
                        .formatted(volumes.size(), image.name()));
        volumes.forEach(volume -> volume.create(engine));
        FilledVolume.prepare(engine, image, volumes, plan.id(), cancellation);
        containers.mount(image, volumes);
    }
}
