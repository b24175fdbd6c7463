package org.pykiln;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pykiln.lab.Bundle;
import org.pykiln.lab.LabReport;
import org.pykiln.pyperf.ReferenceResults;
import org.pykiln.report.HtmlReport;
import org.pykiln.report.Replay;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.ui.common.Services.Reference;
import org.pykiln.ui.common.Services.Results;
import org.pykiln.workspace.AtomicFiles;
import org.pykiln.workspace.Workspace;

/// What the window makes of results that it shows: reports, bundles, and a published table beside.
final class WindowResults {
    private WindowResults() {}

    static List<Reference> references() {
        return ReferenceResults.all().stream()
                .map(one -> new Reference(one.title(), one.source(), List.of(Path.of(one.id()))))
                .toList();
    }

    static void writeReport(Results results, Path htmlFile) throws ProblemException {
        Attempt.of(() -> {
            var opened = org.pykiln.lab.Results.open(results.sources());
            AtomicFiles.write(htmlFile, HtmlReport.of(LabReport.of(opened, results.comparison())));
            return htmlFile;
        });
    }

    static Replay replay(Results results, Reference reference) throws ProblemException {
        return Attempt.of(() ->
                org.pykiln.lab.Results.open(results.sources())
                        .beside(
                                reference.sources().getFirst().toString(),
                                Optional.of(results.comparison().baseline())));
    }

    /// @return what was removed, in words
    static List<String> writeBundle(Results results, Path zipFile, Workspace workspace)
            throws ProblemException {
        return Attempt.of(() ->
                Bundle.write(results.sources().getFirst(), zipFile, workspace, System.getenv())
                        .removed()
                        .stream()
                        .map(one -> "%s, from %s".formatted(one.what(), one.file()))
                        .toList());
    }
}
