package org.pykiln;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pykiln.image.Receipt;
import org.pykiln.lab.Bundle;
import org.pykiln.lab.LabException;
import org.pykiln.lab.LabReport;
import org.pykiln.lab.PerfFiles;
import org.pykiln.lab.ResultCharts;
import org.pykiln.pyperf.ReferenceResults;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.report.HtmlReport;
import org.pykiln.report.KnobEffect;
import org.pykiln.report.Replay;
import org.pykiln.stats.Comparison;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.ui.common.ResultServices;
import org.pykiln.ui.common.ResultServices.Built;
import org.pykiln.ui.common.ResultServices.ImageDetail;
import org.pykiln.ui.common.ResultServices.Reference;
import org.pykiln.ui.common.ResultServices.Results;
import org.pykiln.ui.common.ResultServices.Setting;
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
        return Attempt.of(() -> {
            if (results.sources().size() > 1) {
                throw LabException.badInput(
                        "a bundle holds one session, and these results come from %d places"
                                .formatted(results.sources().size()));
            }
            return Bundle.write(results.sources().getFirst(), zipFile, workspace, System.getenv())
                    .removed()
                    .stream()
                    .map(one -> "%s, from %s".formatted(one.what(), one.file()))
                    .toList();
        });
    }

    @Override
    public List<Path> recentSessions() throws ProblemException {
        return Attempt.of(recent::list);
    }

    @Override
    public Results results(List<Path> sources, Optional<String> baseline) throws ProblemException {
        return Attempt.of(() -> {
            var opened = org.pykiln.lab.Results.open(sources);
            Comparison comparison = opened.comparisonOrAlone(baseline);
            return new Results(
                    opened.title(),
                    opened.variants(),
                    ResultCharts.of(opened, comparison),
                    details(opened),
                    opened.knobs().stream().<String>map(Knob::id).toList(),
                    opened.warnings(),
                    sources);
        });
    }

    private static List<ImageDetail> details(org.pykiln.lab.Results opened) {
        List<Recipe> recipes =
                opened.images().stream()
                        .flatMap(image -> image.receipt().stream())
                        .map(Receipt::recipe)
                        .toList();
        List<Knob<?>> different = Catalogue.different(recipes);
        return opened.variants().stream()
                .map(variant -> detail(opened, variant, different))
                .toList();
    }

    private static ImageDetail detail(
            org.pykiln.lab.Results opened, String variant, List<Knob<?>> different) {
        List<Receipt> receipts =
                opened.images().stream()
                        .filter(image -> image.variant().equals(variant))
                        .flatMap(image -> image.receipt().stream())
                        .toList();
        Optional<Receipt> first = receipts.stream().findFirst();
        List<Setting> settings = new ArrayList<>();
        first.ifPresent(receipt ->
                different.forEach(
                        knob -> settings.add(new Setting(knob.id(), receipt.recipe().text(knob)))));
        return new ImageDetail(
                variant,
                settings,
                first.map(WindowResults::built),
                receipts.stream()
                        .flatMap(receipt -> WindowImages.proven(receipt.proofs()).stream())
                        .toList());
    }

    private static Built built(Receipt receipt) {
        return new Built(
                receipt.bytes(),
                Duration.ofSeconds(Math.round(receipt.seconds())),
                2 * receipt.cachedSteps() > receipt.steps());
    }

    @Override
    public KnobEffect effect(Results results, String knob) throws ProblemException {
        return Attempt.of(() ->
                org.pykiln.lab.Results.open(results.sources())
                        .effect(
                                Catalogue.knob(knob),
                                Optional.of(results.comparison().baseline())));
    }

    @Override
    public Path keepPasted(String text) throws ProblemException {
        return Attempt.of(() -> PerfFiles.keep(text, workspace.pasted()));
    }
}
