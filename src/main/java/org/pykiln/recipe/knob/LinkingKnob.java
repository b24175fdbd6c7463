package org.pykiln.recipe.knob;

import java.util.List;
import org.pykiln.plan.Compilers;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Libc;
import org.pykiln.plan.Proof;
import org.pykiln.plan.PythonRelease;
import org.pykiln.plan.Step;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// Whether the interpreter is in its own executable, in a shared library beside it, or in both.
public final class LinkingKnob implements Knob<String> {
    public static final LinkingKnob LINKING = new LinkingKnob();

    static final String SHARED = "shared";
    static final String WITH_LIBRARY = "static+library";

    private final Description<String> description =
            new Description<>(
                    "linking",
                    "Interpreter",
                    Group.LINKING,
                    new Domain.OneOf<>(List.of("static", SHARED, WITH_LIBRARY), mode -> mode),
                    "static",
                    new Explanation(
                            "static: the interpreter is part of the executable. shared: it lives in"
                                    + " libpython3.so (--enable-shared), which programs that embed Python need."
                                    + " static+library: both. CPython can do that by itself from 3.15 on; before,"
                                    + " the library comes from a second build, without PGO, as Debian's does.",
                            "Static was 1.10x faster in one measurement of python-build-standalone and without"
                                    + " effect in a second one; the thread-local state of a shared library costs"
                                    + " a call more. The second build takes as long as one without PGO, and what"
                                    + " embeds its library gains nothing from training.",
                            "Whether libpython is mapped into the running interpreter; beside a static one also"
                                    + " that the library can be loaded and is of the same version.",
                            List.of(
                                    "astral-sh/python-build-standalone #540, #592",
                                    "cpython #133313",
                                    "Debian python3.13, debian/rules: static and shared builds")));

    private LinkingKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        switch (recipe.get(this)) {
            case SHARED -> {
                plan.configure("--enable-shared");
                // so that a libpython of the distribution can never be picked up instead
                plan.linkerFlags("-Wl,-rpath,/usr/local/lib");
            }
            case WITH_LIBRARY -> contributeLibrary(recipe, plan);
            default -> plan.configure("--disable-shared");
        }
    }

    private static void contributeLibrary(Recipe recipe, Contributions plan) {
        if (recipe.get(PythonKnob.PYTHON).isAtLeast(3, 15)) {
            plan.configure("--enable-shared", "--enable-static-libpython-for-interpreter");
        } else {
            plan.configure("--disable-shared");
            plan.step(Step.Moment.UNPACKED, "cp -a . ../library");
            plan.step(Step.Moment.INSTALLED, secondBuild(recipe));
        }
        if (recipe.get(BaseKnob.BASE).libc() == Libc.GLIBC) {
            // so that programs which embed Python find it
            plan.step(Step.Moment.IMAGE, "ldconfig");
        }
    }

    /// Configured like the first build, but for what comes later on the line; of its result only
    /// the library is installed.
    private static String secondBuild(Recipe recipe) {
        return """
        (%4$seval "set -- $(./config.status --config)";
        export CFLAGS_NODIST="$(sed -n 's/^CONFIGURE_CFLAGS_NODIST=//p' Makefile)";
        export LDFLAGS_NODIST="$(sed -n 's/^CONFIGURE_LDFLAGS_NODIST=//p' Makefile)";
        cd ../library;
        ./configure "$@" --enable-shared --disable-optimizations%3$s;
        make -j "$(nproc)" %1$s;
        install -m 755 %2$s /usr/local/lib;
        ln -s %2$s /usr/local/lib/%1$s)\
        """
                .formatted(
                        library(recipe),
                        file(recipe),
                        recipe.get(PythonKnob.PYTHON).isAtLeast(3, 12) ? " --disable-bolt" : "",
                        CompilerKnob.isClang(recipe) ? llvmFirst(recipe) : "");
    }

    private static String llvmFirst(Recipe recipe) {
        return "export PATH=\"%s:$PATH\";\n"
                .formatted(
                        Compilers.of(recipe.get(BaseKnob.BASE))
                                .llvmFolder(CompilerKnob.resolved(recipe).version()));
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        if (recipe.get(this).equals(WITH_LIBRARY)) {
            return List.of(
                    new Proof(
                            id(),
                            "the interpreter is in its executable, and a shared library is there too",
                            """
                            shared, seen = mapped('libpython3')
                            version = ctypes.PyDLL('/usr/local/lib/' + %s).Py_GetVersion
                            version.restype = ctypes.c_char_p
                            where = file_at(ctypes.cast(version, ctypes.c_void_p).value)
                            said = version().decode().split()[0]
                            return (not shared and os.path.basename(where) == %s
                                    and said == platform.python_version()), f'{seen}; {where}: {said}'\
                            """
                                    .formatted(
                                            Proof.literal(library(recipe)),
                                            Proof.literal(file(recipe)))));
        }
        boolean shared = recipe.get(this).equals(SHARED);
        return List.of(
                new Proof(
                        id(),
                        shared
                                ? "the interpreter is in a shared library of its own"
                                : "the interpreter is in its executable",
                        """
                        holds, seen = mapped('libpython3')
                        return holds == %s, seen\
                        """
                                .formatted(shared ? "True" : "False")));
    }

    private static String library(Recipe recipe) {
        PythonRelease release = recipe.get(PythonKnob.PYTHON);
        return "libpython3.%d%s.so".formatted(release.minor(), recipe.get(GilKnob.GIL) ? "" : "t");
    }

    private static String file(Recipe recipe) {
        return library(recipe) + ".1.0";
    }
}
