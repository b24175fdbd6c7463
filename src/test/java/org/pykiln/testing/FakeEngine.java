package org.pykiln.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.pykiln.engine.BuildEvent;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerFacts;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineDisk;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineFacts;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;
import org.pykiln.engine.ImageFacts;
import org.pykiln.engine.ImageLayer;

/// An engine in memory. Without a script a build walks through the instructions of its Dockerfile
/// and yields an image whose id is the hash of what went in, so a second one comes from the cache;
/// processes end with 0 and say nothing.
///
/// Files are what `copyInto` brought, by absolute path; nothing else is in a container.
public final class FakeEngine implements Engine {
    /// Stands in for what the engine does in a build.
    @FunctionalInterface
    public interface BuildScript {
        /// @param context the files of the context by name
        /// @return the image; its id, tags and labels are completed from the request
        ImageFacts run(
                BuildRequest request,
                Map<String, byte[]> context,
                Consumer<BuildEvent> listener,
                Cancellation cancellation);
    }

    /// Stands in for a process; may read and write the files of its container.
    @FunctionalInterface
    public interface ExecScript {
        ExecResult run(FakeContainer container, ExecRequest request, Cancellation cancellation);
    }

    /// A container, with what was asked for when it was made.
    public record FakeContainer(String id, ContainerRequest request, Map<String, byte[]> files) {}

    /// One process that was run.
    public record Executed(String container, ExecRequest request) {}

    private static final EngineFacts FACTS =
            new EngineFacts(
                    "fake", "fake:", "0.0", "1.44", "amd64", 2, 8L << 30, "Fake", "6.0", "memory",
                    "2");

    private static final long VOLUME_BYTES = 5_000_000;

    private final List<BuildRequest> builds = new CopyOnWriteArrayList<>();
    private final List<ContainerRequest> started = new CopyOnWriteArrayList<>();
    private final List<Executed> executed = new CopyOnWriteArrayList<>();
    private final Map<String, ImageFacts> images = new LinkedHashMap<>();
    private final Map<String, Instant> created = new HashMap<>();
    private final Map<String, List<String>> histories = new HashMap<>();
    private final Map<String, FakeContainer> containers = new LinkedHashMap<>();
    private final Map<String, String> states = new HashMap<>();
    private final Map<String, Map<String, String>> volumes = new TreeMap<>();
    private final Map<String, ExecScript> execScripts = new HashMap<>();
    private final Map<String, String> programs =
            new HashMap<>(Map.of("/programs/amd64.elf", "x86_64", "/programs/i386.elf", "x86_64"));
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private EngineFacts facts = FACTS;
    private BuildScript buildScript = this::walk;
    private ExecScript execScript = (container, request, cancellation) -> new ExecResult(0, "", "");
    private Optional<EngineProblem> nextProblem = Optional.empty();
    private int dieAtStep;
    private int failAtStep;
    private Optional<EngineProblem> stepProblem = Optional.empty();
    private volatile boolean dead;
    private int count;

    // What a test sets up

    public FakeEngine withFacts(EngineFacts other) {
        facts = other;
        return this;
    }

    public FakeEngine withImage(ImageFacts image) {
        synchronized (this) {
            images.put(image.id(), image);
        }
        return this;
    }

    /// @param history instructions, newest first
    public FakeEngine withImage(ImageFacts image, Instant madeAt, List<String> history) {
        synchronized (this) {
            created.put(image.id(), madeAt);
            histories.put(image.id(), List.copyOf(history));
        }
        return withImage(image);
    }

    /// Architectures whose programs the engine executes, with the machine that they see; the native
    /// ones are there without.
    public FakeEngine executing(Map<String, String> machines) {
        machines.forEach((name, machine) ->
                programs.put("/programs/" + name.replace('/', '-') + ".elf", machine));
        return this;
    }

    /// Every container started from now on gives these warnings.
    public FakeEngine withWarnings(String... each) {
        warnings.addAll(List.of(each));
        return this;
    }

    public FakeEngine onBuild(BuildScript script) {
        buildScript = script;
        return this;
    }

    /// For containers of images that have no script of their own.
    public FakeEngine onExec(Function<ExecRequest, ExecResult> script) {
        return onExec((container, request, cancellation) -> script.apply(request));
    }

    public FakeEngine onExec(ExecScript script) {
        execScript = script;
        return this;
    }

    /// @param image as it is named when a container is started
    public FakeEngine onExecIn(String image, Function<ExecRequest, ExecResult> script) {
        return onExecIn(image, (container, request, cancellation) -> script.apply(request));
    }

    public FakeEngine onExecIn(String image, ExecScript script) {
        execScripts.put(image, script);
        return this;
    }

    /// The next call that reaches the engine fails, the ones after it do not.
    public FakeEngine failNext(EngineProblem problem) {
        nextProblem = Optional.of(problem);
        return this;
    }

    /// Builds without a script fail when they come to the step.
    public FakeEngine failBuildsAt(int step, EngineProblem problem) {
        failAtStep = step;
        stepProblem = Optional.of(problem);
        return this;
    }

    /// The engine dies when a build without a script comes to the step.
    public FakeEngine dieAt(int step) {
        dieAtStep = step;
        return this;
    }

    /// From now on nothing answers any more.
    public void die() {
        dead = true;
    }

    /// Answers again, with everything it had; containers are stopped.
    public void revive() {
        synchronized (this) {
            states.replaceAll((container, state) -> "exited");
        }
        dead = false;
        dieAtStep = 0;
    }

    // What a test looks at

    public List<BuildRequest> builds() {
        return List.copyOf(builds);
    }

    public List<ContainerRequest> started() {
        return List.copyOf(started);
    }

    public List<Executed> executed() {
        return List.copyOf(executed);
    }

    /// Containers that were not removed.
    public synchronized List<FakeContainer> left() {
        return List.copyOf(containers.values());
    }

    /// Sets what [#containers] tells, such as `exited`.
    public synchronized void setState(String container, String state) {
        states.put(existing(container).id(), state);
    }

    // The port

    @Override
    public EngineFacts facts() {
        check();
        return facts;
    }

    @Override
    public synchronized Optional<ImageFacts> image(String reference) {
        check();
        return find(reference);
    }

    @Override
    public synchronized List<ImageFacts> images(Map<String, String> labels) {
        check();
        return images.values().stream().filter(image -> carries(image.labels(), labels)).toList();
    }

    /// One that came with the base image, the mark of the last stage, and the rest.
    @Override
    public synchronized List<ImageLayer> layers(String image) {
        check();
        if (histories.containsKey(image)) {
            return histories.get(image).reversed().stream()
                    .map(step -> new ImageLayer(step, 0))
                    .toList();
        }
        ImageFacts found = find(image).orElseThrow(() -> imageMissing(image));
        long base = found.bytes() / 4;
        return List.of(
                new ImageLayer("/bin/sh -c #(nop) ADD file:0 in / ", base),
                new ImageLayer("/bin/sh -c #(nop)  LABEL org.pykiln.stage=image", 0),
                new ImageLayer(
                        "/bin/sh -c #(nop) COPY dir:0 in /usr/local ", found.bytes() - base));
    }

    @Override
    public String build(
            BuildRequest request, Consumer<BuildEvent> listener, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        check();
        builds.add(request);
        Map<String, byte[]> context = unpack(request.context());
        ImageFacts made = buildScript.run(request, context, listener, cancellation);
        cancellation.throwIfCancelled();
        checkAlive();
        ImageFacts image = completed(made, request, context);
        synchronized (this) {
            request.tags().forEach(this::untag);
            images.merge(image.id(), image, FakeEngine::withTagsOfBoth);
        }
        listener.accept(new BuildEvent.ImageBuilt(image.id()));
        return image.id();
    }

    @Override
    public synchronized void tag(String image, String reference) {
        check();
        ImageFacts tagged = find(image).orElseThrow(() -> imageMissing(image));
        untag(reference);
        images.merge(
                tagged.id(),
                with(tagged, tagged.id(), List.of(named(reference)), tagged.labels()),
                FakeEngine::withTagsOfBoth);
    }

    @Override
    public synchronized void removeImage(String image) {
        check();
        find(image).ifPresent(found -> images.remove(found.id()));
    }

    @Override
    public synchronized String start(ContainerRequest request, Consumer<String> listener) {
        check();
        if (find(request.image()).isEmpty()) {
            throw imageMissing(request.image());
        }
        started.add(request);
        String id = hash(("container" + ++count).getBytes(StandardCharsets.UTF_8));
        containers.put(id, new FakeContainer(id, request, new TreeMap<>()));
        states.put(id, "running");
        warnings.forEach(listener);
        return id;
    }

    @Override
    public ExecResult exec(String container, ExecRequest request, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        check();
        FakeContainer running;
        synchronized (this) {
            running = existing(container);
            if (!"running".equals(states.get(running.id()))) {
                throw containerMissing(container);
            }
        }
        String program = request.command().getFirst();
        if (program.startsWith("/programs/")) {
            return programs.containsKey(program)
                    ? new ExecResult(0, programs.get(program) + "\0", "")
                    : new ExecResult(126, "", "exec format error");
        }
        executed.add(new Executed(running.id(), request));
        ExecScript script = execScripts.getOrDefault(running.request().image(), execScript);
        ExecResult result = script.run(running, request, cancellation);
        cancellation.throwIfCancelled();
        checkAlive();
        return result;
    }

    @Override
    public void copyInto(String container, String folder, BuildRequest.Context tar) {
        check();
        Map<String, byte[]> files = unpack(tar);
        synchronized (this) {
            Map<String, byte[]> into = existing(container).files();
            String below = folder.endsWith("/") ? folder : folder + "/";
            files.forEach((name, bytes) -> into.put(below + name, bytes));
        }
    }

    @Override
    public void copyOut(String container, String file, OutputStream out) throws IOException {
        check();
        byte[] bytes;
        synchronized (this) {
            bytes = existing(container).files().get(file);
        }
        if (bytes == null) {
            throw new EngineException(
                    new EngineProblem.FileMissing(container, file, "There is no file " + file));
        }
        out.write(bytes);
    }

    @Override
    public synchronized List<ContainerFacts> containers(Map<String, String> labels) {
        check();
        return containers.values().stream()
                .map(c ->
                        new ContainerFacts(
                                c.id(),
                                c.request().image(),
                                states.getOrDefault(c.id(), "created"),
                                labelsOf(c)))
                .filter(c -> carries(c.labels(), labels))
                .toList();
    }

    @Override
    public synchronized void removeContainer(String container) {
        check();
        containers.remove(container);
        states.remove(container);
    }

    @Override
    public synchronized void createVolume(String name, Map<String, String> labels) {
        check();
        volumes.putIfAbsent(name, Map.copyOf(labels));
    }

    @Override
    public synchronized List<String> volumes(Map<String, String> labels) {
        check();
        return volumes.entrySet().stream()
                .filter(volume -> carries(volume.getValue(), labels))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public synchronized void removeVolume(String name) {
        check();
        volumes.remove(name);
    }

    @Override
    public synchronized EngineDisk disk() {
        check();
        List<EngineDisk.Image> all = new ArrayList<>();
        images.values().forEach(image -> all.add(onDisk(image)));
        List<EngineDisk.Volume> volumesOnDisk = new ArrayList<>();
        volumes.forEach((name, labels) ->
                volumesOnDisk.add(
                        new EngineDisk.Volume(
                                name,
                                labels,
                                VOLUME_BYTES,
                                containers.values().stream()
                                        .filter(c -> c.request().volumes().containsKey(name))
                                        .count())));
        long layers = images.values().stream().mapToLong(ImageFacts::bytes).sum();
        return new EngineDisk(layers, all, volumesOnDisk, 0);
    }

    private EngineDisk.Image onDisk(ImageFacts image) {
        return new EngineDisk.Image(
                image.id(),
                image.tags(),
                image.labels(),
                created.getOrDefault(image.id(), Instant.EPOCH),
                image.bytes(),
                0,
                containers.values().stream()
                        .flatMap(c -> find(c.request().image()).stream())
                        .filter(image::equals)
                        .count());
    }

    @Override
    public void close() {}

    // How it works

    /// One step an instruction, and one for the labels, as the classic builder counts them.
    private ImageFacts walk(
            BuildRequest request,
            Map<String, byte[]> context,
            Consumer<BuildEvent> listener,
            Cancellation cancellation) {
        List<String> steps = instructions(context.get("Dockerfile"));
        String id = "sha256:" + hash(fingerprint(request, context));
        boolean cached;
        synchronized (this) {
            cached = images.containsKey(id) && !request.noCache();
            if (request.noCache() && images.containsKey(id)) {
                // compiled anew, the same text is another image
                id = "sha256:" + hash((id + images.size()).getBytes(StandardCharsets.UTF_8));
            }
        }
        for (int step = 1; step <= steps.size(); step++) {
            cancellation.throwIfCancelled();
            String instruction = steps.get(step - 1);
            listener.accept(new BuildEvent.StepStarted(step, steps.size(), instruction));
            if (step == failAtStep) {
                throw new EngineException(stepProblem.orElseThrow());
            }
            if (step == dieAtStep) {
                die();
                checkAlive();
            }
            if (cached && step > 1) {
                listener.accept(new BuildEvent.StepCached(step));
            } else if (instruction.startsWith("RUN")) {
                listener.accept(new BuildEvent.Output(instruction, false));
            }
        }
        return new ImageFacts(
                id, List.of(), 1L << 20, architecture(request), Map.of(), List.of(), List.of(id));
    }

    /// An obedient engine; tests of others have their own script.
    private String architecture(BuildRequest request) {
        return request.platform()
                .map(platform -> platform.substring("linux/".length()))
                .map(name -> name.equals("386") ? "i386" : name)
                .orElse(facts.architecture());
    }

    private static List<String> instructions(byte[] dockerfile) {
        if (dockerfile == null) {
            throw new EngineException(
                    new EngineProblem.DockerfileRejected("There is no Dockerfile in the context."));
        }
        String joined =
                new String(dockerfile, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                        .reduce("", (all, line) -> all + line + "\n")
                        .replace("\\\n", "");
        return joined.lines().map(String::strip).toList();
    }

    private static ImageFacts completed(
            ImageFacts made, BuildRequest request, Map<String, byte[]> context) {
        String id =
                made.id().isEmpty() ? "sha256:" + hash(fingerprint(request, context)) : made.id();
        Map<String, String> labels = new HashMap<>(made.labels());
        labels.putAll(request.labels());
        List<String> tags = new ArrayList<>(made.tags());
        request.tags().stream().map(FakeEngine::named).forEach(tags::add);
        return with(made, id, tags, labels);
    }

    private static byte[] fingerprint(BuildRequest request, Map<String, byte[]> context) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        new TreeMap<>(context)
                .forEach((name, bytes) -> {
                    all.writeBytes(name.getBytes(StandardCharsets.UTF_8));
                    all.writeBytes(bytes);
                });
        String rest = new TreeMap<>(request.labels()) + request.platform().orElse("");
        all.writeBytes(rest.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    private static Map<String, byte[]> unpack(BuildRequest.Context context) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Map<String, byte[]> files = new TreeMap<>();
        try {
            context.writeTo(bytes);
            TarArchiveInputStream tar =
                    new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                if (e.isFile()) {
                    files.put(e.getName(), tar.readAllBytes());
                }
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new EngineException(
                    new EngineProblem.Unexpected(
                            "The build context could not be written: " + e.getMessage()),
                    e);
        }
    }

    private Map<String, String> labelsOf(FakeContainer container) {
        Map<String, String> labels = new HashMap<>();
        find(container.request().image()).ifPresent(image -> labels.putAll(image.labels()));
        labels.putAll(container.request().labels());
        return labels;
    }

    private Optional<ImageFacts> find(String reference) {
        ImageFacts byId = images.get(reference);
        return byId != null
                ? Optional.of(byId)
                : images.values().stream()
                        .filter(image -> image.tags().contains(named(reference)))
                        .findFirst();
    }

    private FakeContainer existing(String container) {
        FakeContainer found = containers.get(container);
        if (found == null) {
            throw containerMissing(container);
        }
        return found;
    }

    private void untag(String reference) {
        images.replaceAll((id, image) ->
                with(
                        image,
                        id,
                        image.tags().stream().filter(tag -> !tag.equals(named(reference))).toList(),
                        image.labels()));
    }

    private static String named(String reference) {
        return reference.indexOf(':', reference.lastIndexOf('/') + 1) < 0
                ? reference + ":latest"
                : reference;
    }

    private static ImageFacts withTagsOfBoth(ImageFacts old, ImageFacts now) {
        List<String> tags = new ArrayList<>(old.tags());
        now.tags().stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
        return with(now, now.id(), tags, now.labels());
    }

    private static ImageFacts with(
            ImageFacts image, String id, List<String> tags, Map<String, String> labels) {
        return new ImageFacts(
                id,
                tags,
                image.bytes(),
                image.architecture(),
                labels,
                image.environment(),
                image.layers());
    }

    private static boolean carries(Map<String, String> labels, Map<String, String> wanted) {
        return wanted.entrySet().stream()
                .allMatch(e ->
                        labels.containsKey(e.getKey())
                                && (e.getValue().isEmpty()
                                        || e.getValue().equals(labels.get(e.getKey()))));
    }

    private synchronized void check() {
        checkAlive();
        Optional<EngineProblem> problem = nextProblem;
        nextProblem = Optional.empty();
        problem.ifPresent(p -> {
            throw new EngineException(p);
        });
    }

    private void checkAlive() {
        if (dead) {
            throw new EngineException(
                    new EngineProblem.Unreachable(
                            facts.endpoint(), "The engine does not answer any more."));
        }
    }

    private static EngineException imageMissing(String reference) {
        return new EngineException(
                new EngineProblem.ImageMissing(reference, "There is no image " + reference));
    }

    private static EngineException containerMissing(String container) {
        return new EngineException(
                new EngineProblem.ContainerMissing(
                        container, "There is no running container " + container));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
