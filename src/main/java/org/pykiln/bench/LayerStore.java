package org.pykiln.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.image.ContextFiles;
import org.pykiln.image.ImageBuilder;
import org.pykiln.wheels.PipSurroundings;
import org.pykiln.wheels.Requirements;
import org.pykiln.wheels.Stage;
import org.pykiln.workspace.Workspace;

/// The wheels of layers in the workspace: fetched or built once, verified by SHA-256, offline from
/// then on. A folder is there whole or not at all.
public final class LayerStore implements LayerSource {
    /// What pip says of the first package that has no fitting wheel.
    private static final Pattern NO_WHEEL =
            Pattern.compile(".*No matching distribution found for ([A-Za-z0-9._-]+).*");

    private static final String SUMS = "SHA256SUMS";
    private static final Pattern SUM = Pattern.compile("([0-9a-f]{64}) \\*([^/\\\\]+\\.whl)");

    private final Path folder;
    private final HostPip pip;
    private final SourceWheels sources;

    public LayerStore(
            Workspace workspace,
            Engine engine,
            ImageBuilder builder,
            ContextFiles contextFiles,
            PipSurroundings surroundings) {
        this(
                workspace,
                HostPip.USUAL,
                new SourceWheels(engine, builder, contextFiles, surroundings));
    }

    LayerStore(Workspace workspace, HostPip pip, SourceWheels sources) {
        this.folder = workspace.layers();
        this.pip = pip;
        this.sources = sources;
    }

    /// Hashes of all layers in a workspace.
    public static Set<String> hashes(Workspace workspace) throws IOException {
        Set<String> hashes = new TreeSet<>();
        if (Files.isDirectory(workspace.layers())) {
            try (Stream<Path> layers = Files.list(workspace.layers())) {
                for (Path layer : layers.toList()) {
                    if (Files.isRegularFile(layer.resolve(SUMS))) {
                        hashes.add(hash(Files.readString(layer.resolve(SUMS))));
                    }
                }
            }
        }
        return hashes;
    }

    private static String hash(String sums) {
        return KitLock.sha256(("pykiln-layer-1\n" + sums).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Layer layer(
            LayerLock lock, LayerTarget target, Consumer<String> log, Cancellation cancellation)
            throws LayerMissingException, IOException {
        List<LayerLock.Pin> pins = lock.pins(target);
        Path place = folder.resolve(key(pins, target));
        if (!Files.exists(place)) {
            log.accept(
                    "Fetching the packages of %s for %s".formatted(lock.folder(), target.text()));
            try (Stage work = Stage.beside(folder.resolve("work"));
                    Stage stage = Stage.beside(place)) {
                wheels(stage.folder(), work.folder(), pins, target, log, cancellation);
                writeSums(stage.folder());
                if (!Files.exists(place)) {
                    stage.takePlace();
                }
            }
        }
        return read(place);
    }

    /// Also what compiles is part of the key, whether it is needed or not: that shows only later.
    private static String key(List<LayerLock.Pin> pins, LayerTarget target) {
        StringBuilder text = new StringBuilder(target.text()).append('\n');
        pins.forEach(pin -> text.append(pin.requirement()).append('\n'));
        try {
            text.append(SourceWheels.identity(target));
        } catch (LayerMissingException nothingCompiles) {
            text.append(nothingCompiles.reason());
        }
        return KitLock.sha256(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    private void wheels(
            Path to,
            Path work,
            List<LayerLock.Pin> pins,
            LayerTarget target,
            Consumer<String> log,
            Cancellation cancellation)
            throws LayerMissingException, IOException {
        List<LayerLock.Pin> built = download(to, work, pins, target, cancellation);
        if (built.isEmpty()) {
            return;
        }
        Requirements requirements =
                new Requirements(built.stream().map(LayerLock.Pin::requirement).toList());
        List<String> projects = built.stream().map(LayerLock.Pin::project).toList();
        Path index = work.resolve("index");
        for (Path wheel : sources.build(target, requirements, projects, index, log, cancellation)) {
            log.accept("compiled %s: %s".formatted(wheel.getFileName(), extensions(wheel)));
            Files.move(wheel, to.resolve(wheel.getFileName().toString()));
        }
    }

    /// Builds fall back to pure Python in silence, so that is told.
    private static String extensions(Path wheel) throws IOException {
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            long extensions = zip.stream().filter(entry -> entry.getName().endsWith(".so")).count();
            return extensions == 0 ? "pure Python" : extensions + " extension modules";
        }
    }

    private static void writeSums(Path stage) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> wheels = Files.list(stage)) {
            for (Path wheel : wheels.toList()) {
                sums.put(wheel.getFileName().toString(), KitLock.sha256(Files.readAllBytes(wheel)));
            }
        }
        Files.writeString(
                stage.resolve(SUMS),
                sums.entrySet().stream()
                        .map(sum -> sum.getValue() + " *" + sum.getKey() + "\n")
                        .collect(Collectors.joining()));
    }

    /// Downloads every wheel that fits the target.
    ///
    /// @return packages that have none
    private List<LayerLock.Pin> download(
            Path to,
            Path work,
            List<LayerLock.Pin> pins,
            LayerTarget target,
            Cancellation cancellation)
            throws LayerMissingException, IOException {
        List<LayerLock.Pin> wanted = new ArrayList<>(pins);
        List<LayerLock.Pin> without = new ArrayList<>();
        Path list = work.resolve("requirements.txt");
        while (!wanted.isEmpty()) {
            Files.writeString(
                    list,
                    wanted.stream()
                            .map(pin -> pin.requirement() + "\n")
                            .collect(Collectors.joining()));
            HostPip.Ended ended;
            try {
                ended = pip.download(target.pipOptions(), list, to, line -> {}, cancellation);
            } catch (IOException notStarted) {
                throw new LayerMissingException(
                        notStarted.getMessage() + ", which fetches packages");
            }
            if (ended.code() == 0) {
                return without;
            }
            LayerLock.Pin none = withoutWheel(ended, wanted);
            wanted.remove(none);
            without.add(none);
        }
        return without;
    }

    private static LayerLock.Pin withoutWheel(HostPip.Ended ended, List<LayerLock.Pin> wanted)
            throws LayerMissingException {
        for (String line : ended.lines()) {
            Matcher matcher = NO_WHEEL.matcher(line);
            if (matcher.matches()) {
                for (LayerLock.Pin pin : wanted) {
                    if (pin.project().equalsIgnoreCase(matcher.group(1))) {
                        return pin;
                    }
                }
            }
        }
        throw new LayerMissingException("pip says: " + ended.lastLine());
    }

    private static Layer read(Path place) throws LayerMissingException, IOException {
        String sums = Files.readString(place.resolve(SUMS));
        List<Path> wheels = new ArrayList<>();
        for (String line : sums.lines().toList()) {
            Matcher sum = SUM.matcher(line);
            Path wheel = place.resolve(sum.matches() ? sum.group(2) : "");
            if (!sum.matches()
                    || !Files.isRegularFile(wheel)
                    || !KitLock.sha256(Files.readAllBytes(wheel)).equals(sum.group(1))) {
                throw new LayerMissingException(
                        "%s was changed since it was made; remove it".formatted(place));
            }
            wheels.add(wheel);
        }
        return new Layer(hash(sums), wheels);
    }
}
