package org.pykiln;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.WindowState;
import org.pykiln.ui.common.WindowState.Frame;

class WindowStateJsonTest {
    @Test
    void isReadAsItWasWritten() {
        WindowState state =
                new WindowState(
                        Section.RESULTS,
                        Dialect.BUILDKIT,
                        Optional.of(new Frame(-1200.5, 10, 1440, 900, true)),
                        Map.of("halves-0", 0.4, "work-0", 0.25));
        assertThat(WindowStateJson.read(WindowStateJson.text(state))).isEqualTo(state);
        assertThat(WindowStateJson.read(WindowStateJson.text(WindowState.FIRST)))
                .isEqualTo(WindowState.FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"theme\": \"mauve\", \"section\": 7, \"zoom\": \"large\"}",
                "{\"frame\": {\"x\": 1, \"y\": 2}, \"dividers\": {\"a\": 2, \"b\": \"c\"}}"
            })
    void whatMakesNoSenseIsAsForTheFirstTime(String text) {
        assertThat(WindowStateJson.read(text)).isEqualTo(WindowState.FIRST);
    }
}
