package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pykiln.plan.BaseImage;
import org.pykiln.plan.Entry;
import org.pykiln.plan.NamedPackage;
import org.pykiln.plan.Package;
import org.pykiln.plan.ToolPackage;
import org.pykiln.plan.Wanted;

/// What differs between distributions: package names, package manager, shell, and how the packages
/// are found whose libraries the interpreter links.
sealed interface Distribution permits Debian, DebianMusl, Ubuntu, Alpine, Fedora {
    static Distribution of(BaseImage base) {
        return switch (base.family()) {
            case DEBIAN -> new Debian(base.release());
            case DEBIAN_MUSL -> new DebianMusl(new Debian(base.release()));
            case UBUNTU -> new Ubuntu(base.release());
            case ALPINE -> new Alpine();
            case FEDORA -> new Fedora();
        };
    }

    /// A shell that fails when any command of a pipe fails.
    List<String> shell();

    String name(Package wanted);

    /// Whether a package needs no installing in the build stage, since [#sysroot] brings it.
    default boolean provides(Wanted wanted) {
        return false;
    }

    /// What there are no packages of, if anything.
    default Optional<Sysroot> sysroot() {
        return Optional.empty();
    }

    /// What a compiler has to be told in order to find what [#sysroot] brought.
    default Map<String, String> sysrootEnvironment() {
        return Map.of();
    }

    PackageCache cache();

    /// Folders to look for shared libraries in.
    default String libraryFolders() {
        return "/usr/lib /lib";
    }

    String name(ToolPackage wanted);

    default String name(Wanted wanted) {
        return switch (wanted) {
            case Package known -> name(known);
            case ToolPackage tool -> name(tool);
            case NamedPackage named -> named.name();
        };
    }

    /// Script lines that install packages by name.
    ///
    /// @param option of [#cache], or nothing
    List<Line> install(List<Entry<Wanted>> packages, String option);

    /// Script lines that write to the file the packages that the interpreter's libraries are in.
    List<Line> findRunTimePackages(String file);

    /// Script lines that install the packages named in the file besides others.
    ///
    /// @param option of [#cache], or nothing
    List<Line> installAlsoFrom(String file, List<Entry<Wanted>> packages, String option);

    /// Script lines that make of the installed packages what the interpreter looks for.
    default List<Line> arrange() {
        return List.of();
    }

    /// A command and the packages' names below it, sorted, one a line.
    ///
    /// @param end what follows the last name
    default List<Line> command(String start, List<Entry<Wanted>> packages, String end) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.plain(start));
        packages.stream()
                .sorted(Comparator.comparing(entry -> name(entry.value())))
                .map(entry -> Line.of("    " + name(entry.value()), entry))
                .forEach(lines::add);
        Line last = lines.removeLast();
        lines.add(last.withText(last.text() + end));
        return lines;
    }
}
