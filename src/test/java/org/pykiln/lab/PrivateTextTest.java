package org.pykiln.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateTextTest {
    private static final PrivateText PRIVACY =
            PrivateText.of(
                    Map.of("HTTPS_PROXY", "http://proxy.example:3128", "LANG", "C"),
                    Map.of(
                            "a path in the home folder", Path.of("/home/ada"),
                            "a path in the workspace", Path.of("/home/ada/.local/share/pykiln"),
                            "root's home, as in every container", Path.of("/root")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cannot open /home/ada/work/x.py",
                "in '/home/ada'",
                "at unix:///var/run/docker.sock",
                "npipe:////./pipe/docker_engine",
                "tcp://build.example:2375 refused",
                "ssh://ada@build.example",
                "https_proxy=http://10.0.0.1:8080",
                "using http://proxy.example:3128 for https",
                "pip --index-url https://ada:sesame@wheels.example/simple",
                "Authorization: Bearer abcdef",
                "PIP_TOKEN=abcdef",
                "api-key: 0123",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n-----END OPENSSH PRIVATE KEY-----"
            })
    void findsAndRemovesWhatIsPrivate(String text) {
        assertThat(PRIVACY.find("first\n" + text)).isPresent();
        assertThat(PRIVACY.find(text).orElseThrow()).contains("in line 1");

        PrivateText.Cleaned cleaned = PRIVACY.clean(text);

        assertThat(cleaned.removed()).isNotEmpty();
        assertThat(cleaned.text())
                .contains("(removed)")
                .doesNotContain("ada", "sesame", "abc", "0123", "docker", "example", "10.0.0.1");
        assertThat(PRIVACY.find(cleaned.text())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/home/adamant/x.py", // another one's
                "/root/.cache",
                "/home/python",
                "debian@sha256:0123",
                "https://www.python.org/ftp/python",
                "LANG=C"
            })
    void leavesTheRest(String text) {
        assertThat(PRIVACY.find(text)).isEmpty();
        assertThat(PRIVACY.clean(text).text()).isEqualTo(text);
    }

    /// Of a path in a quoted text the quote stays.
    @Test
    void jsonStaysJson() {
        assertThat(PRIVACY.clean("{\"log\":\"open /home/ada/x\",\"a\":\"unix:///s\"}").text())
                .isEqualTo("{\"log\":\"open (removed)\",\"a\":\"(removed)\"}");
    }

    /// What PyKiln itself renders must never keep a session from being given away.
    @Test
    void noDockerfileLooksPrivate() throws IOException {
        try (Stream<Path> golden =
                Files.walk(Path.of("src", "test", "resources", "golden"))
                        .filter(file -> file.toString().endsWith("Dockerfile"))) {
            assertThat(golden.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PRIVACY.find(Files.readString(file))).isEmpty());
        }
    }
}
