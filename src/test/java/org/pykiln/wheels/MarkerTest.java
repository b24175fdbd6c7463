package org.pykiln.wheels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkerTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "python_version", "3.13",
                    "python_full_version", "3.13.5",
                    "sys_platform", "linux",
                    "platform_machine", "x86_64");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "python_version >= '3.9' | true",
                "python_version < \"3.9\" | false",
                "'3.9' < python_version | true",
                "python_full_version > '3.13.5rc1' | true",
                "python_full_version == '3.13.*' | true",
                "python_full_version != '3.1.*' | true",
                "python_version=='3.13.0' | true",
                "sys_platform == 'win32' or platform_machine == 'x86_64' | true",
                "sys_platform == 'win32' or sys_platform == 'linux' and python_version < '3' | false",
                "(sys_platform == 'linux' or sys_platform == 'x') and python_version < '3' | false",
                "platform_machine in 'x86_64 aarch64' | true",
                "platform_machine not  in 'x86_64 aarch64' | false",
            })
    void holdsAsPackagingSays(String text, boolean holds) {
        assertThat(new Marker(text).holds(ENVIRONMENT)).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "python_version",
                "python_version >=",
                "(python_version >= '3'",
                "python_version >= '3' '4'",
                "python_version ~ '3'",
                "python_version and '3'",
            })
    void refusesWhatIsNoMarker(String text) {
        assertThatThrownBy(() -> new Marker(text).holds(ENVIRONMENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheVariablesThatThereAre() {
        assertThatThrownBy(() -> new Marker("extra == 'x'").holds(ENVIRONMENT))
                .hasMessageContaining("asks for extra; expected one of [platform_machine,");
    }
}
