package org.pykiln.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares text with a file under `src/test/resources/golden`. `-Dgolden.update` writes the files
/// anew instead, so that a change of output is read as a diff.
public final class Golden {

    private static final Path ROOT = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /// Fails if the text is not exactly what the file holds.
    ///
    /// @param path inside the golden folder, with `/`
    public static void check(String path, String actual) {
        var file = ROOT.resolve(path);
        try {
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
                return;
            }
            assertThat(file).as("written by -Dgolden.update").exists();
            assertThat(actual).as(path).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
