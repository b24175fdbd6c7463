package org.pykiln.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version of the jar that runs.
public final class Version implements IVersionProvider {
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "(not packaged)");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"PyKiln " + text()};
    }
}
