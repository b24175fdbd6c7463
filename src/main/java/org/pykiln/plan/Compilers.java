package org.pykiln.plan;

import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// The compilers that a base's distribution has as packages, by major version. Source: the package
/// lists of each release; Clang counts where its linker and profile runtime are there too.
///
/// @param gcc besides the base's own
/// @param ownClang what the distribution means by `clang`; 0 where there is none
/// @param clang that have a versioned name
/// @param bolt versions of LLVM's post-link optimiser
/// @param llvmFolder of LLVM's programs, with `%d` for the version
public record Compilers(
        Set<Integer> gcc, int ownClang, Set<Integer> clang, Set<Integer> bolt, String llvmFolder) {
    private static final String DEBIAN = "/usr/lib/llvm-%d/bin";
    private static final String ALPINE = "/usr/lib/llvm%d/bin";
    private static final String FEDORA = "/usr/bin";
    private static final Compilers NONE = new Compilers(Set.of(), 0, Set.of(), Set.of(), DEBIAN);

    public Compilers {
        gcc = Set.copyOf(gcc);
        clang = Set.copyOf(clang);
        bolt = Set.copyOf(bolt);
    }

    public static Compilers of(BaseImage base) {
        boolean alpine = base.family() == BaseImage.Family.ALPINE;
        if (base.libc() == Libc.MUSL && !alpine) {
            return NONE; // only the base's own GCC comes with a wrapper for musl there
        }
        return switch (base.release()) {
            case "trixie" ->
                    new Compilers(
                            Set.of(12, 13, 14),
                            19,
                            Set.of(17, 18, 19, 22),
                            Set.of(17, 18, 19, 22),
                            DEBIAN);
            case "bookworm" ->
                    new Compilers(
                            Set.of(11, 12), 14, Set.of(14, 16, 19), Set.of(15, 16, 19), DEBIAN);
            case "24.04" ->
                    new Compilers(
                            Set.of(12, 13, 14),
                            18,
                            Set.of(16, 17, 18, 19),
                            Set.of(16, 17, 18, 19),
                            DEBIAN);
            case "26.04" ->
                    new Compilers(
                            Set.of(13, 14, 15),
                            21,
                            Set.of(18, 19, 20, 21),
                            Set.of(18, 19, 20, 21),
                            DEBIAN);
            case "3.23", "3.24" -> new Compilers(Set.of(), 21, Set.of(), Set.of(), ALPINE);
            case "43" -> new Compilers(Set.of(), 21, Set.of(), Set.of(21), FEDORA);
            case "44" -> new Compilers(Set.of(), 22, Set.of(), Set.of(22), FEDORA);
            default -> NONE;
        };
    }

    public boolean has(Compiler compiler) {
        if (compiler.isClang()) {
            return compiler.isOfTheBase() ? ownClang > 0 : clang.contains(compiler.version());
        }
        return compiler.isOfTheBase() || gcc.contains(compiler.version());
    }

    /// Whether a major version of LLVM is there under any name.
    public boolean hasLlvm(int version) {
        return clang.contains(version) || ownClang == version;
    }

    /// The version of LLVM whose BOLT goes with the compiler: Clang's own, or what the distribution
    /// means by Clang, or else the newest.
    public OptionalInt boltFor(Compiler compiler) {
        int wanted = compiler.isClang() && !compiler.isOfTheBase() ? compiler.version() : ownClang;
        if (bolt.contains(wanted)) {
            return OptionalInt.of(wanted);
        }
        return compiler.isClang() || bolt.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(new TreeSet<>(bolt).getLast());
    }

    /// Where the programs of a version of LLVM are by their plain names.
    public String llvmFolder(int version) {
        return llvmFolder.formatted(version);
    }
}
