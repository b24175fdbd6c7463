package org.pykiln.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.cli.Cli.Ran;

class SelfTestCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir Path folder;

    private Cli cli;
    private Path results;

    @BeforeEach
    void setUp() {
        cli = new Cli(folder.resolve("home"));
        results = folder.resolve("results");
    }

    @Test
    void anImageIsMeasuredAgainstItself() {
        Ran ran = run("quick", "-n", "3");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("session   3  1.000x")
                .contains("faster or slower than itself: 0 of 3")
                .contains("6 of 6 datapoints, 3 of 3 geometric means")
                .endsWith("That fits the promise.\n");
        assertThat(cli.lab.bench.engine().builds()).hasSize(1);
        assertThat(results.resolve("003/one.json")).exists();
        assertThat(results.resolve("003/other.json")).exists();
    }

    @Test
    void sessionsThatAreThereAreNotRepeated() throws IOException {
        run("quick", "-n", "2");
        var measured = cli.lab.bench.measured();

        Ran more = run("quick", "-n", "3", "--json");

        assertThat(more.code()).as(more.err()).isZero();
        JsonNode json = JSON.readTree(more.out());
        assertThat(json.path("sessions")).hasSize(3);
        assertThat(json.path("claiming").asInt()).isZero();
        assertThat(json.path("keeps_the_promise").asBoolean()).isTrue();
        cli.lab
                .bench
                .measured()
                .forEach((series, units) ->
                        assertThat(units).isEqualTo(measured.get(series) / 2 * 3));
    }

    @Test
    void aTestWithoutSessionsIsRefused() {
        Ran ran = run("quick", "-n", "0");

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains("expected 1 to 200 sessions; nearest: 1");
        assertThat(Files.exists(results)).isFalse();
    }

    private Ran run(String... words) {
        String[] all = new String[words.length + 6];
        all[0] = "self-test";
        System.arraycopy(words, 0, all, 1, words.length);
        System.arraycopy(
                new String[] {"--quick", "-b", "nbody,float", "-o", results.toString()},
                0,
                all,
                words.length + 1,
                5);
        return cli.run(all);
    }
}
