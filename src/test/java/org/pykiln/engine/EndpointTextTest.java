package org.pykiln.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pykiln.engine.EndpointText.Invalid;
import org.pykiln.engine.EndpointText.Valid;

class EndpointTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "unix:///var/run/docker.sock",
                "unix:///run/user/1000/podman/podman.sock",
                "tcp://build.example:2376",
                "tcp://[::1]:2375",
                "tcp://10.0.0.7:1",
                "npipe:////./pipe/docker_engine"
            })
    void takesWhatIsValid(String text) {
        assertThat(EndpointText.read("  " + text + "\n")).isEqualTo(new Valid(text));
    }

    @ParameterizedTest
    @CsvSource({
        "/var/run/docker.sock, unix:///var/run/docker.sock",
        "unix:/var/run/docker.sock, unix:///var/run/docker.sock",
        "unix://var/run/docker.sock, unix:///var/run/docker.sock",
        "unx:///var/run/docker.sock, unix:///var/run/docker.sock",
        "tpc://build.example:2375, tcp://build.example:2375",
        "tcp://build.example, tcp://build.example:2375",
        "tcp://build.example:99999, tcp://build.example:2375",
        "tcp://build.example:0, tcp://build.example:2375",
        "build.example:2376, tcp://build.example:2376",
        "build.example, tcp://build.example:2375",
        "127.0.0.1:2375, tcp://127.0.0.1:2375",
        "http://build.example:2375, tcp://build.example:2375",
        "https://build.example, tcp://build.example:2376",
        "TCP://build.example:2375, tcp://build.example:2375",
        "npipe://docker_engine, npipe:////./pipe/docker_engine",
        "\\\\.\\pipe\\docker_engine, npipe:////./pipe/docker_engine",
        "'tcp://build .example:2375', tcp://build.example:2375",
    })
    void namesTheNearestFormOfWhatIsNot(String text, String nearest) {
        assertThat(EndpointText.read(text)).isInstanceOf(Invalid.class);
        Invalid invalid = (Invalid) EndpointText.read(text);
        assertThat(invalid.nearest()).contains(nearest);
        assertThat(invalid.message()).contains("expected unix:///", "nearest: " + nearest);
        assertThat(EndpointText.read(nearest)).isEqualTo(new Valid(nearest));
    }

    @Test
    void saysWhatToDoInsteadOfSsh() {
        Invalid invalid = (Invalid) EndpointText.read("ssh://me@build.example");
        assertThat(invalid.message()).contains("ssh -nNT -L", "me@build.example");
        assertThat(invalid.nearest()).contains("unix:///tmp/engine.sock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "unix://", "tcp://", "zzz://x:1", "npipe:////./pipe/", "%"})
    void whatIsLikeNothingHasNoNearestForm(String text) {
        assertThat(EndpointText.read(text))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.nearest()).isEmpty());
    }

    @Test
    void whateverIsProposedIsValid() {
        Random random = new Random(7);
        String letters = "unixtcpspe:/.\\[]@ 012589ab\"\u0001";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            if (EndpointText.read(text.toString()) instanceof Invalid invalid) {
                invalid.nearest()
                        .ifPresent(near ->
                                assertThat(EndpointText.read(near))
                                        .as(text.toString())
                                        .isEqualTo(new Valid(near)));
            }
        }
    }
}
