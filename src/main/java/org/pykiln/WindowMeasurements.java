package org.pykiln;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pykiln.bench.BenchmarkCatalogue;
import org.pykiln.bench.BenchmarkGroup;
import org.pykiln.bench.HostFacts;
import org.pykiln.bench.HostInspection;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.ImageFacts;
import org.pykiln.image.Receipts;
import org.pykiln.job.JobContext;
import org.pykiln.lab.LabException;
import org.pykiln.lab.LabOrder;
import org.pykiln.lab.UnfinishedLab;
import org.pykiln.lab.Workshop;
import org.pykiln.recipe.Catalogue;
import org.pykiln.ui.common.MeasureServices;
import org.pykiln.ui.common.MeasureServices.Benchmark;
import org.pykiln.ui.common.MeasureServices.Forecast;
import org.pykiln.ui.common.MeasureServices.MeasureRequest;
import org.pykiln.ui.common.MeasureServices.Steering;
import org.pykiln.ui.common.MeasureServices.Unfinished;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.workspace.RecentFolders;
import org.pykiln.workspace.Workspace;

/// Sessions in the workspace, by the lab that the command line uses.
final class WindowMeasurements implements MeasureServices {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss");

    private final Workspace workspace;
    private final RecentFolders recent;
    private final Workshop.Opener workshops;
    private final WindowJobs jobs;

    WindowMeasurements(
            Workspace workspace, RecentFolders recent, Workshop.Opener workshops, WindowJobs jobs) {
        this.workspace = workspace;
        this.recent = recent;
        this.workshops = workshops;
        this.jobs = jobs;
    }

    @Override
    public List<Benchmark> benchmarks() {
        return BenchmarkCatalogue.shipped().benchmarks().stream()
                .map(one ->
                        new Benchmark(
                                one.name(),
                                one.tags(),
                                Stream.of(BenchmarkGroup.values())
                                        .filter(group -> group.holds(one))
                                        .collect(Collectors.toSet())))
                .toList();
    }

    @Override
    public Path proposeSessionFolder() {
        return workspace
                .sessions()
                .resolve(STAMP.format(LocalDateTime.now(ZoneId.systemDefault())));
    }

    @Override
    public Forecast forecast(MeasureRequest request) {
        LabOrder order = WindowOrders.numbered(request);
        return new Forecast(
                order.images(), order.datapoints().size(), order.units(), order.estimate());
    }

    @Override
    public Optional<HostFacts> host() throws ProblemException {
        return Attempt.of(() -> {
            try (Workshop workshop = workshops.open()) {
                Engine engine = workshop.engine();
                return HostInspection.ofAny(engine, likeliest(engine), new Cancellation());
            }
        });
    }

    /// Those of the engine's own architecture, and first those that are known to have run: the ones
    /// with a receipt were proven by running them.
    private List<ImageFacts> likeliest(Engine engine) throws IOException {
        String own = engine.facts().architecture();
        Set<String> proven = new Receipts(workspace.receipts()).digests().keySet();
        return engine.images(Map.of(Catalogue.RECIPE_LABEL, "")).stream()
                .filter(image -> image.architecture().equals(own))
                .sorted(Comparator.comparing(image -> !proven.contains(image.id())))
                .toList();
    }

    @Override
    public List<Unfinished> unfinished() throws ProblemException {
        return Attempt.of(() -> {
            List<Unfinished> found = new ArrayList<>();
            for (Path folder : recent.list()) {
                UnfinishedLab.in(folder)
                        .map(lab ->
                                new Unfinished(
                                        folder, lab.order().names(), lab.measured(), lab.wanted()))
                        .ifPresent(found::add);
            }
            return found;
        });
    }

    @Override
    public Path measure(MeasureRequest request, Steering steering, JobContext context)
            throws Exception {
        return Attempt.of(() -> {
            jobs.measure(WindowOrders.of(request), request.folder(), steering, context);
            return request.folder();
        });
    }

    @Override
    public Path resume(Path folder, Steering steering, JobContext context) throws Exception {
        return Attempt.of(() -> {
            UnfinishedLab lab =
                    UnfinishedLab.in(folder)
                            .orElseThrow(() ->
                                    LabException.badInput(
                                            folder + " holds no session that could go on."));
            jobs.measure(lab.order(), folder, steering, context);
            return folder;
        });
    }
}
