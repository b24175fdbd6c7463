package org.pykiln.recipe.knob;

import org.pykiln.plan.Compiler;

/// What Python's installed build configuration says of compilers, and how it is made to name those
/// of the distribution. pip builds packages from source with what is found there, in images that
/// never had the compiler of the interpreter.
final class BuildConfiguration {
    /// What an image with the distribution's `gcc` can run; a C++ compiler is named where there is
    /// one. What only makes sense inside CPython's own build is left out.
    static final String PROOF =
            """
            used = {name: str(value) for name, value in sysconfig.get_config_vars().items()
                    if not name.startswith(('CONFIG_ARGS', 'LLVM_', 'PGO_', 'BOLT_', 'prefix'))}
            foreign = re.compile(r'(^|[\\s/=])(clang|llvm-|gcc-\\d|g[+][+]-\\d)|-fuse-ld='
                                 r'|-flto=(thin|full)|-fprofile-instr|-grecord-command-line')
            named = sorted(name for name, value in used.items() if foreign.search(value))
            compiler = shlex.split(sysconfig.get_config_var('CC') or '')[:1]
            return (not named and bool(compiler) and compiler[0].endswith('gcc'),
                    'other compilers in ' + ', '.join(named) if named else ' '.join(compiler))\
            """;

    private static final String FILES =
            "$(find /usr/local/lib/python3* -maxdepth 2"
                    + " \\( -name '_sysconfig*.py' -o -name '_sysconfig*.json'"
                    + " -o -path '*/config-3*/Makefile' \\))";

    private BuildConfiguration() {}

    /// Lines that say something of CPython's own build only, or nothing of compilers.
    private static final String OTHER_LINES =
            """
            -e "/^([A-Za-z_]+ ?=|[{ ]+['\\"])/!b"
            -e "/^(|[{ ]+['\\"])(PGO|LLVM)_/b"\
            """;

    private static final String START = "(^[A-Za-z_]+=[[:space:]]*|[[:space:]'\\\"])";
    private static final String END = "($|[[:space:]'\\\"])";

    /// Shell commands for after the installation. What was configured stays on record as it was:
    /// there a compiler follows an `=`, which is no beginning of a word here.
    static String ofTheDistribution(Compiler compiler) {
        String words = compiler.isClang() ? clang() : word(compiler.name(), "gcc");
        return """
        sed -i -E
            %s
            %s
            %s;
        python3 -m compileall -q /usr/local/lib/python3*/_sysconfigdata_*.py\
        """
                .formatted(OTHER_LINES.replace("\n", "\n    "), words, FILES);
    }

    private static String clang() {
        String folder = "([^[:space:]'\\\"=]*/)?";
        return String.join(
                "\n    ",
                word(folder + "clang[+][+](-[0-9]+)?", "g++"),
                word(folder + "clang(-[0-9]+)?", "gcc"),
                word(folder + "llvm-ar", "ar"),
                word(
                        "(-fuse-ld=lld|-flto=(thin|full)|-grecord-command-line"
                                + "|-fprofile-instr-use=[^[:space:]'\\\"]*"
                                + "|-fdebug-default-version=[0-9]|-Wl,--emit-relocs)",
                        ""));
    }

    /// A loop, because words that follow each other share the space between them.
    private static String word(String pattern, String replacement) {
        String label = replacement.isEmpty() ? "none" : replacement.replace("+", "p");
        int last = 2 + (int) pattern.chars().filter(c -> c == '(').count();
        return """
        -e ":%s" -e "s#%s%s%s#\\\\1%s\\\\%d#" -e "t %s"\
        """
                .formatted(label, START, pattern, END, replacement, last, label);
    }
}
