package org.pykiln.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pykiln.cli.Cli.Ran;

/// `export --command`.
class ExportedCommandTest {
    @TempDir Path folder;
    private Cli cli;

    @BeforeEach
    void start() {
        cli = new Cli(folder.resolve("home"));
    }

    @Test
    void theCommandBuildsTheExportedFolderAsPyKilnWould() {
        Path target = folder.resolve("my export");
        Ran ran =
                cli.run(
                        "export",
                        "quick",
                        "--architecture",
                        "arm64",
                        "--dialect",
                        "buildkit",
                        "--command",
                        "--to",
                        target.toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .matches(
                        "DOCKER_BUILDKIT=1 docker build --platform linux/arm64"
                                + " --tag pykiln:[0-9a-f]{12} '.*/my export'\n");
        assertThat(target.resolve("Dockerfile")).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quick --to a.zip",
                "quick debian-o2 --to a",
                "quick --to a --architecture amd64,arm64"
            })
    void otherExportsHaveNoSuchCommand(String line) {
        Ran ran = cli.run(("export --command " + line).split(" "));

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains("expected --to FOLDER and one PRESET");
        assertThat(ran.out()).isEmpty();
        assertThat(Path.of("a")).doesNotExist();
        assertThat(Path.of("a.zip")).doesNotExist();
    }
}
