package org.pykiln;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.settings.Settings;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.workspace.Workspace;

/// What is in the way of the window, in a real workspace.
class WindowStartTest {
    @TempDir Path folder;

    private WindowStart start(Path home) {
        return new WindowStart(new Workspace(home), Map.of());
    }

    private static Problem problem(WindowStart start) {
        try {
            start.services();
        } catch (ProblemException expected) {
            return expected.problem();
        }
        throw new AssertionError("nothing was in the way");
    }

    @Test
    void startsInAnEmptyWorkspaceAndLeavesItEmpty() throws ProblemException, IOException {
        Path home = folder.resolve("new/workspace");
        assertThat(start(home).services().presets()).isNotNull();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aFileInThePlaceOfTheWorkspaceIsSaidWithTheRemedy() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Problem problem = problem(start(file));
        assertThat(problem.summary()).isEqualTo("PyKiln cannot write to its folder " + file);
        assertThat(problem.detail()).contains("in the way is " + file, "PYKILN_HOME");
        assertThat(problem.remedies()).isEmpty();
        assertThat(problem.code().foreseen()).isTrue();
        assertThat(file).hasContent("x");
    }

    @Test
    void damagedSettingsStopTheStartAndItsRemedyKeepsThemBeside()
            throws IOException, ProblemException {
        Path settings = Files.writeString(folder.resolve("settings.json"), "{ \"zoom\": 1");
        Problem problem = problem(start(folder));
        assertThat(problem.summary()).isEqualTo("The settings cannot be read");
        assertThat(problem.detail()).contains(settings + ": 1:");
        assertThat(settings).hasContent("{ \"zoom\": 1");
        Command remedy = problem.remedies().getFirst();
        assertThat(remedy.name()).isEqualTo("Start without it");
        remedy.action().run();
        assertThat(start(folder).services().settings().settings().settings())
                .isEqualTo(Settings.DEFAULTS);
        assertThat(folder.resolve("settings-not-read.json")).hasContent("{ \"zoom\": 1");
    }

    @Test
    void oneBadValueDoesNotStopTheStart() throws IOException, ProblemException {
        Files.writeString(folder.resolve("settings.json"), "{ \"zoom\": 1, \"theme\": \"dark\" }");
        assertThat(start(folder).services().settings().settings().problem().orElseThrow())
                .contains("\"zoom\" cannot be 1");
    }

    @Test
    void diagnosticsAreThereWhateverIsBroken() throws IOException, ProblemException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        WindowStart start = start(file);
        Problem problem = problem(start);
        assertThat(start.support().diagnostics(problem, java.util.Optional.empty()))
                .contains(problem.code().text(), "Engine: none has answered", "Java: ")
                .doesNotContain(file.toString());
        assertThatThrownBy(start::services).isInstanceOf(ProblemException.class);
    }
}
