package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pykiln.dockerfile.Instruction.Pairs;
import org.pykiln.dockerfile.Instruction.Pairs.Pair;
import org.pykiln.dockerfile.Instruction.Run;
import org.pykiln.dockerfile.Instruction.Simple;
import org.pykiln.dockerfile.Instruction.Vector;
import org.pykiln.plan.BuildPlan;
import org.pykiln.plan.Entry;
import org.pykiln.plan.Package;
import org.pykiln.plan.Wanted;

/// The Dockerfile of a throwaway image: a finished image and what it takes to compile extension
/// modules in it and to repair their wheels.
public final class WheelBuilder {
    /// Where everything of the build stands in the image.
    public static final String FOLDER = "/opt/pykiln/wheels";

    /// Locked names of the tools that repair wheels; the context holds it.
    public static final String LOCK = "repair.lock";

    /// Certificates that pip trusts; the context holds them where they are used.
    public static final String CERTIFICATES = "certificates.pem";

    private static final Set<Package> TOOLCHAIN =
            Set.of(Package.C_COMPILER, Package.LIBC_DEV, Package.MAKE);

    private WheelBuilder() {}

    /// @param image digest of the finished image
    /// @param plan that the image was built from
    /// @param labels of the throwaway image
    public static String render(
            String image, BuildPlan plan, Map<String, String> labels, boolean certificates) {
        Distribution distribution = Distribution.of(plan.base().value());
        List<Entry<Wanted>> packages = new ArrayList<>();
        for (Entry<Wanted> wanted : plan.buildPackages()) {
            if (wanted.value() instanceof Package known && TOOLCHAIN.contains(known)) {
                packages.add(wanted);
            }
        }
        List<Instruction> instructions = new ArrayList<>();
        instructions.add(Simple.of("FROM", image));
        instructions.add(new Pairs("LABEL", pairs(labels)));
        instructions.add(Simple.of("USER", "root"));
        instructions.add(new Vector("SHELL", distribution.shell(), Set.of()));
        PackageCache cache = distribution.cache();
        instructions.add(
                Run.script(
                        List.of(),
                        Dialect.PORTABLE.download(
                                cache,
                                distribution.install(packages, Dialect.PORTABLE.option(cache)))));
        instructions.add(Simple.of("WORKDIR", FOLDER));
        instructions.add(
                Simple.of("COPY", LOCK + (certificates ? " " + CERTIFICATES : "") + " ./"));
        instructions.add(new Run(repairTools(certificates)));
        return instructions.stream()
                .flatMap(instruction -> instruction.lines().stream())
                .map(line -> line.text() + "\n")
                .collect(Collectors.joining());
    }

    private static List<Line> repairTools(boolean certificates) {
        List<Line> lines = new ArrayList<>(List.of(Line.plain("set -eux;")));
        if (certificates) {
            lines.add(Line.plain("export PIP_CERT=%s/%s;".formatted(FOLDER, CERTIFICATES)));
        }
        lines.add(Line.plain("mkdir built wheels;"));
        lines.add(Line.plain("python3 -m pip install --no-cache-dir --disable-pip-version-check"));
        lines.add(Line.plain("    --root-user-action=ignore --require-hashes --only-binary :all:"));
        lines.add(Line.plain("    --target tools --requirement " + LOCK));
        return lines;
    }

    private static List<Pair> pairs(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> new Pair(label.getKey(), label.getValue(), Set.of()))
                .toList();
    }
}
