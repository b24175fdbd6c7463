package org.pykiln.plan;

/// A shared library that the dynamic linker loads into every process of the image.
///
/// @param soname such as `libjemalloc.so.2`, or a shell pattern where distributions differ
public record Preload(Package library, String soname) {}
