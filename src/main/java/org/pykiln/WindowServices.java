package org.pykiln;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pykiln.bench.BenchmarkCatalogue;
import org.pykiln.dockerfile.Dockerfile;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineArchitecture;
import org.pykiln.engine.EngineArchitectures;
import org.pykiln.engine.EngineCandidate;
import org.pykiln.engine.EngineDiscovery;
import org.pykiln.engine.ImageFacts;
import org.pykiln.image.BuildContext;
import org.pykiln.image.ContextFile;
import org.pykiln.image.ContextFiles;
import org.pykiln.image.ProofResult;
import org.pykiln.image.Receipt;
import org.pykiln.image.Receipts;
import org.pykiln.job.JobContext;
import org.pykiln.lab.ResultCharts;
import org.pykiln.lab.Results.Measured;
import org.pykiln.lab.Workshop;
import org.pykiln.plan.BuildPlan;
import org.pykiln.preset.Preset;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.recipe.BadValueException;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.report.Replay;
import org.pykiln.stats.Comparison;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.ui.common.Services;
import org.pykiln.ui.common.WindowState;
import org.pykiln.workspace.RecentFolders;
import org.pykiln.workspace.Workspace;

/// What the window asks for, by the same services that the command line uses.
final class WindowServices implements Services {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss");

    private final Workspace workspace;
    private final WindowPresets presets;
    private final EngineDiscovery engines;
    private final EngineArchitectures architectures;
    private final Workshop.Opener workshops;
    private final ContextFiles contextFiles;
    private final RecentFolders recent;
    private final WindowJobs jobs;
    private final WindowMemory window;

    WindowServices(
            Workspace workspace,
            PresetLibrary library,
            EngineDiscovery engines,
            EngineArchitectures architectures,
            Workshop.Opener workshops,
            ContextFiles contextFiles,
            RecentFolders recent) {
        this.workspace = workspace;
        this.presets = new WindowPresets(library);
        this.engines = engines;
        this.architectures = architectures;
        this.workshops = workshops;
        this.contextFiles = contextFiles;
        this.recent = recent;
        this.jobs = new WindowJobs(workshops);
        this.window = new WindowMemory(workspace.windowFile());
    }

    @Override
    public PresetList presets() {
        return presets.list();
    }

    @Override
    public NamedRecipe open(Path file) throws ProblemException {
        return presets.open(file);
    }

    @Override
    public NamedRecipe save(NamedRecipe recipe, boolean overwrite) throws ProblemException {
        return presets.save(recipe, overwrite);
    }

    @Override
    public String presetName(String text) {
        return Preset.nameLike(text);
    }

    @Override
    public Dockerfile dockerfile(Recipe recipe) {
        return Renderer.render(Catalogue.plan(recipe));
    }

    @Override
    public List<Path> export(NamedRecipe recipe, Path folder) throws ProblemException {
        return Attempt.of(() -> {
            BuildPlan plan = Catalogue.plan(recipe.recipe());
            List<ContextFile> files = contextFiles.of(plan, line -> {}, new Cancellation());
            return new BuildContext(Renderer.render(plan), files).export().writeFolder(folder);
        });
    }

    @Override
    public EngineStatus engine() {
        List<EngineCandidate> candidates = engines.candidates();
        Optional<EngineCandidate> first =
                candidates.stream().filter(EngineCandidate::usable).findFirst();
        return new EngineStatus(
                candidates.stream()
                        .map(one ->
                                new EngineAttempt(
                                        one.name(), one.endpoint(), one.usable(), one.reason()))
                        .toList(),
                first.flatMap(EngineCandidate::facts),
                WindowCommands.SETUP);
    }

    @Override
    public Executed executed() throws ProblemException {
        return Attempt.of(() -> {
            try (Engine engine = engines.open()) {
                architectures.forget();
                List<EngineArchitecture> all = architectures.of(engine);
                List<String> missing =
                        all.stream()
                                .filter(one -> !one.isExecuted())
                                .map(EngineArchitecture::name)
                                .toList();
                return new Executed(all, WindowCommands.registering(engine.facts(), missing));
            }
        });
    }

    @Override
    public List<BuiltImage> images() throws ProblemException {
        return Attempt.of(() -> {
            Receipts receipts = new Receipts(workspace.receipts());
            List<BuiltImage> built = new ArrayList<>();
            try (Workshop workshop = workshops.open()) {
                for (ImageFacts image :
                        workshop.engine().images(Map.of(Catalogue.RECIPE_LABEL, ""))) {
                    built.add(built(image, receipts));
                }
            }
            return built;
        });
    }

    @Override
    public BuiltImage build(NamedRecipe recipe, BuildOptions options, JobContext context)
            throws Exception {
        return Attempt.of(() -> built(jobs.build(recipe, options.noCache(), context)));
    }

    @Override
    public List<Benchmark> benchmarks() {
        return BenchmarkCatalogue.shipped().benchmarks().stream()
                .map(one -> new Benchmark(one.name(), one.tags(), one.smoke()))
                .toList();
    }

    @Override
    public Path proposeSessionFolder() {
        return workspace
                .sessions()
                .resolve(STAMP.format(LocalDateTime.now(ZoneId.systemDefault())));
    }

    @Override
    public Path measure(MeasureRequest request, JobContext context) throws Exception {
        return Attempt.of(() -> {
            jobs.measure(request, context);
            return request.folder();
        });
    }

    @Override
    public List<Reference> references() {
        return WindowResults.references();
    }

    @Override
    public List<Path> recentSessions() throws ProblemException {
        return Attempt.of(recent::list);
    }

    @Override
    public Results results(List<Path> sources, Optional<String> baseline) throws ProblemException {
        return Attempt.of(() -> {
            var opened = org.pykiln.lab.Results.open(sources);
            Map<String, List<Proven>> proofs = new LinkedHashMap<>();
            for (Measured image : opened.images()) {
                image.receipt()
                        .ifPresent(receipt ->
                                proofs.computeIfAbsent(image.variant(), of -> new ArrayList<>())
                                        .addAll(proven(receipt.proofs())));
            }
            Comparison comparison = opened.comparisonOrAlone(baseline);
            return new Results(
                    opened.title(),
                    opened.variants(),
                    ResultCharts.of(opened, comparison),
                    proofs,
                    opened.warnings(),
                    sources);
        });
    }

    @Override
    public void writeReport(Results results, Path htmlFile) throws ProblemException {
        WindowResults.writeReport(results, htmlFile);
    }

    @Override
    public Replay replay(Results results, Reference reference) throws ProblemException {
        return WindowResults.replay(results, reference);
    }

    @Override
    public List<String> writeBundle(Results results, Path zipFile) throws ProblemException {
        return WindowResults.writeBundle(results, zipFile, workspace);
    }

    @Override
    public WindowState windowState() {
        return window.read();
    }

    @Override
    public void keep(WindowState state) {
        window.keep(state);
    }

    private static BuiltImage built(ImageFacts image, Receipts receipts) throws IOException {
        Optional<Recipe> recipe = recipe(image);
        Optional<Receipt> receipt =
                recipe.isPresent() ? receipts.of(recipe.get()) : Optional.empty();
        if (receipt.filter(one -> one.digest().equals(image.id())).isPresent()) {
            return built(receipt.get());
        }
        String reference = image.tags().isEmpty() ? image.id() : image.tags().getFirst();
        return new BuiltImage(
                reference, reference, image.id(), Duration.ZERO, image.bytes(), recipe, List.of());
    }

    /// Nothing for an image of another version of PyKiln, with knobs that this one does not know.
    private static Optional<Recipe> recipe(ImageFacts image) {
        try {
            return Catalogue.fromLabels(image.labels());
        } catch (BadValueException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private static BuiltImage built(Receipt receipt) {
        return new BuiltImage(
                receipt.name(),
                receipt.image(),
                receipt.digest(),
                Duration.ofMillis(Math.round(receipt.seconds() * 1000)),
                receipt.bytes(),
                Optional.of(receipt.recipe()),
                proven(receipt.proofs()));
    }

    private static List<Proven> proven(List<ProofResult> proofs) {
        return proofs.stream()
                .map(one -> new Proven(one.knob(), one.claim(), one.holds(), one.seen()))
                .toList();
    }
}
