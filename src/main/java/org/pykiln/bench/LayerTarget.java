package org.pykiln.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What compiled packages depend on.
///
/// @param python full version of the interpreter, such as `3.13.5`
/// @param freeThreaded whether it has no global lock
/// @param libc that it runs on
/// @param architecture in PyKiln's names, such as `amd64`
record LayerTarget(String python, boolean freeThreaded, LayerLibc libc, String architecture) {
    private static final Map<String, String> MACHINES =
            Map.of(
                    "amd64", "x86_64",
                    "arm64", "aarch64",
                    "i386", "i686",
                    "arm/v7", "armv7l",
                    "ppc64le", "ppc64le",
                    "s390x", "s390x",
                    "riscv64", "riscv64");

    /// Newest `manylinux_2_X` that wheels of a layer are taken of; no base of a recipe has an older
    /// glibc, so they are the same wheels on all of them.
    private static final int GLIBC = 36;

    /// Likewise of `musllinux_1_X`.
    private static final int MUSL = 2;

    /// @param architecture of the image
    static LayerTarget of(Probe probe, String architecture) {
        LayerLibc libc = LayerLibc.of(probe.libc());
        return new LayerTarget(probe.python(), probe.freeThreaded(), libc, architecture);
    }

    /// Such as `Python 3.14.6, musl, amd64`.
    String text() {
        return "Python %s%s, %s, %s"
                .formatted(python, freeThreaded ? " free-threaded" : "", libc.text(), architecture);
    }

    PythonVersion version() {
        return PythonVersion.parse(python);
    }

    private String machine() {
        return MACHINES.getOrDefault(architecture, architecture);
    }

    /// By which pip chooses wheels for this target rather than for the computer it runs on.
    List<String> pipOptions() {
        String abi = "cp" + version().major() + version().minor();
        List<String> options = new ArrayList<>(List.of("--implementation", "cp"));
        options.addAll(List.of("--python-version", version().toString()));
        options.addAll(List.of("--abi", freeThreaded ? abi + "t" : abi));
        if (!freeThreaded) {
            options.addAll(List.of("--abi", "abi3"));
        }
        for (String platform : platforms()) {
            options.addAll(List.of("--platform", platform + "_" + machine()));
        }
        return options;
    }

    private List<String> platforms() {
        List<String> platforms = new ArrayList<>();
        if (libc == LayerLibc.MUSL) {
            for (int minor = MUSL; minor >= 0; minor--) {
                platforms.add("musllinux_1_" + minor);
            }
            return platforms;
        }
        for (int minor = GLIBC; minor >= 5; minor--) {
            platforms.add("manylinux_2_" + minor);
        }
        platforms.addAll(List.of("manylinux2014", "manylinux2010", "manylinux1"));
        return platforms;
    }

    /// Values of the variables of environment markers.
    Map<String, String> markers() {
        return Map.of(
                "python_version", version().toString(),
                "python_full_version", python,
                "implementation_version", python,
                "implementation_name", "cpython",
                "platform_python_implementation", "CPython",
                "platform_machine", machine(),
                "platform_system", "Linux",
                "sys_platform", "linux",
                "os_name", "posix");
    }
}
