package org.pykiln.recipe.knob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.plan.Compiler;

/// The commands run over what CPython 3.14.6 wrote after it was configured with Clang.
class BuildConfigurationTest {
    private static final String DATA =
            """
            build_time_vars = {'AR': '/usr/lib/llvm-19/bin/llvm-ar',
             'BLDSHARED': 'clang-19 -shared -fuse-ld=lld -fuse-ld=lld -flto=full -g '
                          '-Wl,--emit-relocs',
             'CC': 'clang-19',
             'CONFIG_ARGS': "'--with-lto=full' 'CC=clang-19' "
                            "'LDFLAGS=-fuse-ld=lld'",
             'CXX': '/usr/lib/llvm-19/bin/clang++',
             'CLANG_SAYS': 'clangd and my-clang',
             'LDFLAGS': '-fuse-ld=lld',
             'PGO_PROF_USE_FLAG': '-fprofile-instr-use="/x/code.profclangd"',
             'PY_CORE_CFLAGS': '-O3 -grecord-command-line -fdebug-default-version=4 -flto=thin -g',
             'SIZE': 8}
            """;

    private static final String MAKEFILE =
            """
            CC=\t\tclang-19
            LINKCC=\t$(PURIFY) $(CC) -fno-pie
            CONFIGURE_LDFLAGS_NODIST=-fuse-ld=lld -flto=full -g -Wl,--emit-relocs
            CONFIG_ARGS=\t '--with-lto=full' 'CC=clang-19'
            # dtoa.c: clang 4.0 optimises too much
            \t/usr/lib/llvm-19/bin/llvm-bolt x
            """;

    @Test
    void clangLeavesNoTraceButWhatWasConfigured(@TempDir Path folder) throws Exception {
        assertThat(after("clang-19", DATA, folder))
                .isEqualTo(
                        """
                        build_time_vars = {'AR': 'ar',
                         'BLDSHARED': 'gcc -shared    -g '
                                      '',
                         'CC': 'gcc',
                         'CONFIG_ARGS': "'--with-lto=full' 'CC=clang-19' "
                                        "'LDFLAGS=-fuse-ld=lld'",
                         'CXX': 'g++',
                         'CLANG_SAYS': 'clangd and my-clang',
                         'LDFLAGS': '',
                         'PGO_PROF_USE_FLAG': '-fprofile-instr-use="/x/code.profclangd"',
                         'PY_CORE_CFLAGS': '-O3    -g',
                         'SIZE': 8}
                        """);
        assertThat(
                        after(
                                "clang-19",
                                "  \"CC\": \"clang-19\",\n  \"A\": \"'CC=clang-19'\",\n",
                                folder))
                .isEqualTo("  \"CC\": \"gcc\",\n  \"A\": \"'CC=clang-19'\",\n");
        assertThat(after("clang", MAKEFILE, folder))
                .isEqualTo(
                        """
                        CC=\t\tgcc
                        LINKCC=\t$(PURIFY) $(CC) -fno-pie
                        CONFIGURE_LDFLAGS_NODIST=  -g\s
                        CONFIG_ARGS=\t '--with-lto=full' 'CC=clang-19'
                        # dtoa.c: clang 4.0 optimises too much
                        \t/usr/lib/llvm-19/bin/llvm-bolt x
                        """);
    }

    @Test
    void anOlderGccBecomesTheDistributions(@TempDir Path folder) throws Exception {
        assertThat(
                        after(
                                "gcc-13",
                                " 'CC': 'gcc-13',\n 'LDSHARED': 'gcc-13 -shared',\n 'X': 'CC=gcc-13'}\n",
                                folder))
                .isEqualTo(" 'CC': 'gcc',\n 'LDSHARED': 'gcc -shared',\n 'X': 'CC=gcc-13'}\n");
    }

    private static String after(String compiler, String text, Path folder)
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("configuration"), text);
        String script =
                BuildConfiguration.ofTheDistribution(Compiler.parse(compiler).orElseThrow());
        String sed = script.substring(0, script.indexOf("$(find")) + file + "\n";
        Process bash =
                new ProcessBuilder("bash", "-euc", sed.replace("\n", " "))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return Files.readString(file);
    }
}
