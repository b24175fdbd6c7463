package org.pykiln.plan;

/// A package by what it is for; what it is called is the distribution's business.
public enum Package {
    BZIP2_DEV,
    C_COMPILER,
    CA_CERTIFICATES,
    FFI_DEV,
    GDBM_DEV,
    JEMALLOC,
    JEMALLOC_DEV,
    KERNEL_HEADERS,
    LIBC_DEV,
    LZMA_DEV,
    MAKE,
    MIMALLOC,
    MIMALLOC_DEV,
    MPDECIMAL_DEV,
    NCURSES_DEV,
    NETBASE,
    OPENSSL_DEV,
    PKG_CONFIG,
    READLINE_DEV,
    SCANELF,
    SQLITE_DEV,
    TAR,
    TCMALLOC,
    TCMALLOC_DEV,
    TZDATA,
    UUID_DEV,
    XZ,
    ZLIB_DEV,
    ZSTD_DEV
}
