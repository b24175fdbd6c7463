package org.pykiln.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pykiln.pyperf.PerfBenchmark;
import org.pykiln.pyperf.PerfJson;
import org.pykiln.pyperf.PerfRun;
import org.pykiln.pyperf.PerfSuite;
import org.pykiln.workspace.AtomicFiles;

/// The files of a session. Each is written beside its place, synced and renamed, so a kill loses
/// what was in flight and nothing else.
final class Journal {
    private static final Pattern FILES =
            Pattern.compile(
                    "session\\.json|failures\\.jsonl|warnings\\.txt|finished\\.txt"
                            + "|calibration/[^/]+\\.json|units/[^/]+/[^/]+/\\d+\\.json");

    private static final Pattern ROUND = Pattern.compile("(\\d{1,7})\\.json");

    private final Path folder;
    private final SessionPlan plan;

    Journal(Path folder, SessionPlan plan) {
        this.folder = folder;
        this.plan = plan;
    }

    static boolean isOfSession(String name) {
        return FILES.matcher(name).matches();
    }

    static Path planFile(Path folder) {
        return folder.resolve("session.json");
    }

    Path unitFile(BenchUnit unit) {
        return unitFolder(unit.image(), unit.datapoint()).resolve(unit.round() + ".json");
    }

    private Path unitFolder(String image, String datapoint) {
        return folder.resolve("units").resolve(image).resolve(datapoint);
    }

    private Path calibrationFile(String datapoint) {
        return folder.resolve("calibration").resolve(datapoint + ".json");
    }

    private Path failuresFile() {
        return folder.resolve("failures.jsonl");
    }

    Path suiteFile(String image) {
        return folder.resolve(image + ".json");
    }

    void write(BenchUnit unit, PerfSuite suite) throws IOException {
        AtomicFiles.write(unitFile(unit), out -> PerfJson.write(suite, out));
    }

    private Path requeueFile() {
        return folder.resolve("requeue.json");
    }

    void write(Requeue requeue) throws IOException {
        AtomicFiles.write(requeueFile(), RequeueJson.text(requeue));
    }

    /// What was decided to be measured again; a file that cannot be read decides nothing.
    Requeue requeue() {
        try {
            return Files.exists(requeueFile())
                    ? RequeueJson.read(Files.readString(requeueFile()))
                    : Requeue.NONE;
        } catch (IOException broken) {
            return Requeue.NONE;
        }
    }

    void writeSuite(String image, PerfSuite suite) throws IOException {
        AtomicFiles.write(suiteFile(image), out -> PerfJson.write(suite, out));
    }

    void writeCalibration(String datapoint, PerfSuite suite) throws IOException {
        AtomicFiles.write(calibrationFile(datapoint), out -> PerfJson.write(suite, out));
    }

    /// Loops of the datapoint, if it has been calibrated. Where the calibration is lost, finished
    /// units still know.
    OptionalLong loops(String datapoint) {
        Path file = calibrationFile(datapoint);
        if (Files.exists(file)) {
            try {
                return onlyRun(PerfJson.read(file), datapoint).calibratedLoops();
            } catch (IOException | RuntimeException broken) {
                return loopsOfUnits(datapoint);
            }
        }
        return loopsOfUnits(datapoint);
    }

    private OptionalLong loopsOfUnits(String datapoint) {
        for (PlannedImage image : plan.images()) {
            Path units = unitFolder(image.name(), datapoint);
            for (int round = 1; Files.isDirectory(units) && round <= plan.rounds(); round++) {
                Path file = units.resolve(round + ".json");
                try {
                    if (Files.exists(file)) {
                        return OptionalLong.of(onlyRun(PerfJson.read(file), datapoint).loops());
                    }
                } catch (IOException | RuntimeException broken) {
                    continue;
                }
            }
        }
        return OptionalLong.empty();
    }

    /// The run of a finished unit; nothing when it is not there or not what the plan wants.
    ///
    /// @param loops of the datapoint
    Optional<PerfRun> run(BenchUnit unit, long loops) {
        Path file = unitFile(unit);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            PerfRun run = onlyRun(PerfJson.read(file), unit.datapoint());
            requireFits(unit, run, loops);
            return Optional.of(run);
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    static PerfRun onlyRun(PerfSuite suite, String datapoint) throws IOException {
        List<PerfBenchmark> benchmarks = suite.benchmarks();
        if (benchmarks.size() != 1 || benchmarks.getFirst().runs().size() != 1) {
            throw new IOException("not exactly one run");
        }
        if (!benchmarks.getFirst().name().equals(datapoint)) {
            throw new IOException(
                    "a run of %s, not of %s".formatted(benchmarks.getFirst().name(), datapoint));
        }
        return benchmarks.getFirst().runs().getFirst();
    }

    /// Whether the run is of this unit, with the plan's numbers and the image's content.
    private void requireFits(BenchUnit unit, PerfRun run, long loops) throws IOException {
        String id =
                plan.images().stream()
                        .filter(image -> image.name().equals(unit.image()))
                        .findFirst()
                        .orElseThrow()
                        .id();
        boolean fits =
                run.values().size() == plan.values()
                        && run.loops() == loops
                        && run.metadata().text(UnitMetadata.IMAGE_ID).equals(Optional.of(id))
                        && run.metadata().text(UnitMetadata.KIT).equals(Optional.of(plan.kit()))
                        && run.metadata().integer(UnitMetadata.ROUND).orElse(-1) == unit.round();
        if (!fits) {
            throw new IOException("a run of another plan");
        }
    }

    /// Moves a unit's file out of the way, so that the unit can be measured again and nothing is
    /// lost that a person may want to look at.
    void setAside(BenchUnit unit) throws IOException {
        Path file = unitFile(unit);
        if (Files.exists(file)) {
            Path aside = file.resolveSibling(file.getFileName() + ".invalid");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path finishedFile() {
        return folder.resolve("finished.txt");
    }

    /// Notes that the plan's rounds have come to their end, whatever became of each unit.
    void finish() throws IOException {
        AtomicFiles.write(finishedFile(), plan.rounds() + "\n");
    }

    /// Whether [#finish] noted as many rounds as the plan has now.
    boolean isFinished() {
        try {
            return Files.exists(finishedFile())
                    && Integer.parseInt(Files.readString(finishedFile()).strip()) >= plan.rounds();
        } catch (IOException | NumberFormatException broken) {
            return false;
        }
    }

    /// How many units have a file, those of extra rounds included.
    int unitFiles() throws IOException {
        int count = 0;
        for (PlannedImage image : plan.images()) {
            for (String datapoint : plan.datapoints()) {
                Path units = unitFolder(image.name(), datapoint);
                if (Files.isDirectory(units)) {
                    try (Stream<Path> files = Files.list(units)) {
                        count += (int) files.filter(this::isOfTheRounds).count();
                    }
                }
            }
        }
        return count;
    }

    private boolean isOfTheRounds(Path file) {
        Matcher round = ROUND.matcher(String.valueOf(file.getFileName()));
        return round.matches() && Requeue.counts(Integer.parseInt(round.group(1)), plan.rounds());
    }

    void record(UnitFailure failure) throws IOException {
        Files.createDirectories(folder);
        byte[] line = SessionPlanJson.line(failure).getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel =
                FileChannel.open(
                        failuresFile(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            long end = channel.size();
            ByteBuffer last = ByteBuffer.allocate(1);
            boolean cut = end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
            channel.position(end);
            if (cut) {
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
            channel.write(ByteBuffer.wrap(line));
            channel.force(true);
        }
    }

    /// All failures that were ever recorded, in order.
    List<UnitFailure> failures() {
        Path file = failuresFile();
        if (!Files.exists(file)) {
            return List.of();
        }
        List<UnitFailure> failures = new ArrayList<>();
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            text.lines().forEach(line -> SessionPlanJson.failure(line).ifPresent(failures::add));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return failures;
    }
}
