package org.pykiln.ui.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.image.ImageSize;
import org.pykiln.job.BuildHistory;
import org.pykiln.job.BuildRecord;
import org.pykiln.job.JobContext;
import org.pykiln.job.JobQueue;
import org.pykiln.job.JobState;
import org.pykiln.job.LogLine;
import org.pykiln.recipe.Recipe;
import org.pykiln.testing.OtherJvm;
import org.pykiln.ui.common.ImageServices;
import org.pykiln.ui.common.ImageServices.BuildOptions;
import org.pykiln.ui.common.PresetServices.NamedRecipe;

/// A process that builds is killed at any moment; the next one knows the build with its log.
class InterruptedBuildTest {
    private static final int KILLS = 3;

    @TempDir Path folder;

    @Test
    void aKillLeavesTheLogAsFarAsItWasWritten() throws Exception {
        Random random = new Random(11);
        BuildHistory history = new BuildHistory(folder, () -> 100);
        for (int kill = 1; kill <= KILLS; kill++) {
            Process builder = OtherJvm.start(Builder.class, folder);
            int before;
            int logged;
            try (BufferedReader out = builder.inputReader(StandardCharsets.UTF_8)) {
                assertThat(out.readLine()).isEqualTo("1");
                BuildRecord running = history.list().builds().getFirst();
                assertThat(running.state()).isEqualTo(JobState.RUNNING);
                while (history.log(running.id()).isEmpty()) {
                    Thread.sleep(20);
                }
                Thread.sleep(random.nextInt(1500));
                before = history.log(running.id()).size();
                builder.toHandle().destroyForcibly();
                logged = 1 + (int) out.lines().count();
            }
            assertThat(builder.waitFor(20, TimeUnit.SECONDS)).isTrue();
            // 128 + SIGKILL
            assertThat(builder.exitValue()).isEqualTo(137);

            assertThat(history.list().damaged()).isEmpty();
            BuildRecord killed = history.list().builds().getFirst();
            assertThat(killed.state()).isEqualTo(JobState.INTERRUPTED);
            assertThat(killed.steps()).hasSize(1);
            List<LogLine> lines = history.log(killed.id());
            assertThat(lines.size()).isBetween(before, logged + 2);
            assertThat(lines.getFirst().text()).isEqualTo("1/1  RUN make");
            for (int i = 1; i < lines.size(); i++) {
                assertThat(lines.get(i).text()).isEqualTo("gcc -c file%d.c", i);
            }
        }
        history.forget(history.list().builds().getFirst().id());
        assertThat(history.list().builds()).hasSize(KILLS - 1);
    }

    /// Builds until it is killed, and says each line that it has logged.
    static final class Builder implements ImageServices {
        private final BuildHistory history;

        private Builder(BuildHistory history) {
            this.history = history;
        }

        public static void main(String[] arguments) {
            BuildHistory history = new BuildHistory(Path.of(arguments[0]), () -> 100);
            NamedRecipe recipe =
                    new NamedRecipe("mine", "", Recipe.defaults(), false, Optional.empty());
            new JobQueue(Runnable::run, InstantSource.system())
                    .submit(
                            "Build mine",
                            new RecordedBuild(
                                    new Builder(history),
                                    recipe,
                                    new BuildOptions(false),
                                    InstantSource.system(),
                                    problem -> {}));
        }

        @Override
        public BuiltImage build(NamedRecipe recipe, BuildOptions options, JobContext context)
                throws InterruptedException {
            context.step(1, 1, "RUN make");
            for (int number = 1; ; number++) {
                context.log("gcc -c file%d.c".formatted(number));
                System.out.println(number);
                Thread.sleep(1);
            }
        }

        @Override
        public List<BuiltImage> images() {
            return List.of();
        }

        @Override
        public BuildHistory history() {
            return history;
        }

        @Override
        public ImageSize size(String image) {
            throw new IllegalStateException(image);
        }
    }
}
