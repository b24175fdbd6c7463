package org.pykiln;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pykiln.engine.EngineFacts;
import org.pykiln.ui.common.EngineServices.Command;

class WindowCommandsTest {
    @Test
    void anEngineOfThisMachineIsHelpedByPyKilnsOwnScript() {
        assertThat(lines("unix:///var/run/docker.sock", List.of("arm64", "s390x")))
                .containsExactly(
                        "installer/linux/setup.sh --emulation",
                        "sudo apt-get install qemu-user-static",
                        "docker run --privileged --rm tonistiigi/binfmt --install arm64,s390x");
    }

    @Test
    void anEngineElsewhereIsNot() {
        assertThat(lines("tcp://build.example:2376", List.of("arm64")))
                .noneMatch(line -> line.contains("setup.sh"))
                .isNotEmpty();
    }

    @Test
    void nothingIsOfferedWhereNothingIsMissing() {
        assertThat(lines("unix:///var/run/docker.sock", List.of())).isEmpty();
    }

    private static List<String> lines(String endpoint, List<String> missing) {
        EngineFacts facts =
                new EngineFacts(
                        "id",
                        endpoint,
                        "20.10.24",
                        "1.41",
                        "amd64",
                        2,
                        8_000_000_000L,
                        "Debian GNU/Linux 12 (bookworm)",
                        "6.1.0",
                        "overlay2",
                        "2");
        return WindowCommands.registering(facts, missing).stream().map(Command::line).toList();
    }
}
