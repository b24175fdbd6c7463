package org.pykiln.wheels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pykiln.testing.RecipeGenerator;

class RequirementsTest {
    @Test
    void commentsAndContinuationsAreResolved() {
        Requirements read =
                Requirements.of(
                        "r.txt",
                        """
                        # what the product needs
                        markupsafe==3.0.2  # pinned

                        orjson>=3.10,<4 ; python_version >= "3.13"
                        requests[socks] ~= 2.32
                        attrs==25.1.0 \\
                            --hash=sha256:%s
                        """
                                .formatted("0".repeat(64)));
        assertThat(read.lines())
                .containsExactly(
                        "markupsafe==3.0.2",
                        "orjson>=3.10,<4 ; python_version >= \"3.13\"",
                        "requests[socks] ~= 2.32",
                        "attrs==25.1.0  --hash=sha256:" + "0".repeat(64));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-e .",
                "-r other.txt",
                "--index-url https://example.org/simple",
                "./local",
                "/absolute.whl",
                "git+https://example.org/x",
                "name @ https://example.org/x.whl",
                "two words",
                "markupsafe==3.0.2 --global-option=x",
                "markupsafe==3.0.2 && reboot"
            })
    void anythingElseIsRefusedWithFileAndLine(String line) {
        assertThatThrownBy(() -> Requirements.of("r.txt", "attrs==25.1.0\n\n" + line + "\n"))
                .isInstanceOfSatisfying(
                        WheelsException.class,
                        refused -> {
                            assertThat(refused.isBadInput()).isTrue();
                            assertThat(refused).hasMessageStartingWith("r.txt:3: ");
                            assertThat(refused).hasMessageContaining("expected");
                        });
    }

    @ParameterizedTest
    @CsvSource({"markupsafe=3.0.2, markupsafe==3.0.2"})
    void theNearestRequirementIsNamed(String given, String nearest) {
        assertThatThrownBy(() -> Requirements.of("r.txt", given))
                .hasMessageEndingWith("nearest: " + nearest);
    }

    @Test
    void aLineThatGoesOnAtTheEndIsNoRequirement() {
        assertThatThrownBy(() -> Requirements.of("r.txt", "a==1\nb==2 \\"))
                .hasMessageStartingWith("r.txt:2: ");
        assertThatThrownBy(() -> Requirements.of("r.txt", "# nothing\n"))
                .hasMessageStartingWith("r.txt:1: ");
    }

    @Test
    void hostileTextIsRefusedInOneLine() {
        for (String hostile : RecipeGenerator.HOSTILE) {
            assertThatThrownBy(() -> Requirements.of("r.txt", hostile + "\u0007"))
                    .isInstanceOf(WheelsException.class)
                    .message()
                    .matches("\\P{C}+");
        }
    }
}
