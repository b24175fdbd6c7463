package org.pykiln.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pykiln.pyperf.PerfSuite;

/// What came out of a worker process.
///
/// @param suite with one run
/// @param environment of those variables that change how memory is allocated or strings are hashed
/// @param libraries file names mapped into the process at its end
/// @param extensions modules that were loaded from files of the layer
/// @param load of the host before, mean of one minute
/// @param memory peaks in bytes by the name of their metadata; what could not be read is absent
/// @param host numbers of the host while the unit ran, by the name of their metadata; what the host
///   does not tell is absent
record WorkerReport(
        PerfSuite suite,
        Map<String, String> environment,
        List<String> libraries,
        List<String> extensions,
        double load,
        Map<String, Long> memory,
        Map<String, Double> host) {
    private static final List<String> ALLOCATORS =
            List.of(
                    "jemalloc",
                    "mimalloc",
                    "tcmalloc",
                    "snmalloc",
                    "rpmalloc",
                    "scudo",
                    "hoard",
                    "hardened_malloc");

    WorkerReport {
        environment = Map.copyOf(environment);
        libraries = List.copyOf(libraries);
        extensions = List.copyOf(extensions);
        memory = Map.copyOf(memory);
        host = Map.copyOf(host);
    }

    String variable(String name) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? "unset" : value.strip().replaceAll("[\\r\\n]+", " ");
    }

    /// Such as `markupsafe._speedups,yaml._yaml`, or `none`.
    String loadedExtensions() {
        return extensions.isEmpty() ? "none" : String.join(",", extensions);
    }

    String mappedAllocator() {
        Optional<String> found =
                ALLOCATORS.stream()
                        .filter(name -> libraries.stream().anyMatch(file -> file.contains(name)))
                        .findFirst();
        return found.orElse("none");
    }
}
