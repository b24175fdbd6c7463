package org.pykiln.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.pykiln.bench.Kit;
import org.pykiln.bench.PlannedImage;
import org.pykiln.bench.Session;
import org.pykiln.image.Receipt;
import org.pykiln.image.ReceiptJson;
import org.pykiln.lab.BundleManifest.Content;
import org.pykiln.lab.BundleManifest.Image;
import org.pykiln.lab.BundleManifest.Removed;
import org.pykiln.plan.PythonRelease;
import org.pykiln.preset.Preset;
import org.pykiln.preset.PresetFile;
import org.pykiln.pyperf.PerfJson;
import org.pykiln.pyperf.PerfSuite;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Printable;
import org.pykiln.report.AnalysisJson;
import org.pykiln.report.CsvTable;
import org.pykiln.report.HtmlReport;
import org.pykiln.report.MarkdownReport;
import org.pykiln.report.Report;
import org.pykiln.source.Sha256;
import org.pykiln.stats.Comparison;

/// Gathers what a bundle holds, as a pure function of a session's folder: the same session gives
/// the same files, on whichever machine.
final class BundleFiles {
    private static final List<String> LADDER =
            List.of("ladder.csv", "ladder.html", "ladder.json", "ladder.md", "ladder.svg");

    private final Path folder;
    private final PrivateText privacy;
    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private final List<Removed> removed = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();

    private BundleFiles(Path folder, PrivateText privacy) {
        this.folder = folder;
        this.privacy = privacy;
    }

    /// A bundle's files by name, the manifest among them.
    record Gathered(BundleManifest manifest, SequencedMap<String, byte[]> files) {}

    /// @throws LabException when something private is where it cannot be removed
    static Gathered of(Path folder, PrivateText privacy) throws IOException {
        Session session = Session.open(folder);
        Results results = Results.open(List.of(folder));
        return new BundleFiles(folder, privacy).gather(session, results);
    }

    private Gathered gather(Session session, Results results) throws IOException {
        if (!results.title().codePoints().allMatch(Printable::isPlain)) {
            throw LabException.badInput(
                    "the folder's name is no title: \"%s\"; expected plain text"
                            .formatted(Printable.of(results.title())));
        }
        for (String name : session.files()) {
            boolean told = name.equals("failures.jsonl") || name.equals("warnings.txt");
            String text = read(name);
            if (told) {
                putCleaned(name, text);
            } else {
                put(name, text);
            }
        }
        if (Files.exists(folder.resolve("lab.json"))) {
            put("lab.json", read("lab.json"));
        }
        TreeMap<String, PerfSuite> suites = new TreeMap<>();
        for (Results.Measured image : results.images()) {
            suites.put(image.name(), image.suite());
            put(image.name() + ".json", text(image.suite()));
        }
        for (PlannedImage image : session.plan().images()) {
            images.add(image(image));
        }
        conclusions(results);
        put("bundle/host.json", BundleJson.host(suites));
        if (session.plan().kit().equals(Kit.HASH)) {
            put("bundle/kit.txt", Kit.lockText());
        }
        put("README.md", BundleReadme.of(results.title(), session.plan(), images, receipts()));
        BundleManifest manifest = manifest(session, results.title());
        put(BundleManifest.NAME, BundleJson.write(manifest));
        return new Gathered(manifest, files);
    }

    private BundleManifest manifest(Session session, String title) {
        TreeMap<String, Content> contents = new TreeMap<>();
        files.forEach(
                (name, bytes) -> contents.put(name, new Content(bytes.length, Sha256.of(bytes))));
        return new BundleManifest(
                title,
                session.plan().id(),
                Bundle.version(),
                session.plan().kit(),
                images,
                removed,
                contents);
    }

    /// What an image is built from, where it was built from a recipe.
    private Image image(PlannedImage image) throws IOException {
        Path file = LabFolder.receiptFile(folder, image.name());
        Optional<Receipt> receipt = LabFolder.receipt(folder, image.name());
        if (receipt.isEmpty()) {
            return new Image(image.name(), image.reference(), image.id(), Optional.empty());
        }
        put("receipts/" + image.name() + ".json", ReceiptJson.withoutEndpoint(text(file)));
        String below = "bundle/images/" + image.name() + "/";
        PythonRelease release = Catalogue.plan(receipt.get().recipe()).python().value();
        put(below + "Dockerfile", receipt.get().dockerfile());
        put(below + "SHA256SUMS", release.sha256() + "  " + release.archive() + "\n");
        put(
                below + "preset.json",
                PresetFile.text(
                        new Preset(
                                Preset.nameLike(image.name()),
                                "",
                                List.of(),
                                receipt.get().recipe())));
        return new Image(
                image.name(), image.reference(), image.id(), Optional.of(below + "preset.json"));
    }

    private TreeMap<String, Receipt> receipts() throws IOException {
        TreeMap<String, Receipt> receipts = new TreeMap<>();
        for (Image image : images) {
            LabFolder.receipt(folder, image.name())
                    .ifPresent(receipt -> receipts.put(image.name(), receipt));
        }
        return receipts;
    }

    /// The tables as this version makes them, to be read without it, and what a ladder left.
    private void conclusions(Results results) throws IOException {
        if (results.isComparable()) {
            Comparison comparison = results.comparison(Optional.empty());
            Report report = LabReport.of(results, comparison);
            putCleaned("report.html", HtmlReport.of(report));
            putCleaned("comparison.md", MarkdownReport.of(report));
            putCleaned("comparison.csv", CsvTable.of(comparison));
            putCleaned("analysis.json", AnalysisJson.of(comparison, results.warnings()).text());
        }
        for (String name : LADDER) {
            if (Files.exists(folder.resolve(name))) {
                putCleaned(name, read(name));
            }
        }
    }

    private static String text(PerfSuite suite) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PerfJson.write(suite, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String read(String name) throws IOException {
        return text(folder.resolve(name));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /// What was measured and built is told as it is, or not at all.
    private void put(String name, String text) {
        privacy.find(text)
                .ifPresent(what -> {
                    throw LabException.badInput(
                            "%s cannot be given away: it holds %s. Nothing was written."
                                    .formatted(name, what));
                });
        keep(name, text);
    }

    private void putCleaned(String name, String text) {
        PrivateText.Cleaned cleaned = privacy.clean(text);
        cleaned.removed().forEach((what, times) -> removed.add(new Removed(name, what, times)));
        keep(name, cleaned.text());
    }

    private void keep(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
