package org.pykiln.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonReleaseTest {
    private static final String SUM = "0".repeat(64);

    @Test
    void ordersPreReleasesBeforeTheRelease() {
        List<PythonRelease> ordered =
                List.of(
                                "3.9.20",
                                "3.13.5",
                                "3.13.10",
                                "3.14.0a7",
                                "3.14.0b1",
                                "3.14.0b4",
                                "3.14.0rc1",
                                "3.14.0rc3",
                                "3.14.0",
                                "3.14.1",
                                "3.15.0a1")
                        .stream()
                        .map(PythonReleaseTest::release)
                        .toList();
        List<PythonRelease> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(1));
        Collections.sort(shuffled);
        assertThat(shuffled).isEqualTo(ordered);
    }

    @Test
    void knowsItsParts() {
        PythonRelease release = release("3.15.0b1");
        assertThat(release.minor()).isEqualTo(15);
        assertThat(release.isFinal()).isFalse();
        assertThat(release.archive()).isEqualTo("Python-3.15.0b1.tar.xz");
        assertThat(release.isAtLeast(3, 15)).isTrue();
        assertThat(release.isAtLeast(3, 16)).isFalse();
        assertThat(release.isAtLeast(4, 0)).isFalse();
        assertThat(release.isAtLeast(2, 99)).isTrue();
        assertThat(release("3.13.5").isFinal()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3.13", "3.13.5 ", "3.13.5\n", "3.13.5-1", "v3.13.5", "3.x.1"})
    void refusesWhatIsNoVersion(String text) {
        assertThatThrownBy(() -> release(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "zz"})
    void refusesWhatIsNoChecksum(String text) {
        assertThatThrownBy(() -> new PythonRelease("3.13.5", text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PythonRelease release(String version) {
        return new PythonRelease(version, SUM);
    }
}
