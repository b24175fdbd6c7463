package org.pykiln.lab;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pykiln.bench.ProcessMean;
import org.pykiln.bench.Session;
import org.pykiln.bench.SessionResult;
import org.pykiln.bench.UnitMetadata;
import org.pykiln.image.Receipt;
import org.pykiln.pyperf.PerfFile;
import org.pykiln.pyperf.PerfSuite;
import org.pykiln.pyperf.ReferenceResults.Reference;
import org.pykiln.stats.Analysis;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.EquivalenceZone;
import org.pykiln.stats.Measurements;
import org.pykiln.stats.Sample;

/// What was measured of several images, from a session's folder or from pyperf files.
///
/// @param title for people
/// @param images in the order of the session or of the files
/// @param warnings what makes the numbers less certain, a sentence each
public record Results(String title, List<Measured> images, List<String> warnings) {
    public Results {
        images = List.copyOf(images);
        warnings = List.copyOf(warnings);
    }

    /// One image.
    ///
    /// @param receipt where a lab built it
    public record Measured(String name, PerfSuite suite, Optional<Receipt> receipt) {}

    /// @param sources one folder of a session, or pyperf files, or the id of reference results
    /// @throws LabException when there is nothing to compare
    public static Results open(List<Path> sources) throws IOException {
        boolean folder = sources.size() == 1 && Files.isDirectory(sources.getFirst());
        return folder ? ofSession(sources.getFirst()) : ofFiles(sources);
    }

    private static Results ofSession(Path folder) throws IOException {
        if (!Session.exists(folder)) {
            throw LabException.badInput(
                    folder + " holds no session: expected the folder of a bench or a lab");
        }
        Session session = Session.open(folder);
        SessionResult result = session.result();
        List<Measured> images = new ArrayList<>();
        for (var suite : result.suites().entrySet()) {
            images.add(
                    new Measured(
                            suite.getKey(),
                            suite.getValue(),
                            LabFolder.receipt(folder, suite.getKey())));
        }
        List<String> warnings = new ArrayList<>(result.warnings());
        result.failedDatapoints()
                .forEach((name, failure) ->
                        warnings.add(
                                "%s could not be measured: %s".formatted(name, failure.message())));
        String title = folder.toAbsolutePath().normalize().getFileName().toString();
        Results results = new Results(title, images, warnings);
        if (session.plan().precision().isPresent() && images.size() > 1 && results.isWhole()) {
            double wanted = session.plan().precision().orElseThrow().target();
            results.comparison(Optional.empty()).candidates().stream()
                    .flatMap(candidate -> imprecise(candidate, wanted).stream())
                    .forEach(warnings::add);
        }
        return new Results(title, images, warnings);
    }

    /// That a datapoint was given up is part of the result.
    private static Optional<String> imprecise(CandidateComparison candidate, double wanted) {
        String rows =
                candidate.rows().stream()
                        .filter(row -> row.estimate().precision() > wanted)
                        .map(row ->
                                String.format(
                                        Locale.ROOT,
                                        "%s (±%.1f %%)",
                                        row.name(),
                                        row.estimate().precision() * 100))
                        .collect(Collectors.joining(", "));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "%s did not come to ±%s %%: %s.",
                                candidate.name(),
                                BigDecimal.valueOf(wanted * 100)
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                rows));
    }

    private static Results ofFiles(List<Path> files) throws IOException {
        List<PerfFile> read = PerfFiles.read(files);
        var shortener = PerfFile.shortener(read);
        List<Measured> images =
                read.stream()
                        .map(file ->
                                new Measured(
                                        shortener.apply(file.name()),
                                        file.suite(),
                                        Optional.empty()))
                        .toList();
        List<Reference> references =
                files.stream().flatMap(file -> PerfFiles.reference(file).stream()).toList();
        String title =
                references.isEmpty()
                        ? String.join(", ", images.stream().map(Measured::name).toList())
                        : references.getFirst().title();
        return new Results(title, images, references.stream().map(Reference::source).toList());
    }

    /// @param baseline name of an image; empty for the first
    /// @throws LabException when there is no such image, or nothing in common with it
    public Comparison comparison(Optional<String> baseline) {
        if (images.isEmpty()) {
            throw LabException.badInput("nothing was measured yet");
        }
        int reference = baseline.map(this::indexOf).orElse(0);
        List<Measurements> candidates =
                IntStream.range(0, images.size())
                        .filter(i -> i != reference)
                        .mapToObj(i -> measurements(images.get(i)))
                        .toList();
        try {
            return Analysis.compare(
                    measurements(images.get(reference)), candidates, EquivalenceZone.ONE_PERCENT);
        } catch (IllegalArgumentException nothingInCommon) {
            throw LabException.badInput(String.valueOf(nothingInCommon.getMessage()));
        }
    }

    /// As above, or without candidates where there is one image, which has nothing to be compared
    /// with.
    public Comparison comparisonOrAlone(Optional<String> baseline) {
        return images.size() == 1
                ? new Comparison(images.getFirst().name(), EquivalenceZone.ONE_PERCENT, List.of())
                : comparison(baseline);
    }

    /// Whether every image has every datapoint that another one has.
    public boolean isWhole() {
        return images.stream()
                        .map(image -> SessionResult.samples(image.suite()).keySet())
                        .distinct()
                        .count()
                <= 1;
    }

    /// @throws LabException when there is no such image
    Measurements measurements(String name) {
        return measurements(images.get(indexOf(name)));
    }

    private int indexOf(String name) {
        return IntStream.range(0, images.size())
                .filter(i -> images.get(i).name().equals(name))
                .boxed()
                .findFirst()
                .orElseThrow(() ->
                        LabException.badInput(
                                "there is no image %s; expected one of %s"
                                        .formatted(
                                                name,
                                                String.join(
                                                        ", ",
                                                        images.stream()
                                                                .map(Measured::name)
                                                                .toList()))));
    }

    private Measurements measurements(Measured image) {
        boolean rounds = ofOneSession();
        SequencedMap<String, Sample> samples = new LinkedHashMap<>();
        SessionResult.samples(image.suite())
                .forEach((name, means) -> samples.put(name, sample(means, rounds)));
        return Measurements.of(image.name(), samples);
    }

    /// Rounds mean something only inside one session: runs of other files that happen to have the
    /// same number were not measured together.
    boolean ofOneSession() {
        Set<Optional<String>> sessions =
                images.stream()
                        .flatMap(image -> image.suite().benchmarks().stream())
                        .flatMap(benchmark -> benchmark.valueRuns().stream())
                        .map(run -> run.metadata().text(UnitMetadata.SESSION))
                        .collect(Collectors.toSet());
        return sessions.size() == 1 && sessions.iterator().next().isPresent();
    }

    private static Sample sample(List<ProcessMean> means, boolean rounds) {
        Sample sample = SessionResult.sample(means);
        return rounds ? sample : new Sample(sample.means(), List.of());
    }
}
