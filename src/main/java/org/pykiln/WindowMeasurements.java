package org.pykiln;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.pykiln.bench.BenchmarkCatalogue;
import org.pykiln.job.JobContext;
import org.pykiln.ui.common.MeasureServices;
import org.pykiln.ui.common.MeasureServices.Benchmark;
import org.pykiln.ui.common.MeasureServices.MeasureRequest;
import org.pykiln.workspace.Workspace;

/// Sessions in the workspace, by the lab that the command line uses.
final class WindowMeasurements implements MeasureServices {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss");

    private final Workspace workspace;
    private final WindowJobs jobs;

    WindowMeasurements(Workspace workspace, WindowJobs jobs) {
        this.workspace = workspace;
        this.jobs = jobs;
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
}
