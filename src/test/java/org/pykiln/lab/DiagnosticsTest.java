package org.pykiln.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
    @Test
    void saysFactsAndNothingPrivate() {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("PyKiln", "1.0");
        facts.put("Engine, DOCKER_HOST", "tcp://build.example:2376 not usable: refused");
        facts.put("Last problem", "cannot write /home/alice/work/x; token=abc123");
        facts.put("Proxy", "http://proxy.example:3128 answers 407");

        String text =
                Diagnostics.text(
                        facts,
                        PrivateText.of(
                                Map.of("https_proxy", "http://proxy.example:3128"),
                                Map.of("a path in the home folder", Path.of("/home/alice"))));
        assertThat(text)
                .startsWith("PyKiln: 1.0\n")
                .contains("Engine, DOCKER_HOST", "refused", "answers 407")
                .doesNotContain("alice", "build.example", "abc123", "proxy.example");
    }
}
