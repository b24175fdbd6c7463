package org.pykiln;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pykiln.lab.Bundle;
import org.pykiln.lab.LabReport;
import org.pykiln.lab.ResultCharts;
import org.pykiln.lab.Results.Measured;
import org.pykiln.pyperf.ReferenceResults;
import org.pykiln.report.HtmlReport;
import org.pykiln.report.Replay;
import org.pykiln.stats.Comparison;
import org.pykiln.ui.common.ImageServices.Proven;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.ui.common.ResultServices;
import org.pykiln.ui.common.ResultServices.Reference;
import org.pykiln.ui.common.ResultServices.Results;
import org.pykiln.workspace.AtomicFiles;
import org.pykiln.workspace.RecentFolders;
import org.pykiln.workspace.Workspace;

/// Results that the window shows, and what it makes of them: reports, bundles, and a published
/// table beside.
final class WindowResults implements ResultServices {
    private final Workspace workspace;
    private final RecentFolders recent;

    WindowResults(Workspace workspace, RecentFolders recent) {
        this.workspace = workspace;
        this.recent = recent;
    }

    @Override
    public List<Reference> references() {
        return ReferenceResults.all().stream()
                .map(one -> new Reference(one.title(), one.source(), List.of(Path.of(one.id()))))
                .toList();
    }

    @Override
    public void writeReport(Results results, Path htmlFile) throws ProblemException {
        Attempt.of(() -> {
            var opened = org.pykiln.lab.Results.open(results.sources());
            AtomicFiles.write(htmlFile, HtmlReport.of(LabReport.of(opened, results.comparison())));
            return htmlFile;
        });
    }

    @Override
    public Replay replay(Results results, Reference reference) throws ProblemException {
        return Attempt.of(() ->
                org.pykiln.lab.Results.open(results.sources())
                        .beside(
                                reference.sources().getFirst().toString(),
                                Optional.of(results.comparison().baseline())));
    }

    @Override
    public List<String> writeBundle(Results results, Path zipFile) throws ProblemException {
        return Attempt.of(() ->
                Bundle.write(results.sources().getFirst(), zipFile, workspace, System.getenv())
                        .removed()
                        .stream()
                        .map(one -> "%s, from %s".formatted(one.what(), one.file()))
                        .toList());
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
                                        .addAll(WindowImages.proven(receipt.proofs())));
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
}
