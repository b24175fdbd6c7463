package org.pykiln.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version of the jar that runs.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"PyKiln " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
