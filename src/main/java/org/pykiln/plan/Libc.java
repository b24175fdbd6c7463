package org.pykiln.plan;

/// The C library of a base image.
public enum Libc {
    GLIBC,
    MUSL
}
