package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pykiln.plan.Entry;
import org.pykiln.plan.Package;

/// Debian's slim images.
record Debian(String release) implements Distribution {
    private static final String INSTALL = "apt-get install -y --no-install-recommends";

    @Override
    public List<String> shell() {
        return List.of("/bin/bash", "-o", "pipefail", "-c");
    }

    @Override
    public String name(Package wanted) {
        boolean bookworm = release.equals("bookworm");
        return switch (wanted) {
            case BZIP2_DEV -> "libbz2-dev";
            case C_COMPILER -> "gcc";
            case CA_CERTIFICATES -> "ca-certificates";
            case FFI_DEV -> "libffi-dev";
            case GDBM_DEV -> "libgdbm-dev";
            case JEMALLOC -> "libjemalloc2";
            case JEMALLOC_DEV -> "libjemalloc-dev";
            case KERNEL_HEADERS -> "linux-libc-dev";
            case LIBC_DEV -> "libc6-dev";
            case LZMA_DEV -> "liblzma-dev";
            case MAKE -> "make";
            case MIMALLOC -> bookworm ? "libmimalloc2.0" : "libmimalloc3";
            case MIMALLOC_DEV -> "libmimalloc-dev";
            case MPDECIMAL_DEV -> "libmpdec-dev";
            case NCURSES_DEV -> "libncurses-dev";
            case NETBASE -> "netbase";
            case OPENSSL_DEV -> "libssl-dev";
            case PKG_CONFIG -> "pkg-config";
            case READLINE_DEV -> "libreadline-dev";
            case SCANELF -> "pax-utils";
            case SQLITE_DEV -> "libsqlite3-dev";
            case TAR -> "tar";
            case TCMALLOC -> bookworm ? "libtcmalloc-minimal4" : "libtcmalloc-minimal4t64";
            case TCMALLOC_DEV -> "libgoogle-perftools-dev";
            case TZDATA -> "tzdata";
            case UUID_DEV -> "uuid-dev";
            case XZ -> "xz-utils";
            case ZLIB_DEV -> "zlib1g-dev";
            case ZSTD_DEV -> "libzstd-dev";
        };
    }

    @Override
    public List<Line> install(List<Entry<Package>> packages) {
        return installation(INSTALL, packages, "");
    }

    @Override
    public List<Line> installAlsoFrom(String file, List<Entry<Package>> packages) {
        return installation("xargs " + INSTALL, packages, " < " + file);
    }

    /// Asks the dynamic linker for every library of everything installed, and dpkg for whose it is.
    /// The leading directory goes, because dpkg may know a file by its name before /usr was merged;
    /// diversions in dpkg's answer name no package.
    @Override
    public List<Line> findRunTimePackages(String file) {
        return List.of(
                Line.plain(
                        "find /usr/local -type f \\( -perm /111 -o -name '*.so' \\) -exec ldd {} \\; 2>/dev/null"),
                Line.plain("    | sed -nE 's#^.* => (/usr)?/(lib[^ ]*) .*$#*/\\2#p'"),
                Line.plain("    | sort -u"),
                Line.plain("    | xargs dpkg-query --search"),
                Line.plain("    | sed -nE 's/^([a-z0-9][a-z0-9.+-]*)(:[a-z0-9]+)?: .*$/\\1/p'"),
                Line.plain("    | sort -u > " + file + ";"));
    }

    private List<Line> installation(String command, List<Entry<Package>> packages, String end) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.plain("apt-get update;"));
        lines.add(Line.plain(command));
        packages.stream()
                .sorted(Comparator.comparing(entry -> name(entry.value())))
                .map(entry -> Line.of("    " + name(entry.value()), entry))
                .forEach(lines::add);
        Line last = lines.removeLast();
        lines.add(last.withText(last.text() + end + ";"));
        lines.add(Line.plain("rm -rf /var/lib/apt/lists/*"));
        return lines;
    }
}
