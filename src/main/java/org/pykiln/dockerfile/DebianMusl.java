package org.pykiln.dockerfile;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pykiln.plan.Entry;
import org.pykiln.plan.Package;
import org.pykiln.plan.ToolPackage;
import org.pykiln.plan.Wanted;

/// Debian's compiler and image with musl as the interpreter's C library, so that recipes on this
/// base and on Debian itself differ in nothing else. The libraries that CPython needs are linked
/// into it statically (see [MuslSysroot]); what remains dynamic is musl alone.
///
/// @param debian for everything that is not linked into the interpreter
record DebianMusl(Debian debian) implements Distribution {
    private static final Set<Package> PROVIDED =
            EnumSet.of(
                    Package.BZIP2_DEV,
                    Package.C_COMPILER,
                    Package.FFI_DEV,
                    Package.GDBM_DEV,
                    Package.JEMALLOC_DEV,
                    Package.KERNEL_HEADERS,
                    Package.LIBC_DEV,
                    Package.LZMA_DEV,
                    Package.MAKE,
                    Package.MPDECIMAL_DEV,
                    Package.NCURSES_DEV,
                    Package.OPENSSL_DEV,
                    Package.PKG_CONFIG,
                    Package.READLINE_DEV,
                    Package.SQLITE_DEV,
                    Package.UUID_DEV,
                    Package.XZ,
                    Package.ZLIB_DEV,
                    Package.ZSTD_DEV);

    @Override
    public List<String> shell() {
        return debian.shell();
    }

    @Override
    public String name(Package wanted) {
        return debian.name(wanted);
    }

    @Override
    public String name(ToolPackage wanted) {
        return debian.name(wanted);
    }

    @Override
    public boolean provides(Wanted wanted) {
        return wanted instanceof Package && PROVIDED.contains(wanted);
    }

    @Override
    public Optional<Sysroot> sysroot() {
        return Optional.of(MuslSysroot.scripts());
    }

    /// There is one folder for each architecture, and an image has one of them.
    @Override
    public Map<String, String> sysrootEnvironment() {
        return Map.of(
                "PKG_CONFIG_LIBDIR",
                Stream.of("x86_64", "aarch64", "i386")
                        .map(cpu -> "/usr/lib/%s-linux-musl/pkgconfig".formatted(cpu))
                        .collect(Collectors.joining(":")));
    }

    @Override
    public PackageCache cache() {
        return debian.cache();
    }

    @Override
    public List<Line> install(List<Entry<Wanted>> packages, String option) {
        return debian.install(packages, option);
    }

    @Override
    public List<Line> installAlsoFrom(String file, List<Entry<Wanted>> packages, String option) {
        return debian.installAlsoFrom(file, packages, option);
    }

    /// Debian has no package of the static libraries' names in the image, so OpenSSL finds its
    /// certificates through a link of our own.
    @Override
    public List<Line> arrange() {
        return List.of(Line.plain("ln -sf certs/ca-certificates.crt /etc/ssl/cert.pem;"));
    }

    /// Only musl may be needed: another library would be one of Debian's, made for glibc, which no
    /// process can hold beside musl.
    @Override
    public List<Line> findRunTimePackages(String file) {
        return List.of(
                Line.plain(
                        "find /usr/local -type f \\( -perm /111 -o -name '*.so' \\) -exec readelf -d {} \\; 2>/dev/null"),
                Line.plain("    | sed -nE 's/^.*[(]NEEDED[)].*[[](.*)[]]$/\\1/p'"),
                Line.plain("    | sort -u > /tmp/needed;"),
                Line.plain("grep -qx 'libc[.]so' /tmp/needed;"),
                Line.plain(
                        "if grep -Ev '^(libc|libpython3[^/]*)[.]so' /tmp/needed; then exit 1; fi;"),
                Line.plain("echo musl > " + file + ";"));
    }
}
