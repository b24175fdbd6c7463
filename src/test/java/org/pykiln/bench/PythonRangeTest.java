package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PythonRangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    >=3.8          | 3.7  | false
                    >=3.8          | 3.8  | true
                    >=3.8          | 3.15 | true
                    >=3.13,<3.14   | 3.12 | false
                    >=3.13,<3.14   | 3.13 | true
                    >=3.13, <3.14  | 3.14 | false
                    """)
    void holdsWhatTheSpecifierAllows(String specifier, String version, boolean held) {
        assertThat(PythonRange.parse(specifier).contains(PythonVersion.parse(version)))
                .isEqualTo(held);
    }

    @Test
    void saysWhatItHolds() {
        assertThat(PythonRange.parse(">=3.8").text()).isEqualTo("Python 3.8 or later");
        assertThat(PythonRange.parse(">=3.13,<3.14").text())
                .isEqualTo("Python from 3.13 to before 3.14");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = "3.8\n~=3.8\n>=3\n==3.13.*")
    void otherSpecifiersAreRefused(String specifier) {
        assertThatThrownBy(() -> PythonRange.parse(specifier)).hasMessageContaining(specifier);
    }
}
