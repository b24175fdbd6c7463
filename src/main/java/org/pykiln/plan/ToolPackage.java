package org.pykiln.plan;

import java.util.Comparator;

/// A part of a compiler at a major version of it.
public record ToolPackage(Tool tool, int version) implements Wanted, Comparable<ToolPackage> {
    private static final Comparator<ToolPackage> ORDER =
            Comparator.comparing(ToolPackage::tool).thenComparing(ToolPackage::version);

    /// What compilers consist of where distributions take them apart.
    public enum Tool {
        GCC,
        CLANG,
        LLD,
        /// llvm-ar, llvm-profdata, llvm-readobj and others
        LLVM,
        /// what a program links that writes a profile; no dependency of Clang's
        CLANG_RUNTIME,
        BOLT
    }

    @Override
    public int compareTo(ToolPackage other) {
        return ORDER.compare(this, other);
    }
}
