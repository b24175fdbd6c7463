package org.pykiln.engine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How programs of another architecture are made to run on an engine's host. PyKiln only says it:
/// what it takes is the host's administrator.
public final class Emulators {
    private Emulators() {}

    /// Commands of which one registers QEMU for these architectures, the best first; to be given on
    /// the engine's host.
    public static List<String> commands(EngineFacts engine, List<String> architectures) {
        String image =
                "docker run --privileged --rm tonistiigi/binfmt --install "
                        + architectures.stream()
                                .map(Emulators::binfmtName)
                                .distinct()
                                .collect(Collectors.joining(","));
        if (architectures.stream().anyMatch(name -> isSibling(engine, name))) {
            return List.of(image);
        }
        String system = engine.operatingSystem().toLowerCase(Locale.ROOT);
        if (mentions(system, "debian", "ubuntu", "mint", "raspbian")) {
            return List.of("sudo apt-get install qemu-user-static", image);
        }
        if (mentions(system, "fedora", "red hat", "centos", "alma", "rocky")) {
            return List.of("sudo dnf install qemu-user-static", image);
        }
        return List.of(image);
    }

    /// Distributions register no emulator for the 32-bit half of a CPU, which most have.
    private static boolean isSibling(EngineFacts engine, String architecture) {
        return switch (engine.architecture()) {
            case "amd64" -> architecture.equals("i386");
            case "arm64" -> architecture.startsWith("arm/");
            default -> false;
        };
    }

    private static String binfmtName(String architecture) {
        return switch (architecture) {
            case "i386" -> "386";
            case "arm/v7", "arm/v6" -> "arm";
            default -> architecture;
        };
    }

    private static boolean mentions(String system, String... names) {
        return List.of(names).stream().anyMatch(system::contains);
    }
}
