package org.pykiln.dockerfile;

import java.util.List;
import org.pykiln.plan.Entry;
import org.pykiln.plan.Package;
import org.pykiln.plan.ToolPackage;
import org.pykiln.plan.Wanted;

/// Alpine Linux. Rendered, not built: its packages are not within reach of PyKiln's own tests.
record Alpine() implements Distribution {
    @Override
    public List<String> shell() {
        return List.of("/bin/ash", "-o", "pipefail", "-c");
    }

    @Override
    public String name(Package wanted) {
        return switch (wanted) {
            case BZIP2_DEV -> "bzip2-dev";
            case C_COMPILER -> "gcc";
            case CA_CERTIFICATES -> "ca-certificates";
            case COSIGN -> "cosign";
            case CXX_COMPILER -> "g++";
            case DIFFUTILS -> "diffutils";
            case DPKG_DEV -> "dpkg-dev";
            case EXPAT_DEV -> "expat-dev";
            case FFI_DEV -> "libffi-dev";
            case FINDUTILS -> "findutils";
            case GAWK -> "gawk";
            case GDBM_DEV -> "gdbm-dev";
            case GNUPG -> "gnupg";
            case JEMALLOC -> "jemalloc";
            case JEMALLOC_DEV -> "jemalloc-dev";
            case KERNEL_HEADERS -> "linux-headers";
            case LIBC_DEV -> "libc-dev";
            case LZMA_DEV -> "xz-dev";
            case MAKE -> "make";
            // the package without "insecure" is built with guard pages and is slower
            case MIMALLOC -> "mimalloc2-insecure";
            case MIMALLOC_DEV -> "mimalloc2-dev";
            case MPDECIMAL_DEV -> "mpdecimal-dev";
            case NCURSES_DEV -> "ncurses-dev";
            case NETBASE -> "libc-utils";
            case OPENSSL_DEV -> "openssl-dev";
            case PKG_CONFIG -> "pkgconf";
            case PYTHON -> "python3";
            case READLINE_DEV -> "readline-dev";
            case SCANELF -> "pax-utils";
            case SQLITE_DEV -> "sqlite-dev";
            case TAR -> "tar";
            case TCMALLOC -> "gperftools";
            case TCMALLOC_DEV -> "gperftools-dev";
            case TZDATA -> "tzdata";
            case UUID_DEV -> "util-linux-dev";
            case XZ -> "xz";
            case ZLIB_DEV -> "zlib-dev";
            case ZSTD_DEV -> "zstd-dev";
        };
    }

    /// There is one Clang; a BOLT would be part of its LLVM.
    @Override
    public String name(ToolPackage wanted) {
        return switch (wanted.tool()) {
            case GCC -> "gcc";
            case CLANG -> "clang";
            case LLD -> "lld";
            case LLVM, BOLT -> "llvm";
            case CLANG_RUNTIME -> "compiler-rt";
        };
    }

    /// apk keeps packages where `/etc/apk/cache` is.
    @Override
    public PackageCache cache() {
        return new PackageCache(
                List.of("/var/cache/apk"),
                "--update-cache",
                List.of(Line.plain("ln -s /var/cache/apk /etc/apk/cache;")),
                List.of(Line.plain("rm /etc/apk/cache;")),
                "--no-cache",
                List.of());
    }

    @Override
    public List<Line> install(List<Entry<Wanted>> packages, String option) {
        return command("apk add " + option, packages, ";");
    }

    @Override
    public List<Line> installAlsoFrom(String file, List<Entry<Wanted>> packages, String option) {
        return command("xargs apk add " + option, packages, " < " + file + ";");
    }

    /// apk knows libraries by name: `so:libssl.so.3`. Those of our own are left out.
    @Override
    public List<Line> findRunTimePackages(String file) {
        return List.of(
                Line.plain("scanelf --needed --nobanner --format '%n#p' --recursive /usr/local"),
                Line.plain("    | tr ',' '\\n'"),
                Line.plain("    | sort -u"),
                Line.plain("    | sed -n '/^libpython/!s/^lib/so:lib/p' > " + file + ";"));
    }
}
