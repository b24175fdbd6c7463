package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.plan.Entry;
import org.pykiln.plan.Package;
import org.pykiln.plan.ToolPackage;
import org.pykiln.plan.Wanted;

/// Debian's slim images.
record Debian(String release) implements Distribution {
    static final String INSTALL = "apt-get install -y --no-install-recommends";

    /// Debian's images tell apt, in files of different names, to remove what it downloaded. A file
    /// that is read after them and is gone with the script has the last word, and leaves the image
    /// as it is without a cache.
    static final PackageCache CACHE =
            new PackageCache(
                    List.of("/var/cache/apt", "/var/lib/apt/lists"),
                    "",
                    List.of(
                            Line.plain("printf '%s\\n'"),
                            Line.plain("    '#clear DPkg::Post-Invoke;'"),
                            Line.plain("    '#clear APT::Update::Post-Invoke;'"),
                            Line.plain("    'APT::Keep-Downloaded-Packages \"true\";'"),
                            Line.plain("    > /etc/apt/apt.conf.d/zz-keep;")),
                    List.of(Line.plain("rm /etc/apt/apt.conf.d/zz-keep;")),
                    "",
                    List.of(Line.plain("rm -rf /var/lib/apt/lists/*;")));

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
            case COSIGN -> "cosign";
            case CXX_COMPILER -> "g++";
            case DIFFUTILS -> "diffutils";
            case DPKG_DEV -> "dpkg-dev";
            case EXPAT_DEV -> "libexpat1-dev";
            case FFI_DEV -> "libffi-dev";
            case FINDUTILS -> "findutils";
            case GAWK -> "gawk";
            case GDBM_DEV -> "libgdbm-dev";
            case GNUPG -> "gnupg";
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
            case PYTHON -> "python3";
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
    public String name(ToolPackage wanted) {
        int version = wanted.version();
        return switch (wanted.tool()) {
            case GCC -> "gcc-" + version;
            case CLANG -> "clang-" + version;
            case LLD -> "lld-" + version;
            case LLVM -> "llvm-" + version;
            case CLANG_RUNTIME -> "libclang-rt-%d-dev".formatted(version);
            case BOLT -> "bolt-" + version;
        };
    }

    @Override
    public PackageCache cache() {
        return CACHE;
    }

    @Override
    public List<Line> install(List<Entry<Wanted>> packages, String option) {
        return installation(this, INSTALL, packages, "");
    }

    @Override
    public List<Line> installAlsoFrom(String file, List<Entry<Wanted>> packages, String option) {
        return installation(this, "xargs " + INSTALL, packages, " < " + file);
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

    /// @param names whose names the packages have
    static List<Line> installation(
            Distribution names, String command, List<Entry<Wanted>> packages, String end) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.plain("apt-get update;"));
        lines.addAll(names.command(command, packages, end + ";"));
        return lines;
    }
}
