package org.pykiln.testing;

import java.io.IOException;
import java.nio.file.Path;

/// A Java process of its own with the classes of this one, to be killed.
public final class OtherJvm {
    private OtherJvm() {}

    /// @param main is given the folder; what it says on standard error goes into a file there
    public static Process start(Class<?> main, Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        folder.toString())
                .redirectError(folder.resolve("stderr.txt").toFile())
                .start();
    }
}
