package org.pykiln;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.testing.OtherJvm;
import org.pykiln.ui.common.DraftServices;
import org.pykiln.ui.common.DraftServices.Draft;
import org.pykiln.ui.common.DraftServices.LeftDraft;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.ProblemException;

/// A process that keeps drafts is killed at any moment; what it left is whole and is offered.
class DraftKillTest {
    private static final int KILLS = 4;

    @TempDir private Path folder;

    @Test
    void aKillLeavesOneWholeDraft() throws Exception {
        Random random = new Random(7);
        for (int kill = 1; kill <= KILLS; kill++) {
            Process writer = OtherJvm.start(Writer.class, folder);
            int written;
            try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
                for (int i = 0; i < 20; i++) {
                    assertThat(out.readLine()).isNotNull();
                }
                Thread.sleep(random.nextInt(40));
                // the process itself would also close its output
                writer.toHandle().destroyForcibly();
                written = 20 + (int) out.lines().count();
            }
            assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();
            // 128 + SIGKILL
            assertThat(writer.exitValue()).isEqualTo(137);

            DraftServices after = RealServices.drafts(folder);
            DraftServices.Left left = after.left();
            assertThat(left.problem()).isEmpty();
            LeftDraft draft = left.drafts().getFirst();
            assertThat(left.drafts()).hasSize(1);
            // what was on its way when it was killed may have arrived, or its line may not have
            assertThat(draft.draft()).isIn(Writer.draft(written - 1), Writer.draft(written));
            after.discard(draft);
        }
    }

    /// Keeps one draft after the other until it is killed, and says so a line each.
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws ProblemException {
            DraftServices drafts = RealServices.drafts(Path.of(arguments[0]));
            for (int number = 0; ; number++) {
                drafts.keep(draft(number));
                System.out.println(number);
            }
        }

        static Draft draft(int number) {
            NamedRecipe source =
                    new NamedRecipe(
                            "mine", "", List.of("a"), Recipe.defaults(), false, Optional.empty());
            return new Draft(
                    source,
                    "mine " + number,
                    Catalogue.turn(Recipe.defaults(), "pgo-task", "-m test --pgo -j" + number));
        }
    }
}
