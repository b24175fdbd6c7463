package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pykiln.dockerfile.Instruction.Pairs;
import org.pykiln.dockerfile.Instruction.Pairs.Pair;
import org.pykiln.dockerfile.Instruction.Run;
import org.pykiln.dockerfile.Instruction.Simple;
import org.pykiln.dockerfile.Instruction.Vector;
import org.pykiln.plan.BuildPlan;
import org.pykiln.plan.Entry;
import org.pykiln.plan.NamedPackage;
import org.pykiln.plan.Package;
import org.pykiln.plan.Wanted;

/// The Dockerfile of a throwaway image: a finished image's interpreter and what it takes to compile
/// extension modules for it. It copies nothing from its context.
public final class WheelBuilder {
    /// Where everything of the build stands in the image.
    public static final String FOLDER = "/opt/pykiln/wheels";

    private static final List<Package> TOOLCHAIN =
            List.of(
                    Package.C_COMPILER,
                    Package.CXX_COMPILER,
                    Package.LIBC_DEV,
                    Package.MAKE,
                    Package.PKG_CONFIG);

    private WheelBuilder() {}

    /// Whether only packages of the distribution's own C library could be added, which the
    /// interpreter cannot load. There is no C++ compiler then either.
    public static boolean isClosed(BuildPlan plan) {
        return Distribution.of(plan.base().value()).sysroot().isPresent();
    }

    /// @param image digest of the finished image
    /// @param plan that the image was built from
    /// @param labels of the throwaway image
    /// @param more packages that the requirements need to be compiled
    public static String render(
            String image, BuildPlan plan, Map<String, String> labels, List<NamedPackage> more) {
        Distribution distribution = Distribution.of(plan.base().value());
        List<Instruction> instructions = new ArrayList<>();
        if (isClosed(plan)) {
            instructions.addAll(Renderer.sysroot(plan));
            instructions.add(Simple.of("COPY", "--from=" + image + " /usr/local /usr/local"));
            instructions.add(new Pairs("ENV", pairs(distribution.sysrootEnvironment())));
        } else {
            instructions.add(Simple.of("FROM", image));
        }
        instructions.add(new Pairs("LABEL", pairs(labels)));
        if (!isClosed(plan)) {
            instructions.add(Simple.of("USER", "root"));
            instructions.add(new Vector("SHELL", distribution.shell(), Set.of()));
            PackageCache cache = distribution.cache();
            instructions.add(
                    Run.script(
                            List.of(),
                            Dialect.PORTABLE.download(
                                    cache,
                                    distribution.install(
                                            toolchain(more), Dialect.PORTABLE.option(cache)))));
        }
        instructions.add(Simple.of("WORKDIR", FOLDER));
        return instructions.stream()
                .flatMap(instruction -> instruction.lines().stream())
                .map(line -> line.text() + "\n")
                .collect(Collectors.joining());
    }

    private static List<Entry<Wanted>> toolchain(List<NamedPackage> more) {
        return Stream.<Wanted>concat(TOOLCHAIN.stream(), more.stream())
                .map(wanted -> new Entry<>(wanted, Set.of()))
                .toList();
    }

    private static List<Pair> pairs(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> new Pair(value.getKey(), value.getValue(), Set.of()))
                .toList();
    }
}
