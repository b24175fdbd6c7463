package org.pykiln.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;

class ApiVersionsTest {
    @ParameterizedTest
    @CsvSource({
        "1.12, 1.41, 1.41",
        "1.24, 1.45, 1.44",
        "1.44, 1.52, 1.44",
        "1.48, 1.60, 1.48",
        ", 1.41, 1.41",
        "junk, 1.43, 1.43"
    })
    void speaksTheNewestThatBothKnow(String min, String max, String spoken) {
        assertThat(ApiVersions.clamp(min, max).getVersion()).isEqualTo(spoken);
    }

    @Test
    void refusesEnginesThatAreTooOldOrNone() {
        assertMismatch("1.12", "1.38");
        assertMismatch(null, null);
        assertMismatch(null, "<html>");
    }

    private static void assertMismatch(String min, String max) {
        assertThatThrownBy(() -> ApiVersions.clamp(min, max))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        e -> assertThat(e.problem()).isInstanceOf(EngineProblem.ApiMismatch.class));
    }
}
