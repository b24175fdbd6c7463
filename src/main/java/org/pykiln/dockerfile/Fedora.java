package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.plan.Entry;
import org.pykiln.plan.Package;
import org.pykiln.plan.ToolPackage;
import org.pykiln.plan.Wanted;

/// Fedora Linux. Rendered, not built: its packages are not within reach of PyKiln's own tests.
record Fedora() implements Distribution {
    private static final String INSTALL =
            "dnf install -y --nodocs --setopt=install_weak_deps=False";

    @Override
    public List<String> shell() {
        return List.of("/bin/bash", "-o", "pipefail", "-c");
    }

    @Override
    public String name(Package wanted) {
        return switch (wanted) {
            case BZIP2_DEV -> "bzip2-devel";
            case C_COMPILER -> "gcc";
            case CA_CERTIFICATES -> "ca-certificates";
            case COSIGN -> "cosign";
            case CXX_COMPILER -> "gcc-c++";
            case DIFFUTILS -> "diffutils";
            // dpkg itself is packaged, its flags for compilers are Debian's alone
            case DPKG_DEV -> "dpkg-dev";
            case EXPAT_DEV -> "expat-devel";
            case FFI_DEV -> "libffi-devel";
            case FINDUTILS -> "findutils";
            case GAWK -> "gawk";
            case GDBM_DEV -> "gdbm-devel";
            case GNUPG -> "gnupg2";
            case JEMALLOC -> "jemalloc";
            case JEMALLOC_DEV -> "jemalloc-devel";
            case KERNEL_HEADERS -> "kernel-headers";
            case LIBC_DEV -> "glibc-devel";
            case LZMA_DEV -> "xz-devel";
            case MAKE -> "make";
            case MIMALLOC -> "mimalloc";
            case MIMALLOC_DEV -> "mimalloc-devel";
            case MPDECIMAL_DEV -> "mpdecimal-devel";
            case NCURSES_DEV -> "ncurses-devel";
            case NETBASE -> "setup";
            case OPENSSL_DEV -> "openssl-devel";
            case PKG_CONFIG -> "pkgconf-pkg-config";
            case PYTHON -> "python3";
            case READLINE_DEV -> "readline-devel";
            case SCANELF -> "pax-utils";
            case SQLITE_DEV -> "sqlite-devel";
            case TAR -> "tar";
            case TCMALLOC -> "gperftools-libs";
            case TCMALLOC_DEV -> "gperftools-devel";
            case TZDATA -> "tzdata";
            case UUID_DEV -> "libuuid-devel";
            case XZ -> "xz";
            // what "zlib-devel" has meant since Fedora 40
            case ZLIB_DEV -> "zlib-ng-compat-devel";
            case ZSTD_DEV -> "libzstd-devel";
        };
    }

    /// There is one GCC; of Clang the newest has no number in its name.
    @Override
    public String name(ToolPackage wanted) {
        return switch (wanted.tool()) {
            case GCC -> "gcc";
            case CLANG -> "clang";
            case LLD -> "lld";
            case LLVM -> "llvm";
            case CLANG_RUNTIME -> "compiler-rt";
            case BOLT -> "llvm-bolt";
        };
    }

    @Override
    public String libraryFolders() {
        return "/usr/lib64 /usr/lib";
    }

    @Override
    public PackageCache cache() {
        return new PackageCache(
                List.of("/var/cache/libdnf5"),
                " --setopt=keepcache=True",
                List.of(),
                List.of(),
                "",
                List.of(Line.plain("dnf clean all;")));
    }

    @Override
    public List<Line> install(List<Entry<Wanted>> packages, String option) {
        return command(INSTALL + option, packages, ";");
    }

    /// The image has no xargs before its packages are there.
    @Override
    public List<Line> installAlsoFrom(String file, List<Entry<Wanted>> packages, String option) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.plain("mapfile -t libraries < " + file + ";"));
        lines.addAll(command(INSTALL + option + " \"${libraries[@]}\"", packages, ";"));
        return lines;
    }

    /// Asks the dynamic linker for every library of everything installed, and rpm for whose it is.
    @Override
    public List<Line> findRunTimePackages(String file) {
        return List.of(
                Line.plain(
                        "find /usr/local -type f \\( -perm /111 -o -name '*.so' \\) -exec ldd {} \\; 2>/dev/null"),
                Line.plain("    | sed -nE '/=> .usr.local/d; s#^.* => (/[^ ]*) .*$#\\1#p'"),
                Line.plain("    | sort -u"),
                Line.plain("    | xargs rpm --query --queryformat '%{NAME}\\n' --file"),
                Line.plain("    | sort -u > " + file + ";"));
    }
}
