package org.pykiln.dockerfile;

import java.util.List;
import org.pykiln.plan.BaseImage;
import org.pykiln.plan.Entry;
import org.pykiln.plan.Package;

/// What differs between distributions: package names, package manager, shell, and how the packages
/// are found whose libraries the interpreter links.
sealed interface Distribution permits Debian, Alpine {
    static Distribution of(BaseImage base) {
        return switch (base.family()) {
            case DEBIAN -> new Debian(base.release());
            case ALPINE -> new Alpine();
        };
    }

    /// A shell that fails when any command of a pipe fails.
    List<String> shell();

    String name(Package wanted);

    /// Script lines that install packages by name and leave no package lists behind.
    List<Line> install(List<Entry<Package>> packages);

    /// Script lines that write to the file the packages that the interpreter's libraries are in.
    List<Line> findRunTimePackages(String file);

    /// Script lines that install the packages named in the file besides others.
    List<Line> installAlsoFrom(String file, List<Entry<Package>> packages);
}
