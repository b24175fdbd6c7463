package org.pykiln.engine.docker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pykiln.engine.EngineArchitecture;
import org.pykiln.engine.EngineFacts;

/// Finds out which architectures an engine runs, as far as that can be seen without running
/// anything there.
final class Emulation {
    private static final String PREFIX = "qemu-";

    private Emulation() {}

    /// Emulators are registered with a kernel, and only this machine's can be read: an engine in a
    /// virtual machine, though its socket is here, has another.
    static List<EngineArchitecture> architectures(EngineFacts engine, Path root) {
        List<EngineArchitecture> all = new ArrayList<>();
        all.add(new EngineArchitecture(engine.architecture(), false));
        if (engine.architecture().equals("amd64")) {
            all.add(new EngineArchitecture("i386", false));
        }
        if (engine.endpoint().startsWith("unix:") && kernel(root).equals(engine.kernel())) {
            emulators(root).stream()
                    .filter(name -> all.stream().noneMatch(a -> a.name().equals(name)))
                    .forEach(name -> all.add(new EngineArchitecture(name, true)));
        }
        return List.copyOf(all);
    }

    private static List<String> emulators(Path root) {
        List<String> names = new ArrayList<>();
        Path registered = root.resolve("proc/sys/fs/binfmt_misc");
        if (!Files.isDirectory(registered)) {
            return names;
        }
        try (DirectoryStream<Path> each = Files.newDirectoryStream(registered, PREFIX + "*")) {
            for (Path file : each) {
                if (worksInContainers(Files.readString(file))) {
                    String name = file.getFileName().toString().substring(PREFIX.length());
                    names.add(Architectures.name(name, null));
                }
            }
        } catch (IOException unreadable) {
            return List.of();
        }
        names.sort(Comparator.naturalOrder());
        return names;
    }

    /// Without the flag `F` the kernel looks for the emulator inside the container.
    private static boolean worksInContainers(String registration) {
        return registration.startsWith("enabled")
                && registration
                        .lines()
                        .anyMatch(line -> line.startsWith("flags:") && line.contains("F"));
    }

    private static String kernel(Path root) {
        try {
            return Files.readString(root.resolve("proc/sys/kernel/osrelease")).strip();
        } catch (IOException notLinux) {
            return "";
        }
    }
}
