package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pykiln.ui.common.View;

/// What is tested of every [View] is tested of every file.
class FxmlFilesTest {
    @Test
    void everyFileIsAViewAndEveryViewAFile() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("fxml"))) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(View.values()).map(View::file).toList());
        }
    }
}
