package org.pykiln.bench;

/// The C library that packages are compiled for, and the base that has it. What was compiled with a
/// newer glibc does not load on an older one.
enum LayerLibc {
    GLIBC("glibc 2.41", "debian:trixie-slim"),
    OLDER_GLIBC("glibc 2.36", "debian:bookworm-slim"),
    MUSL("musl", "debian:trixie-slim+musl");

    private final String text;
    private final String base;

    LayerLibc(String text, String base) {
        this.text = text;
        this.base = base;
    }

    /// @param libc as a probe says it, such as `glibc 2.41`
    static LayerLibc of(String libc) {
        if (libc.startsWith("musl")) {
            return MUSL;
        }
        boolean old = glibc(libc) < glibc(GLIBC.text);
        return old ? OLDER_GLIBC : GLIBC;
    }

    /// The X of glibc 2.X; 0 when the text does not say.
    static int glibc(String libc) {
        String prefix = "glibc 2.";
        return libc.startsWith(prefix)
                ? Integer.parseInt(libc.substring(prefix.length()).replaceAll("\\D.*", ""))
                : 0;
    }

    String text() {
        return text;
    }

    /// Name of the base image that packages are compiled on.
    String base() {
        return base;
    }
}
