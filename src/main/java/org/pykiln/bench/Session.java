package org.pykiln.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.pykiln.pyperf.PerfBenchmark;
import org.pykiln.pyperf.PerfDataException;
import org.pykiln.pyperf.PerfRun;
import org.pykiln.pyperf.PerfSuite;
import org.pykiln.workspace.AtomicFiles;

/// A session on disk: its plan and what has been measured. Every file in the folder is there whole
/// or not at all.
///
/// `session.json` is the plan, `units/IMAGE/DATAPOINT/ROUND.json` a pyperf file for each unit,
/// `calibration/DATAPOINT.json` the run that found the loops, `failures.jsonl` what failed,
/// `warnings.txt` what made the last run less certain, `finished.txt` how many rounds have come to
/// their end, and `IMAGE.json` the merged suite.
public final class Session {
    private final Path folder;
    private final SessionPlan plan;

    Session(Path folder, SessionPlan plan) {
        this.folder = folder;
        this.plan = plan;
    }

    /// Makes the folder and writes the plan, before anything is measured.
    ///
    /// A folder that holds a session of the same work is resumed, under its own id and seed: the
    /// same images by content, datapoints and limits. It gets the larger number of rounds of both,
    /// so a quick session can be made a rigorous one.
    ///
    /// @throws BenchException with [BenchProblem.SessionMismatch] when it holds other work
    /// @throws UncheckedIOException when the folder cannot be written
    public static Session create(Path folder, SessionPlan plan) {
        SessionPlan effective = plan;
        if (exists(folder)) {
            SessionPlan there = open(folder).plan;
            requireSameWork(folder, there, plan);
            effective = there.withRounds(Math.max(there.rounds(), plan.rounds()));
        }
        return written(folder, effective);
    }

    private static Session written(Path folder, SessionPlan plan) {
        try {
            AtomicFiles.write(Journal.planFile(folder), SessionPlanJson.text(plan));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Session(folder, plan);
    }

    private static void requireSameWork(Path folder, SessionPlan there, SessionPlan wanted) {
        String difference = "";
        if (!there.kit().equals(wanted.kit())) {
            difference = "was made with another version of the benchmark kit";
        } else if (!there.images().equals(wanted.images())) {
            difference = "has other images, or images that were built anew since";
        } else if (!there.datapoints().equals(wanted.datapoints())) {
            difference = "has other benchmarks";
        } else if (there.warmups() != wanted.warmups()
                || there.values() != wanted.values()
                || there.minTimeMillis() != wanted.minTimeMillis()) {
            difference = "has other numbers of values";
        } else if (!there.cpuset().equals(wanted.cpuset())
                || there.memoryBytes() != wanted.memoryBytes()) {
            difference = "has other limits of CPUs or memory";
        } else if (!there.precision().equals(wanted.precision())) {
            difference = "was to end at another precision";
        }
        if (!difference.isEmpty()) {
            throw new BenchProblem.SessionMismatch(
                            "The session in %s %s.".formatted(folder, difference),
                            "Choose another folder.")
                    .exception();
        }
    }

    /// Opens the session in a folder.
    ///
    /// @throws BenchException with [BenchProblem.SessionMismatch] when there is none
    public static Session open(Path folder) {
        try {
            String text = Files.readString(Journal.planFile(folder));
            return new Session(folder, SessionPlanJson.read(text));
        } catch (IOException unreadable) {
            throw new BenchProblem.SessionMismatch(
                            "There is no benchmark session in %s: %s."
                                    .formatted(folder, unreadable.getMessage()),
                            "Choose a folder that a benchmark session was written to.")
                    .exception(unreadable);
        }
    }

    /// Whether the folder holds a session.
    public static boolean exists(Path folder) {
        return Files.isRegularFile(Journal.planFile(folder));
    }

    /// The same session with another number of rounds, on disk too; units that are there count.
    ///
    /// @throws UncheckedIOException when the folder cannot be written
    public Session withRounds(int rounds) {
        return written(folder, plan.withRounds(rounds));
    }

    public Path folder() {
        return folder;
    }

    public SessionPlan plan() {
        return plan;
    }

    /// Where the merged pyperf suite of an image is written.
    public Path suiteFile(String image) {
        return journal().suiteFile(image);
    }

    Journal journal() {
        return new Journal(folder, plan);
    }

    /// Names of the session's files, relative to its folder, with `/`, sorted: the plan, units,
    /// calibration, failures, warnings and how far it came. Neither merged suites nor what was set
    /// aside.
    ///
    /// @throws IOException when the folder cannot be read
    public List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(Journal::isOfSession)
                    .sorted()
                    .toList();
        }
    }

    /// Units that have been measured; nothing of their content is looked at.
    ///
    /// @throws IOException when the folder cannot be read
    public int measuredUnits() throws IOException {
        return journal().unitFiles();
    }

    /// Units that there will be: the plan's, and those of rounds that are measured again.
    public int wantedUnits() {
        return plan.unitCount() + journal().requeue().rounds() * plan.images().size();
    }

    /// Whether a run has come to the end of the plan. What failed, or was exact enough before, is
    /// no reason to run again.
    ///
    /// @throws IOException when the folder cannot be read
    public boolean isFinished() throws IOException {
        boolean judged = !plan.requeue() || journal().requeue().judged() >= plan.rounds();
        return journal().isFinished() || judged && measuredUnits() >= wantedUnits();
    }

    Path warningsFile() {
        return folder.resolve("warnings.txt");
    }

    /// What has been measured so far, also while the session runs elsewhere.
    ///
    /// @throws BenchException with [BenchProblem.SessionMismatch] when pyperf would not put the
    ///   runs together
    public SessionResult result() {
        Journal journal = journal();
        SequencedMap<String, PerfSuite> suites = new LinkedHashMap<>();
        for (PlannedImage image : plan.images()) {
            suite(journal, image.name()).ifPresent(suite -> suites.put(image.name(), suite));
        }
        List<String> warnings = new ArrayList<>(warnings(journal));
        warnings.addAll(LoadedExtensions.differences(suites));
        return new SessionResult(suites, failures(journal, suites), warnings);
    }

    private Optional<PerfSuite> suite(Journal journal, String image) {
        List<PerfBenchmark> benchmarks = new ArrayList<>();
        for (String datapoint : plan.datapoints()) {
            OptionalLong loops = journal.loops(datapoint);
            List<PerfRun> runs = new ArrayList<>();
            if (loops.isPresent()) {
                runs.addAll(runs(journal, image, datapoint, loops.getAsLong()));
            }
            if (!runs.isEmpty()) {
                benchmarks.add(merged(runs));
            }
        }
        return benchmarks.isEmpty() ? Optional.empty() : Optional.of(new PerfSuite(benchmarks));
    }

    /// Disturbed rounds are marked and stay; those that stand for them follow at the end.
    private List<PerfRun> runs(Journal journal, String image, String datapoint, long loops) {
        SortedMap<Integer, String> disturbed = journal.requeue().of(datapoint);
        List<PerfRun> runs = new ArrayList<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            String reason = disturbed.get(round);
            journal.run(new BenchUnit(image, datapoint, round, 0), loops)
                    .map(run -> reason == null ? run : run.with(UnitMetadata.DISTURBED, reason))
                    .ifPresent(runs::add);
        }
        for (int round : disturbed.keySet()) {
            journal.run(new BenchUnit(image, datapoint, Requeue.extra(round), 0), loops)
                    .map(run -> run.with(UnitMetadata.STANDS_FOR, (long) round))
                    .ifPresent(runs::add);
        }
        return runs;
    }

    private PerfBenchmark merged(List<PerfRun> runs) {
        try {
            return new PerfBenchmark(runs);
        } catch (PerfDataException different) {
            throw new BenchProblem.SessionMismatch(
                            "Units in %s do not fit together: %s."
                                    .formatted(folder, different.getMessage()),
                            "Measure again in another folder.")
                    .exception(different);
        }
    }

    /// Failures that still stand: whatever was measured later has healed the others.
    private List<UnitFailure> failures(Journal journal, Map<String, PerfSuite> suites) {
        Map<BenchUnit, UnitFailure> last = new LinkedHashMap<>();
        for (UnitFailure failure : journal.failures()) {
            last.put(
                    new BenchUnit(failure.image(), failure.datapoint(), failure.round(), 0),
                    failure);
        }
        Map<String, Map<String, List<ProcessMean>>> samples = new HashMap<>();
        suites.forEach((image, suite) -> samples.put(image, SessionResult.all(suite)));
        return last.values().stream().filter(failure -> stands(failure, samples)).toList();
    }

    private static boolean stands(
            UnitFailure failure, Map<String, Map<String, List<ProcessMean>>> samples) {
        if (failure.image().isEmpty()) {
            return samples.values().stream().noneMatch(of -> of.containsKey(failure.datapoint()));
        }
        List<ProcessMean> means =
                samples.getOrDefault(failure.image(), Map.of())
                        .getOrDefault(failure.datapoint(), List.of());
        return failure.round() == 0
                ? means.isEmpty()
                : means.stream().noneMatch(mean -> mean.round() == failure.round());
    }

    private List<String> warnings(Journal journal) {
        List<String> warnings = new ArrayList<>();
        try {
            if (!isFinished()) {
                warnings.add(unfinished(measuredUnits(), wantedUnits()));
            }
            Path file = warningsFile();
            warnings.addAll(Files.exists(file) ? Files.readAllLines(file) : List.of());
        } catch (IOException unreadable) {
            // what could be told of the host is lost with it, and nothing else
        }
        journal.requeue()
                .disturbed()
                .forEach((datapoint, rounds) -> warnings.add(disturbed(datapoint, rounds)));
        return warnings;
    }

    /// Whoever looks again and again, and stops when it looks good, is misled by any interval that
    /// was made for one look.
    private static String unfinished(int measured, int wanted) {
        return "This session has not come to its end: %d of %d units are measured. Its intervals hold when it ends as planned, or by an accident; not when somebody ends it because of what they say."
                .formatted(measured, wanted);
    }

    private static String disturbed(String datapoint, SortedMap<Integer, String> rounds) {
        List<String> reasons = new ArrayList<>();
        rounds.forEach((round, reason) -> reasons.add("round " + round + ": " + reason));
        return "%s was disturbed in %s (%s): measured again on all images; what was disturbed is marked in the files and is not in the ratio."
                .formatted(
                        datapoint,
                        rounds.size() == 1 ? "1 round" : rounds.size() + " rounds",
                        String.join("; ", reasons));
    }
}
