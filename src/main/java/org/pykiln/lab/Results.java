package org.pykiln.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pykiln.bench.ProcessMean;
import org.pykiln.bench.SessionResult;
import org.pykiln.bench.UnitMetadata;
import org.pykiln.image.Receipt;
import org.pykiln.pyperf.PerfFile;
import org.pykiln.pyperf.PerfSuite;
import org.pykiln.pyperf.ReferenceResults;
import org.pykiln.pyperf.ReferenceResults.Reference;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Printable;
import org.pykiln.report.KnobEffect;
import org.pykiln.report.Replay;
import org.pykiln.report.Variance;
import org.pykiln.stats.Analysis;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.EquivalenceZone;
import org.pykiln.stats.Measurements;
import org.pykiln.stats.Sample;
import org.pykiln.stats.Variant;

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
    /// @param build what it is a build of; empty where it speaks for itself alone
    ///
    /// @param receipt where a lab built it
    public record Measured(
            String name, PerfSuite suite, Optional<Receipt> receipt, Optional<String> build) {

        /// Name of what is compared.
        public String variant() {
            return build.orElse(name);
        }

        /// The same image, named after where it comes from too; a file that is named so already
        /// keeps its name.
        Measured in(String title) {
            return name.equals(title)
                    ? this
                    : new Measured(
                            title + "/" + name,
                            suite,
                            receipt,
                            build.map(variant -> title + "/" + variant));
        }

        /// Ids of the sessions that its runs are of; empty for runs of none.
        Set<Optional<String>> sessions() {
            return suite.benchmarks().stream()
                    .flatMap(benchmark -> benchmark.valueRuns().stream())
                    .map(run -> run.metadata().text(UnitMetadata.SESSION))
                    .collect(Collectors.toSet());
        }
    }

    /// @param sources folders of sessions, bundles, pyperf files, ids of reference results; the
    ///   baseline is the first image of the first
    /// @throws LabException when there is nothing to compare
    public static Results open(List<Path> sources) throws IOException {
        if (sources.stream().noneMatch(Results::isSession)) {
            return ofFiles(sources);
        }
        if (sources.size() > 1) {
            return SeveralResults.of(sources);
        }
        Path only = sources.getFirst();
        return Bundle.is(only) ? Bundle.read(only, SessionResults::of) : SessionResults.of(only);
    }

    private static boolean isSession(Path source) {
        return Files.isDirectory(source) || Bundle.is(source);
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
                                        Optional.empty(),
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

    /// Names of what is compared, in order: those of the images where each is the only build.
    public List<String> variants() {
        return images.stream().map(Measured::variant).distinct().toList();
    }

    /// Compares variants, by all of their builds.
    ///
    /// @param baseline name of a variant; empty for the first
    /// @throws LabException when there is no such variant, or nothing in common with it
    public Comparison comparison(Optional<String> baseline) {
        if (images.isEmpty()) {
            throw LabException.badInput("nothing was measured yet");
        }
        return comparison(baseline, measurements -> measurements);
    }

    /// @param narrowed what of the measurements of each image is compared
    Comparison comparison(Optional<String> baseline, UnaryOperator<Measurements> narrowed) {
        List<Variant> variants = variants(image -> narrowed.apply(measurements(image)));
        int reference = baseline.map(name -> indexOf(variants(), name)).orElse(0);
        List<Variant> candidates =
                IntStream.range(0, variants.size())
                        .filter(i -> i != reference)
                        .mapToObj(variants::get)
                        .toList();
        try {
            return Analysis.compareVariants(
                    variants.get(reference), candidates, EquivalenceZone.ONE_PERCENT);
        } catch (IllegalArgumentException nothingInCommon) {
            throw LabException.badInput(String.valueOf(nothingInCommon.getMessage()));
        }
    }

    /// As above, or without candidates where there is one variant, which has nothing to be compared
    /// with.
    public Comparison comparisonOrAlone(Optional<String> baseline) {
        return variants().size() == 1
                ? new Comparison(variants().getFirst(), EquivalenceZone.ONE_PERCENT, List.of())
                : comparison(baseline);
    }

    /// Where the errors of a comparison of these results come from, one a candidate.
    public List<Variance> variances(Comparison comparison) {
        return Variances.of(this, comparison);
    }

    /// Peak memory, compared as times are; nothing where fewer than two variants tell it of a
    /// common datapoint.
    ///
    /// @param baseline name of a variant
    public Optional<Comparison> memory(String baseline) {
        return PeakMemory.comparison(this, baseline);
    }

    /// The knobs in which images differ that tell their recipes, and whose proofs hold.
    public List<Knob<?>> knobs() {
        return KnobEffects.turned(this);
    }

    /// What a knob is worth, by the pairs of images that differ in nothing else.
    ///
    /// @param baseline name of a variant, whose value comes first; empty for the first
    /// @throws LabException when the images do not differ in the knob
    public KnobEffect effect(Knob<?> knob, Optional<String> baseline) {
        return KnobEffects.of(this, knob, baseline);
    }

    /// What is compared, each build by what was measured of it.
    List<Variant> variants(Function<Measured, Measurements> measured) {
        List<List<Measured>> groups = new ArrayList<>();
        for (Measured image : images) {
            groups.stream()
                    .filter(group -> image.build().isPresent())
                    .filter(group -> group.getFirst().build().equals(image.build()))
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new ArrayList<>());
                        return groups.getLast();
                    })
                    .add(image);
        }
        return groups.stream()
                .map(group ->
                        new Variant(
                                group.getFirst().variant(), group.stream().map(measured).toList()))
                .toList();
    }

    /// A published comparison beside this one.
    ///
    /// @param reference id of the reference results
    /// @param baseline name of an image; empty for the first
    /// @throws LabException when there is no such reference or image, or nothing in common
    public Replay beside(String reference, Optional<String> baseline) {
        Reference published =
                ReferenceResults.byId(reference)
                        .orElseThrow(() ->
                                LabException.badInput(
                                        "there are no reference results \"%s\"; expected %s"
                                                .formatted(
                                                        Printable.of(reference),
                                                        ReferenceResults.all().stream()
                                                                .map(Reference::id)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                " or ")))));
        return new Beside(published, this).replay(baseline);
    }

    /// Whether there is anything to compare: two images, and something in common with the first.
    boolean isComparable() {
        return variants().size() > 1
                && images.stream()
                        .map(image -> SessionResult.samples(image.suite()).keySet())
                        .allMatch(names ->
                                !Collections.disjoint(
                                        names,
                                        SessionResult.samples(images.getFirst().suite()).keySet()));
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
        List<String> names = images.stream().map(Measured::name).toList();
        return measurements(images.get(indexOf(names, name)));
    }

    private static int indexOf(List<String> names, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw LabException.badInput(
                    "there is no image %s; expected one of %s"
                            .formatted(name, String.join(", ", names)));
        }
        return index;
    }

    private Measurements measurements(Measured image) {
        SequencedMap<String, Sample> samples = new LinkedHashMap<>();
        SessionResult.samples(image.suite())
                .forEach((name, means) ->
                        samples.put(
                                name,
                                new Sample(
                                        means.stream().map(ProcessMean::mean).toList(),
                                        Rounds.of(this, image, means))));
        return Measurements.of(image.name(), samples);
    }

    /// Rounds mean something only inside one session: runs of other files that happen to have the
    /// same number were not measured together.
    boolean ofOneSession() {
        Set<Optional<String>> sessions =
                images.stream()
                        .flatMap(image -> image.sessions().stream())
                        .collect(Collectors.toSet());
        return sessions.size() == 1 && sessions.iterator().next().isPresent();
    }
}
