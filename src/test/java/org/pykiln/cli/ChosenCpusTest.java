package org.pykiln.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.bench.Session;

/// CPUs that the settings name hold on the command line too, unless it names others.
class ChosenCpusTest {
    @TempDir Path home;
    private Cli cli;

    @BeforeEach
    void choose() throws IOException {
        cli = new Cli(home);
        cli.settings().change(now -> now.withMeasureCpus(Optional.of("0")));
    }

    @Test
    void thoseOfTheSettingsAreUsed() throws IOException {
        assertThat(cpus("chosen")).contains("0");
    }

    @Test
    void thoseOfTheCommandWin() throws IOException {
        assertThat(cpus("named", "--cpuset", "0-1")).contains("0-1");
    }

    @Test
    void withoutAChoiceItIsTheLastOne() throws IOException {
        cli.settings().change(now -> now.withMeasureCpus(Optional.empty()));
        assertThat(cpus("usual")).contains("1");
    }

    private Optional<String> cpus(String name, String... more) throws IOException {
        Path session = home.resolve(name);
        String[] words = {"bench", "quick", "-b", "nbody", "--quick", "-o", session.toString()};
        String[] all = new String[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        Cli.Ran ran = cli.run(all);
        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.DONE);
        return Session.open(session).plan().cpuset();
    }
}
