package org.pykiln.ui.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pykiln.RealServices;
import org.pykiln.bench.BenchmarkGroup;
import org.pykiln.bench.HostFacts;
import org.pykiln.bench.ProcessMean;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.dockerfile.Dockerfile;
import org.pykiln.dockerfile.Instruction;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.engine.EngineArchitecture;
import org.pykiln.engine.EngineArchitecture.Execution;
import org.pykiln.engine.EngineChoice;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineFacts;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ImageLayer;
import org.pykiln.image.DockerCommand;
import org.pykiln.image.ImageSize;
import org.pykiln.job.BuildHistory;
import org.pykiln.job.JobContext;
import org.pykiln.job.LogLine;
import org.pykiln.lab.FileKind;
import org.pykiln.pyperf.PerfUnit;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.report.ChartData;
import org.pykiln.report.DatapointUnits;
import org.pykiln.report.KnobEffect;
import org.pykiln.report.Pareto;
import org.pykiln.report.Replay;
import org.pykiln.settings.Settings;
import org.pykiln.settings.SettingsFile;
import org.pykiln.stats.Analysis;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.EquivalenceZone;
import org.pykiln.stats.Measurements;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Sample;
import org.pykiln.storage.CleanUp;
import org.pykiln.storage.Inventory;
import org.pykiln.storage.Item;
import org.pykiln.ui.common.DockerfileServices;
import org.pykiln.ui.common.DraftServices;
import org.pykiln.ui.common.EngineServices;
import org.pykiln.ui.common.FirstStep;
import org.pykiln.ui.common.FirstStepMemory;
import org.pykiln.ui.common.ImageServices;
import org.pykiln.ui.common.MeasureServices;
import org.pykiln.ui.common.PresetServices;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.ui.common.ResultServices;
import org.pykiln.ui.common.Services;
import org.pykiln.ui.common.SettingsServices;
import org.pykiln.ui.common.SupportServices;
import org.pykiln.ui.common.WindowState;
import org.pykiln.ui.common.WindowStates;

/// Real recipes, presets and Dockerfiles; a pretended engine.
public final class FakeServices
        implements DockerfileServices,
                EngineServices,
                ImageServices,
                MeasureServices,
                ResultServices,
                WindowStates,
                FirstStepMemory,
                SupportServices,
                SettingsServices {
    /// Steps of every build: as far as the interpreter is configured.
    public static final int STEPS = 9;

    public boolean hasEngine = true;
    public boolean breaksBuild;
    public boolean breaksProof;
    public boolean breaksProbe;
    public boolean breaksSettings;

    /// Which engine was chosen, and by whom.
    public Optional<String> chosen = Optional.empty();

    public EngineChoice.Source source = EngineChoice.Source.SETTINGS;
    public Settings settings = Settings.DEFAULTS;
    public Optional<String> settingsProblem = Optional.empty();
    public final List<Item> stored = things();

    /// When set, a build waits at its third step until it is counted down or cancelled.
    public Optional<CountDownLatch> gate = Optional.empty();

    /// Runs after each step of a build has begun.
    public Runnable onStep = () -> {};

    /// Whether nothing was ever measured in this workspace.
    public boolean isNew;

    public final Set<FirstStep> steps = EnumSet.noneOf(FirstStep.class);

    /// What looking at the engine's host finds.
    public Optional<HostFacts> host =
            Optional.of(
                    new HostFacts(
                            0.1,
                            List.of(0, 1),
                            "Intel(R) Xeon(R) CPU @ 2.20GHz",
                            "",
                            "",
                            false,
                            List.of(0, 1),
                            List.of()));

    public final List<Unfinished> unfinished = new ArrayList<>();
    public final List<MeasureRequest> requests = new ArrayList<>();
    public final FakeSession session = new FakeSession();

    /// When set, a build that was cancelled needs until it is counted down to stop.
    public Optional<CountDownLatch> leisure = Optional.empty();

    public WindowState kept = WindowState.FIRST;

    /// Who reads results: pretends, too, unless a test has the real one.
    public ResultServices results = this;

    public final List<String> calls = new ArrayList<>();
    public final List<Export> exports = new ArrayList<>();

    /// Whether a source that an export needs is not on this machine.
    public boolean mustDownload;

    /// What every export would replace.
    public List<Path> inTheWay = List.of();

    private final PresetServices presets;
    private final DraftServices drafts;
    private final BuildHistory history;
    private final List<BuiltImage> built = new ArrayList<>();

    public FakeServices(Path folder) {
        this(
                folder,
                RealServices.presets(folder.resolve("presets")),
                RealServices.drafts(folder.resolve("drafts")));
    }

    /// @param folder for the history of builds
    public FakeServices(Path folder, PresetServices presets, DraftServices drafts) {
        this.presets = presets;
        this.drafts = drafts;
        this.history = new BuildHistory(folder.resolve("builds"), () -> settings.builds());
    }

    public Services all() {
        return new Services(
                presets,
                drafts,
                this,
                this,
                this,
                this,
                results,
                this,
                this,
                this,
                this,
                FileKind::of);
    }

    @Override
    public Dockerfile dockerfile(Recipe recipe, Dialect dialect) {
        return Renderer.render(Catalogue.plan(recipe), dialect);
    }

    @Override
    public String dockerCommand(Recipe recipe, Dialect dialect, Optional<Path> to) {
        return DockerCommand.of(recipe, dialect, to);
    }

    @Override
    public List<Path> replaced(Export export) {
        return inTheWay;
    }

    @Override
    public boolean needsDownload(Export export) {
        return mustDownload;
    }

    @Override
    public void download(Export export, JobContext context) throws Exception {
        calls.add("download " + export.recipe().name());
        context.status("Python.tar.xz: 5.0 of 20.0 MB");
        context.progress(0.25);
        if (gate.isPresent()) {
            try (var _ = context.cancellation().onCancel(gate.get()::countDown)) {
                gate.get().await();
            }
        }
        context.cancellation().throwIfCancelled();
        mustDownload = false;
    }

    @Override
    public List<Path> export(Export export) {
        calls.add("export " + export.recipe().name());
        exports.add(export);
        return List.of(export.target().resolve("Dockerfile"), export.target().resolve("prove.py"));
    }

    @Override
    public EngineStatus engine() {
        if (hasEngine) {
            EngineFacts facts =
                    new EngineFacts(
                            "ID",
                            "unix:///var/run/docker.sock",
                            "20.10.24",
                            "1.41",
                            "amd64",
                            2,
                            24_000_000_000L,
                            "Debian GNU/Linux 12",
                            "6.1.0",
                            "overlay2",
                            "2");
            List<EngineAttempt> attempts =
                    new ArrayList<>(
                            List.of(
                                    new EngineAttempt(
                                            "DOCKER_HOST",
                                            "tcp://build.example:2376",
                                            false,
                                            "Nothing answers at build.example:2376: connection refused."),
                                    new EngineAttempt(
                                            "default socket",
                                            facts.endpoint(),
                                            true,
                                            "Engine 20.10.24, API 1.41, on Debian GNU/Linux 12"),
                                    new EngineAttempt(
                                            "Podman",
                                            "unix:///run/user/1000/podman/podman.sock",
                                            true,
                                            "Engine 5.4.2, API 1.41, on Debian GNU/Linux 12")));
            // the place that was named stands first
            attempts.sort(Comparator.comparing(one -> !chosen.equals(Optional.of(one.endpoint()))));
            return new EngineStatus(
                    attempts,
                    chosen.equals(Optional.of("tcp://build.example:2376"))
                            ? Optional.empty()
                            : Optional.of(facts),
                    choice(),
                    List.of());
        }
        return new EngineStatus(
                List.of(
                        new EngineAttempt("DOCKER_HOST", "", false, "not set"),
                        new EngineAttempt(
                                "default socket",
                                "unix:///var/run/docker.sock",
                                false,
                                "nothing is there: no such file"),
                        new EngineAttempt(
                                "rootless",
                                "unix:///run/user/1000/docker.sock",
                                false,
                                "something is there, and this user may not speak to it")),
                Optional.empty(),
                choice(),
                List.of(
                        new Command(
                                "An engine runs, and this user may not speak to it. Join the group"
                                        + " that may, then log in again",
                                "sudo usermod -aG docker \"$USER\"")));
    }

    @Override
    public boolean answers(String endpoint) {
        return hasEngine;
    }

    private EngineChoice choice() {
        return chosen.map(uri -> new EngineChoice(source, uri)).orElse(EngineChoice.AUTOMATIC);
    }

    @Override
    public void choose(Optional<String> endpoint) throws ProblemException {
        calls.add("choose " + endpoint.orElse("automatic"));
        if (breaksSettings) {
            throw new ProblemException(Problem.of("The settings cannot be written."));
        }
        chosen = endpoint;
    }

    @Override
    public Inventory storage() throws ProblemException {
        calls.add("storage");
        if (breaksProbe) {
            throw new ProblemException(Problem.of("The engine does not tell."));
        }
        return new Inventory(List.copyOf(stored), 6_400_000_000L, 310_000_000);
    }

    @Override
    public CleanUp.Report clean(List<Item> agreed, boolean alsoNeeded, JobContext context)
            throws Exception {
        calls.add("clean " + agreed.stream().map(Item::title).toList() + " " + alsoNeeded);
        if (gate.isPresent()) {
            try (var _ = context.cancellation().onCancel(gate.get()::countDown)) {
                gate.get().await();
            }
            context.cancellation().throwIfCancelled();
        }
        List<CleanUp.Event.Kept> kept = new ArrayList<>();
        List<Item> removed = new ArrayList<>(agreed);
        agreed.stream()
                .filter(item -> item.title().contains("busy"))
                .forEach(item -> kept.add(new CleanUp.Event.Kept(item, "a container uses it")));
        kept.forEach(one -> removed.remove(one.item()));
        stored.removeAll(removed);
        return new CleanUp.Report(removed, kept, 6_400_000_000L, 5_100_000_000L);
    }

    @Override
    public SettingsFile.Loaded settings() {
        return new SettingsFile.Loaded(settings, settingsProblem);
    }

    @Override
    public void change(UnaryOperator<Settings> change) throws ProblemException {
        if (breaksSettings) {
            throw new ProblemException(Problem.of("The settings cannot be written."));
        }
        calls.add("settings");
        settings = change.apply(settings);
    }

    @Override
    public List<Folder> folders() {
        return List.of(
                new Folder("Workspace", Path.of("/home/me/.local/share/pykiln")),
                new Folder("Own presets", Path.of("/home/me/.local/share/pykiln/presets")),
                new Folder("Sessions", Path.of("/home/me/.local/share/pykiln/sessions")),
                new Folder("Log", Path.of("/home/me/.local/share/pykiln/logs")));
    }

    @Override
    public SequencedMap<String, String> versions() {
        SequencedMap<String, String> versions = new LinkedHashMap<>();
        versions.put("PyKiln", "1.0");
        versions.put("Java", "25.0.1, Eclipse Adoptium");
        versions.put("JavaFX", "25.0.1");
        versions.put("System", "Linux 6.1.0, amd64");
        return versions;
    }

    private static List<Item> things() {
        return new ArrayList<>(
                List.of(
                        new Item(
                                Item.Kind.IMAGE,
                                "sha256:0123456789abcdef",
                                List.of("pykiln:0123456789ab"),
                                182_000_000,
                                105_000_000,
                                Item.Fate.STAYS,
                                "preset gcc-fastest"),
                        new Item(
                                Item.Kind.IMAGE,
                                "sha256:fedcba9876543210",
                                List.of(),
                                171_000_000,
                                94_000_000,
                                Item.Fate.GOES,
                                "a newer build has taken its name"),
                        new Item(
                                Item.Kind.IMAGE,
                                "sha256:1111111111111111",
                                List.of("pykiln:111111111111-00000000c0ffee00-2"),
                                171_000_000,
                                94_000_000,
                                Item.Fate.IN_USE,
                                "a container was made from it"),
                        new Item(
                                Item.Kind.LEFTOVER,
                                "sha256:aaaaaaaaaaaaaaaa",
                                List.of(),
                                1_300_000_000,
                                900_000_000,
                                Item.Fate.GOES,
                                "a stage of a build; the same recipe compiles anew without it"),
                        new Item(
                                Item.Kind.KIT,
                                "pykiln-kit-0a1b2c3d4e5f",
                                List.of("pykiln-kit-0a1b2c3d4e5f"),
                                4_100_000,
                                4_100_000,
                                Item.Fate.GOES,
                                "the kit of another version")));
    }

    @Override
    public Executed executed() throws ProblemException {
        if (breaksProbe) {
            throw new ProblemException(Problem.of("The engine builds nothing."));
        }
        return new Executed(
                List.of(
                        new EngineArchitecture("amd64", Execution.NATIVE),
                        new EngineArchitecture("i386", Execution.NATIVE),
                        new EngineArchitecture("arm64", Execution.EMULATED),
                        new EngineArchitecture("arm/v7", Execution.EMULATED),
                        new EngineArchitecture("arm/v6", Execution.EMULATED),
                        new EngineArchitecture("riscv64", Execution.NONE),
                        new EngineArchitecture("ppc64le", Execution.NONE),
                        new EngineArchitecture("s390x", Execution.NONE)),
                List.of(
                        new Command(
                                "Engine on this Debian or Ubuntu: PyKiln's own script",
                                "installer/linux/setup.sh --emulation"),
                        new Command(
                                "From the packages of the engine's machine",
                                "sudo apt-get install qemu-user-static"),
                        new Command(
                                "Any engine, given on its own machine",
                                "docker run --privileged --rm tonistiigi/binfmt --install riscv64,ppc64le,s390x")));
    }

    @Override
    public List<BuiltImage> images() {
        return List.copyOf(built);
    }

    @Override
    public BuiltImage build(NamedRecipe recipe, BuildOptions options, JobContext context)
            throws Exception {
        calls.add("build " + recipe.name());
        return make(recipe, context);
    }

    private BuiltImage make(NamedRecipe recipe, JobContext context) throws Exception {
        List<String> instructions = instructions(dockerfile(recipe.recipe()));
        for (int step = 1; step <= STEPS; step++) {
            context.step(step, STEPS, instructions.get(step - 1));
            onStep.run();
            if (step <= 2) {
                context.cached();
            }
            if (step == 3 && gate.isPresent()) {
                try (var _ = context.cancellation().onCancel(gate.get()::countDown)) {
                    gate.get().await();
                }
                if (leisure.isPresent()) {
                    leisure.get().await();
                }
                context.cancellation().throwIfCancelled();
            }
            if (step == STEPS) {
                context.log(LogLine.Kind.ERROR, "+ ./configure --enable-shared");
            }
            if (!hasEngine) {
                EngineException gone =
                        new EngineException(
                                new EngineProblem.Unreachable(
                                        "unix:///var/run/docker.sock",
                                        "The engine at unix:///var/run/docker.sock does not answer:"
                                                + " Premature end of chunk coded message body"));
                throw new ProblemException(Problem.of(gone), gone);
            }
            for (int i = 0; i < 14; i++) {
                context.log(
                        "gcc -c -O3 -fprofile-use -flto=auto -o Objects/obj%d.o Objects/obj%d.c"
                                .formatted(i, i));
            }
            if (breaksBuild && step == STEPS) {
                context.log(
                        LogLine.Kind.ERROR,
                        "lto-wrapper: fatal error: write: No space left on device");
                throw new ProblemException(
                        new Problem(
                                "Step 9 of 9 ended with exit code 2.",
                                "lto-wrapper: fatal error: write: No space left on device",
                                "docker system df"));
            }
        }
        List<Proven> proofs = new ArrayList<>();
        Catalogue.plan(recipe.recipe())
                .proofs()
                .forEach(proof ->
                        proofs.add(
                                new Proven(
                                        proof.knob(),
                                        proof.claim(),
                                        !(breaksProof && proof.knob().equals("lto")),
                                        "found in CONFIG_ARGS")));
        BuiltImage image =
                new BuiltImage(
                        recipe.name(),
                        "pykiln/" + recipe.name() + ":latest",
                        "sha256:" + recipe.recipe().hash(),
                        Duration.ofSeconds(190),
                        126_400_000,
                        Optional.of(recipe.recipe()),
                        proofs);
        built.addFirst(image);
        return image;
    }

    /// As the classic builder names them.
    private static List<String> instructions(Dockerfile dockerfile) {
        return dockerfile.paragraphs().stream()
                .flatMap(List::stream)
                .filter(one -> !(one instanceof Instruction.Comment))
                .map(one ->
                        one.lines().stream()
                                .map(line -> line.text().replaceFirst("\\\\$", ""))
                                .collect(Collectors.joining()))
                .toList();
    }

    @Override
    public BuildHistory history() {
        return history;
    }

    @Override
    public ImageSize size(String image) throws ProblemException {
        calls.add("size " + image);
        if (built.stream().noneMatch(one -> one.id().equals(image))) {
            throw new ProblemException(Problem.of("There is no image " + image));
        }
        return ImageSize.of(
                List.of(
                        new ImageLayer("/bin/sh -c #(nop) ADD file:7f2b in / ", 78_600_000),
                        new ImageLayer("/bin/sh -c #(nop)  LABEL org.pykiln.stage=image", 0),
                        new ImageLayer(
                                "/bin/sh -c #(nop) COPY dir:1c9e in /usr/local ", 41_300_000),
                        new ImageLayer(
                                "/bin/bash -o pipefail -c set -eux;     apt-get update;     apt-get install --yes --no-install-recommends libssl3t64;     ldconfig",
                                6_500_000)));
    }

    @Override
    public List<Benchmark> benchmarks() {
        Set<BenchmarkGroup> smoke =
                Set.of(BenchmarkGroup.SMOKE, BenchmarkGroup.KIT, BenchmarkGroup.ALL);
        Set<BenchmarkGroup> kit = Set.of(BenchmarkGroup.KIT, BenchmarkGroup.ALL);
        return List.of(
                new Benchmark("nbody", List.of("math"), smoke),
                new Benchmark("deltablue", List.of(), smoke),
                new Benchmark("json_loads", List.of("serialize"), smoke),
                new Benchmark("regex_dna", List.of("regex"), smoke),
                new Benchmark("pickle", List.of("serialize"), kit),
                new Benchmark("go", List.of(), kit),
                new Benchmark("richards", List.of(), kit),
                new Benchmark("sympy", List.of(), Set.of(BenchmarkGroup.ALL)));
    }

    @Override
    public Path proposeSessionFolder() {
        return Path.of("sessions", "2026-11-23-1402");
    }

    /// Of benchmarks with one datapoint each, and units of a second.
    @Override
    public Forecast forecast(MeasureRequest request) {
        int images = request.subjects().size() * request.builds();
        int units = images * request.benchmarks().size() * request.mode().rounds();
        return new Forecast(images, request.benchmarks().size(), units, Duration.ofSeconds(units));
    }

    @Override
    public Optional<HostFacts> host() throws ProblemException {
        calls.add("host");
        return host;
    }

    @Override
    public List<Unfinished> unfinished() {
        return List.copyOf(unfinished);
    }

    @Override
    public Path measure(MeasureRequest request, Steering steering, JobContext context)
            throws Exception {
        calls.add(
                "measure "
                        + request.subjects().stream().map(Subject::name).toList()
                        + " against "
                        + request.baseline()
                        + " "
                        + request.mode());
        requests.add(request);
        for (Subject subject : request.subjects()) {
            if (subject instanceof Subject.OfPreset(NamedRecipe recipe)
                    && built.stream().noneMatch(image -> image.name().equals(recipe.name()))) {
                make(recipe, context);
            }
        }
        List<String> names = request.subjects().stream().map(Subject::name).toList();
        session.run(names, request.benchmarks(), request.mode().rounds(), steering, context);
        return request.folder();
    }

    @Override
    public Path resume(Path folder, Steering steering, JobContext context) throws Exception {
        calls.add("resume " + folder);
        Unfinished wanted =
                unfinished.stream().filter(one -> one.folder().equals(folder)).findFirst().get();
        unfinished.remove(wanted);
        session.run(wanted.images(), List.of("nbody", "deltablue"), 6, steering, context);
        return folder;
    }

    @Override
    public WindowState windowState() {
        return kept;
    }

    @Override
    public void keep(WindowState state) {
        calls.add("keep " + state.section());
    }

    @Override
    public Set<FirstStep> taken() {
        return Set.copyOf(steps);
    }

    @Override
    public void keep(Set<FirstStep> taken) {
        steps.addAll(taken);
    }

    @Override
    public String diagnostics(Problem problem, Optional<EngineFacts> engine) {
        return problem.code() + " on " + engine.map(EngineFacts::version).orElse("no engine");
    }

    @Override
    public Path log() {
        return Path.of("logs", "pykiln.log");
    }

    @Override
    public List<Reference> references() {
        return List.of(
                new Reference(
                        "Home Assistant 2020",
                        "The post that PyKiln starts from: Alpine compiled again, 1.34x",
                        List.of(Path.of("reference", "ha-2020"))));
    }

    @Override
    public List<Path> recentSessions() {
        return isNew
                ? List.of()
                : List.of(Path.of("sessions", "2026-11-22-0930"), Path.of("sessions", "smoke"));
    }

    @Override
    public Results results(List<Path> sources, Optional<String> baseline) throws ProblemException {
        if (sources.getFirst().toString().contains("broken")) {
            throw new ProblemException(
                    new Problem(
                            "This is neither a session nor a pyperf file.",
                            sources.getFirst() + ":1:1: expected {",
                            ""));
        }
        Measurements o2 = measurements("debian-o2", 1, 1);
        Measurements o3 = measurements("debian-o3", 0.93, 2);
        boolean swapped = baseline.orElse("debian-o2").equals("debian-o3");
        if (sources.size() == 1 && sources.getFirst().toString().contains("alone")) {
            return new Results(
                    "alone",
                    List.of("alone"),
                    charts(List.of(measurements("alone", 1, 1))),
                    List.of(new ImageDetail("alone", List.of(), Optional.empty(), List.of())),
                    List.of(),
                    List.of(),
                    sources);
        }
        if (sources.getFirst().toString().contains("three")) {
            return new Results(
                    "session of three",
                    List.of("debian-o2", "debian-o3", "gcc-fastest"),
                    charts(List.of(o2, o3, measurements("gcc-fastest", 0.8, 3))),
                    List.of(
                            detail("debian-o2", "-O2", "off", List.of()),
                            detail("debian-o3", "-O3", "off", List.of()),
                            detail("gcc-fastest", "-O3", "full", List.of())),
                    List.of("opt-level", "lto"),
                    List.of(
                            "The load of the host was 1.4 before the first process.",
                            "The processor of the host may change its clock.",
                            "This is a virtual machine."),
                    sources);
        }
        if (sources.getFirst().toString().contains("many")) {
            List<Measurements> all =
                    IntStream.range(0, 16).mapToObj(FakeServices::ofManyDatapoints).toList();
            return new Results(
                    "session of many",
                    all.stream().map(Measurements::name).toList(),
                    charts(all),
                    List.of(),
                    List.of(),
                    List.of(),
                    sources);
        }
        return new Results(
                "session 2026-11-23 14:02",
                List.of("debian-o2", "debian-o3"),
                charts(swapped ? List.of(o3, o2) : List.of(o2, o3)),
                List.of(
                        detail(
                                "debian-o2",
                                "-O2",
                                "off",
                                List.of(new Proven("lto", "no LTO", true, "no -flto"))),
                        detail(
                                "debian-o3",
                                "-O3",
                                "off",
                                List.of(
                                        new Proven("lto", "LTO", true, "-flto"),
                                        new Proven("pgo", "PGO", false, "no -fprofile-use")))),
                List.of("opt-level"),
                List.of("The load of the host was 1.4 before the first process."),
                sources);
    }

    private static ImageDetail detail(String name, String level, String lto, List<Proven> proofs) {
        return new ImageDetail(
                name,
                List.of(new Setting("opt-level", level), new Setting("lto", lto)),
                Optional.of(new ResultServices.Built(126_400_000, Duration.ofSeconds(290), false)),
                proofs);
    }

    /// The second image against the first; one more pair differs in more.
    @Override
    public KnobEffect effect(Results results, String knob) {
        calls.add("effect " + knob);
        Comparison all = results.comparison();
        Comparison pair =
                new Comparison(all.baseline(), all.zone(), List.of(all.candidates().getFirst()));
        return new KnobEffect(
                knob,
                List.of(
                        new KnobEffect.Group("-O2", List.of("debian-o2")),
                        new KnobEffect.Group("-O3", List.of("debian-o3", "gcc-fastest"))),
                List.of(new KnobEffect.Pair("-O2", "-O3", pair)),
                1,
                List.of());
    }

    @Override
    public Path keepPasted(String text) throws ProblemException {
        if (!text.startsWith("{")) {
            throw new ProblemException(Problem.of("clipboard:1:1: expected {"));
        }
        calls.add("keep " + text);
        return Path.of("pasted.json");
    }

    @Override
    public void writeReport(Results results, Path htmlFile) {
        calls.add("report " + htmlFile);
    }

    @Override
    public Replay replay(Results results, Reference reference) throws ProblemException {
        calls.add("replay " + reference.name());
        if (results.title().contains("three")) {
            throw new ProblemException(Problem.of("They have nothing in common."));
        }
        Map<String, Replay.Published> published = new LinkedHashMap<>();
        results.comparison()
                .candidates()
                .getFirst()
                .rows()
                .forEach(row -> published.put(row.name(), new Replay.Published(1.0, 0.75)));
        return new Replay(
                reference.name(),
                reference.description(),
                results.comparison(),
                new LinkedHashMap<>(published),
                List.of());
    }

    @Override
    public List<String> writeBundle(Results results, Path zipFile) {
        calls.add("bundle " + zipFile);
        return List.of("a proxy setting, from failures.jsonl");
    }

    private static ChartData charts(List<Measurements> images) {
        Measurements first = images.getFirst();
        List<DatapointUnits> units = new ArrayList<>();
        for (String datapoint : first.datapoints().keySet()) {
            List<DatapointUnits.OfImage> all = new ArrayList<>();
            for (Measurements image : images) {
                List<ProcessMean> means = new ArrayList<>();
                for (double mean : image.datapoints().get(datapoint).means()) {
                    means.add(new ProcessMean(means.size() + 1, mean));
                }
                List<DatapointUnits.Disturbed> disturbed =
                        datapoint.equals("nbody")
                                ? List.of(
                                        new DatapointUnits.Disturbed(
                                                new ProcessMean(13, means.getFirst().mean() * 1.08),
                                                "other processes used 40 % of its CPU"))
                                : List.of();
                all.add(new DatapointUnits.OfImage(image.name(), all.size(), means, disturbed));
            }
            units.add(new DatapointUnits(datapoint, PerfUnit.SECOND, true, all));
        }
        List<Measurements> others = images.subList(1, images.size());
        Comparison comparison =
                others.isEmpty()
                        ? new Comparison(first.name(), EquivalenceZone.ONE_PERCENT, List.of())
                        : Analysis.compare(first, others, EquivalenceZone.ONE_PERCENT);
        List<Pareto.Image> prices = new ArrayList<>();
        prices.add(price(first.name(), 0, Pareto.Ratio.ONE));
        for (CandidateComparison candidate : comparison.candidates()) {
            RatioEstimate geomean = candidate.geomean();
            Pareto.Ratio time = new Pareto.Ratio(geomean.ratio(), geomean.interval());
            prices.add(price(candidate.name(), prices.size(), time));
        }
        return new ChartData(
                comparison,
                units,
                new Pareto(first.name(), prices),
                Optional.empty(),
                memory(images),
                List.of());
    }

    private static Optional<Comparison> memory(List<Measurements> images) {
        List<Measurements> peaks = new ArrayList<>();
        for (Measurements image : images) {
            double level = 20e6 * (1 + 0.03 * peaks.size());
            Map<String, Sample> samples = new LinkedHashMap<>();
            image.datapoints()
                    .forEach((name, sample) ->
                            samples.put(
                                    name,
                                    Sample.of(
                                            level * (1 + 0.001 * name.length()),
                                            level * 1.001,
                                            level * 0.999,
                                            level)));
            peaks.add(Measurements.of(image.name(), samples));
        }
        return peaks.size() < 2
                ? Optional.empty()
                : Optional.of(
                        Analysis.compare(
                                peaks.getFirst(),
                                peaks.subList(1, peaks.size()),
                                EquivalenceZone.ONE_PERCENT));
    }

    private static Pareto.Image price(String name, int number, Pareto.Ratio time) {
        return new Pareto.Image(
                name,
                number,
                time,
                Optional.of(new Pareto.Ratio(1 + 0.02 * number, null)),
                Optional.of(
                        new Pareto.Built(
                                115_000_000L + 40_000_000L * number, 300 + 600 * number, 18, 2)));
    }

    private static Measurements measurements(String name, double factor, int seed) {
        Random random = new Random(seed);
        Map<String, Sample> samples = new LinkedHashMap<>();
        double[] means = {0.081, 0.0042, 0.000_031, 0.19, 0.000_009, 0.12, 0.046};
        double[] effects = {0.81 / 0.93, 0.97, 1.07, 1.11, 1.0, 0.95, 1.02};
        String[] names = {
            "nbody", "deltablue", "json_loads", "regex_dna", "pickle", "go", "richards"
        };
        for (int i = 0; i < names.length; i++) {
            double[] values = new double[12];
            double effect = factor == 1 ? 1 : factor * effects[i];
            for (int k = 0; k < values.length; k++) {
                values[k] = means[i] * effect * (1 + 0.01 * random.nextGaussian());
            }
            samples.put(names[i], Sample.of(values));
        }
        return Measurements.of(name, samples);
    }

    /// As many as pyperformance and the modules of its packages have.
    private static Measurements ofManyDatapoints(int image) {
        Random random = new Random(image);
        Map<String, Sample> samples = new LinkedHashMap<>();
        for (int datapoint = 0; datapoint < 115; datapoint++) {
            double mean = 0.001 * (1 + datapoint) * (1 - 0.01 * image);
            samples.put(
                    "datapoint_" + datapoint,
                    Sample.of(
                            random.doubles(10)
                                    .map(noise -> mean * (0.99 + 0.02 * noise))
                                    .toArray()));
        }
        return Measurements.of("image-" + image, samples);
    }
}
