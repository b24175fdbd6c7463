package org.pykiln.dockerfile;

import java.util.List;
import org.pykiln.plan.Entry;
import org.pykiln.plan.Package;
import org.pykiln.plan.ToolPackage;
import org.pykiln.plan.Wanted;

/// Ubuntu: Debian's package manager, and its names but for a few. Rendered, not built: its packages
/// are not within reach of PyKiln's own tests.
record Ubuntu(String release) implements Distribution {
    @Override
    public List<String> shell() {
        return debian().shell();
    }

    @Override
    public String name(Package wanted) {
        boolean noble = release.equals("24.04");
        return switch (wanted) {
            case MIMALLOC -> noble ? "libmimalloc2.0" : "libmimalloc3";
            default -> debian().name(wanted);
        };
    }

    @Override
    public String name(ToolPackage wanted) {
        return debian().name(wanted);
    }

    @Override
    public PackageCache cache() {
        return Debian.CACHE;
    }

    @Override
    public List<Line> install(List<Entry<Wanted>> packages, String option) {
        return Debian.installation(this, Debian.INSTALL, packages, "");
    }

    @Override
    public List<Line> findRunTimePackages(String file) {
        return debian().findRunTimePackages(file);
    }

    @Override
    public List<Line> installAlsoFrom(String file, List<Entry<Wanted>> packages, String option) {
        return Debian.installation(this, "xargs " + Debian.INSTALL, packages, " < " + file);
    }

    /// Both releases got 64-bit time together with trixie, and the names that came of it.
    private static Debian debian() {
        return new Debian("trixie");
    }
}
