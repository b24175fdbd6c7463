package org.pykiln.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pykiln.image.Receipt;
import org.pykiln.lab.Results.Measured;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.report.AnalysisJson;
import org.pykiln.report.CsvTable;
import org.pykiln.report.HtmlReport;
import org.pykiln.report.ImageFacts;
import org.pykiln.report.MarkdownReport;
import org.pykiln.report.Report;
import org.pykiln.stats.Comparison;
import org.pykiln.workspace.AtomicFiles;

/// What came out of a lab, as files for people and for scripts.
public final class LabReport {
    private LabReport() {}

    /// Writes `report.html`, `comparison.md`, `comparison.csv` and `analysis.json` into the folder.
    public static void write(Results results, Comparison comparison, Path folder)
            throws IOException {
        Report report = of(results, comparison);
        AtomicFiles.write(folder.resolve("report.html"), HtmlReport.of(report));
        AtomicFiles.write(folder.resolve("comparison.md"), MarkdownReport.of(report));
        AtomicFiles.write(folder.resolve("comparison.csv"), CsvTable.of(comparison));
        AtomicFiles.write(
                folder.resolve("analysis.json"),
                AnalysisJson.of(comparison, results.warnings())
                        .withVariances(results.variances(comparison))
                        .withMemory(results.memory(comparison.baseline()))
                        .text());
    }

    public static Report of(Results results, Comparison comparison) {
        return new Report(
                results.title(),
                "%d images, baseline %s".formatted(results.images().size(), comparison.baseline()),
                ResultCharts.of(results, comparison),
                results.images().stream().map(LabReport::facts).toList(),
                results.warnings());
    }

    private static ImageFacts facts(Measured image) {
        Map<String, String> facts = new LinkedHashMap<>();
        image.receipt().ifPresent(receipt -> put(facts, receipt));
        image.suite().metadata().entries().forEach((key, value) -> put(facts, key, value));
        List<ImageFacts.ProofLine> proofs =
                image.receipt().stream()
                        .flatMap(receipt -> receipt.proofs().stream())
                        .map(proof ->
                                new ImageFacts.ProofLine(
                                        proof.knob(), proof.claim(), proof.holds(), proof.seen()))
                        .toList();
        return ImageFacts.of(image.name(), facts, proofs);
    }

    private static void put(Map<String, String> facts, Receipt receipt) {
        facts.put("image", receipt.image());
        facts.put("digest", receipt.digest());
        facts.put("size", String.format(Locale.ROOT, "%.1f MB", receipt.bytes() / 1e6));
        facts.put("built", receipt.built() + " on engine " + receipt.engineVersion());
        for (Knob<?> knob : Catalogue.knobs()) {
            facts.put(knob.id(), receipt.recipe().text(knob));
        }
    }

    /// Of pyperf's metadata only what tells hosts and interpreters apart.
    private static void put(Map<String, String> facts, String key, Object value) {
        switch (key) {
            case "cpu_model_name", "cpu_count", "platform", "python_version", "perf_version" ->
                    facts.putIfAbsent(key, value.toString());
            default -> {}
        }
    }
}
