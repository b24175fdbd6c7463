package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LimitsTest {
    @ParameterizedTest
    @ValueSource(strings = {"two", "1-", "-1", "1,,2", "3-1", "1;2", "99999", "0x1"})
    void whatIsNoListOfCpusIsRefused(String text) {
        assertThatThrownBy(() -> Limits.cpuset("CPUs", text))
                .isInstanceOf(BenchException.class)
                .hasMessage(
                        "CPUs cannot be \"%s\"; expected numbers of CPUs such as 1 or 0,2-3"
                                .formatted(text));
    }

    @Test
    void cpusMayHaveSpacesAndNothingIsUsual() {
        assertThat(Limits.cpuset("CPUs", " 0, 2 - 3 ")).contains("0,2-3");
        assertThat(Limits.cpuset("CPUs", "  ")).isEmpty();
    }

    @Test
    void cpusThatAHostDoesNotHaveAreNamed() {
        Limits wanted = new Limits(Optional.of("0,2-4"), 0);
        assertThat(wanted.unmet(List.of(0, 2, 4, 6)))
                .isEqualTo(
                        "The engine's host has no CPU 3; expected some of 0, 2, 4, 6; nearest: 6");
        assertThat(wanted.unmet(List.of())).isEmpty();
        assertThat(Limits.USUAL.unmet(List.of(0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "64m, 67108864, 64m",
        "512m, 536870912, 512m",
        "2G, 2147483648, 2g",
        "2048 MiB, 2147483648, 2g",
        "1gb, 1073741824, 1g"
    })
    void memoryIsReadAndWrittenAsEnginesDo(String text, long bytes, String written) {
        assertThat(Limits.memory("memory", text)).isEqualTo(bytes);
        assertThat(Limits.text(bytes)).isEqualTo(written);
        assertThat(Limits.memory("memory", written)).isEqualTo(bytes);
    }

    @Test
    void noMemoryIsNoLimit() {
        assertThat(Limits.memory("memory", " ")).isZero();
        assertThat(Limits.text(0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "512|a size such as 512m or 2g",
                "lots|a size such as 512m or 2g",
                "-1g|a size such as 512m or 2g",
                "32m|at least 64m; nearest: 64m"
            })
    void otherMemoryIsRefused(String text, String expected) {
        assertThatThrownBy(() -> Limits.memory("memory", text))
                .isInstanceOf(BenchException.class)
                .hasMessage("memory cannot be \"%s\"; expected %s".formatted(text, expected));
    }
}
