package org.pykiln.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.image.ProofResult;
import org.pykiln.recipe.Recipe;
import org.pykiln.testing.RecipeGenerator;

class BuildHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-23T14:02:00.123Z");

    @TempDir Path folder;

    @Test
    void everyBuildReadsBackAsItWas() throws IOException {
        BuildHistory history = new BuildHistory(folder.resolve("made/when/needed"), () -> 100);
        Random random = new Random(4);
        List<BuildRecord> all = new ArrayList<>();
        for (Recipe recipe : RecipeGenerator.recipes(4, 60).toList()) {
            BuildRecord build = ended(begin(history, all.size(), recipe), random);
            List<LogLine> log = log(random);
            history.end(build, log);
            all.addFirst(build);
            assertThat(history.log(build.id())).isEqualTo(log);
        }
        assertThat(new BuildHistory(folder.resolve("made/when/needed"), () -> 100).list())
                .isEqualTo(new BuildHistory.Kept(all, List.of()));
    }

    @Test
    void theOldestGoAndNothingIsLeftOfThem() throws IOException {
        BuildHistory history = new BuildHistory(folder, () -> 3, 1_000);
        for (int i = 0; i < 5; i++) {
            history.end(ended(begin(history, i, Recipe.defaults()), new Random(i)), List.of());
        }
        assertThat(history.list().builds())
                .extracting(BuildRecord::name)
                .containsExactly("build 4", "build 3", "build 2");
        assertThat(files()).hasSize(6);
    }

    @Test
    void aBuildWhoseProcessIsGoneWasInterrupted() throws IOException {
        BuildHistory history = new BuildHistory(folder, () -> 100);
        BuildRecord running = begin(history, 1, Recipe.defaults());
        assertThat(history.list().builds()).containsExactly(running);

        Path file = folder.resolve(running.id() + ".json");
        String label = running.owner().label();
        // the process of this id began at another time, so it is another
        String gone = label.replaceFirst("\\|\\d+$", "|1");
        Files.writeString(file, Files.readString(file).replace(label, gone));

        BuildRecord found = history.list().builds().getFirst();
        assertThat(found.state()).isEqualTo(JobState.INTERRUPTED);
        assertThat(history.log(found.id())).isEmpty();
    }

    @Test
    void aDamagedBuildIsNamedAndTheOthersAreThere() throws IOException {
        BuildHistory history = new BuildHistory(folder, () -> 100);
        BuildRecord good = begin(history, 1, Recipe.defaults());
        BuildRecord cut = begin(history, 2, Recipe.defaults());
        BuildRecord other = begin(history, 3, Recipe.defaults());
        Path cutFile = folder.resolve(cut.id() + ".json");
        Files.writeString(cutFile, Files.readString(cutFile).substring(0, 100));
        Path otherFile = folder.resolve(other.id() + ".json");
        Files.writeString(
                otherFile, Files.readString(otherFile).replace("\"running\"", "\"melted\""));

        BuildHistory.Kept kept = history.list();

        assertThat(kept.builds()).containsExactly(good);
        assertThat(kept.damaged()).hasSize(2);
        assertThat(kept.damaged().getFirst()).contains(other.id(), "no state of a build: melted");
        assertThat(kept.damaged().getLast()).contains(cut.id(), "not JSON");
    }

    @Test
    void ofALongLogTheNewestLinesAreKept() throws IOException {
        BuildHistory history = new BuildHistory(folder, () -> 3, 25);
        BuildRecord build = ended(begin(history, 1, Recipe.defaults()), new Random(1));
        List<LogLine> lines =
                Stream.of("0123456789", "abcdefghij", "ABCDEFGHIJ")
                        .map(text -> new LogLine(1, 1, Duration.ZERO, LogLine.Kind.OUTPUT, text))
                        .toList();
        history.end(build, lines);
        assertThat(history.log(build.id()))
                .extracting(LogLine::text)
                .containsExactly("1 earlier lines were not kept", "abcdefghij", "ABCDEFGHIJ");
    }

    @Test
    void aDamagedLogIsSaid() throws IOException {
        BuildHistory history = new BuildHistory(folder, () -> 100);
        BuildRecord build = ended(begin(history, 1, Recipe.defaults()), new Random(1));
        history.end(build, log(new Random(2)));
        Files.writeString(folder.resolve(build.id() + ".log.gz"), "not compressed");
        assertThatThrownBy(() -> history.log(build.id())).isInstanceOf(IOException.class);
    }

    @Test
    void aForgottenBuildIsGone() throws IOException {
        BuildHistory history = new BuildHistory(folder, () -> 100);
        BuildRecord build = ended(begin(history, 1, Recipe.defaults()), new Random(1));
        history.end(build, List.of());
        history.forget(build.id());
        history.forget(build.id());
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static BuildRecord begin(BuildHistory history, int number, Recipe recipe)
            throws IOException {
        return history.begin(
                "build " + number,
                recipe,
                number % 2 == 0,
                "FROM a\nRUN b \\\n  c\n",
                NOW.plusSeconds(number));
    }

    private static BuildRecord ended(BuildRecord build, Random random) {
        JobState[] ends = {JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED};
        JobState state = ends[random.nextInt(ends.length)];
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i <= random.nextInt(20); i++) {
            Instant from = build.started().plusMillis(i * 17L);
            steps.add(
                    new Step(
                            i,
                            20,
                            "RUN \"é\" \\ " + i,
                            from,
                            Optional.of(from.plusMillis(9)),
                            random.nextBoolean()));
        }
        Progress progress =
                new Progress(
                        state,
                        steps,
                        "",
                        OptionalDouble.empty(),
                        Optional.of(build.started().plusMillis(1)),
                        Optional.of(build.started().plusSeconds(60)));
        return build.at(
                progress,
                state == JobState.FAILED ? "Step 3 failed.\ndetail" : "",
                state == JobState.SUCCEEDED ? Optional.of(result(random)) : Optional.empty());
    }

    private static BuildRecord.Result result(Random random) {
        return new BuildRecord.Result(
                "pykiln:0f3a",
                "sha256:0f3a",
                random.nextLong(1L << 40),
                Duration.ofMillis(random.nextInt(1_000_000)),
                List.of(
                        new ProofResult("lto", "CONFIG_ARGS hold it", random.nextBoolean(), "no"),
                        new ProofResult("pgo", "a profile", true, "")));
    }

    private static List<LogLine> log(Random random) {
        List<LogLine> lines = new ArrayList<>();
        LogLine.Kind[] kinds = LogLine.Kind.values();
        String[] texts = {"", " ", "gcc -c x.c", "  indented  ", "café\t✓", "O 1 2 3"};
        for (int i = 1; i <= random.nextInt(200); i++) {
            lines.add(
                    new LogLine(
                            i,
                            i / 10,
                            Duration.ofMillis(i * 3L),
                            kinds[random.nextInt(kinds.length)],
                            texts[random.nextInt(texts.length)]));
        }
        return lines;
    }
}
