package org.pykiln.recipe.knob;

import java.util.List;
import java.util.Set;
import org.pykiln.plan.BaseImage;
import org.pykiln.plan.Compiler;
import org.pykiln.plan.Compiler.Brand;
import org.pykiln.plan.Compilers;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Remedy;

/// Whether the interpreter loop is a chain of functions that call each other last.
public final class TailCallKnob implements Knob<Boolean> {
    public static final TailCallKnob TAIL_CALL = new TailCallKnob();

    private static final Set<String> ARCHITECTURES = Set.of("amd64", "arm64");
    private static final int OLDEST_CLANG = 19;
    private static final int OLDEST_GCC = 16;

    /// Bytes; GCC makes 45 KB of the loop at -Os and more at -O2 and -O3.
    private static final int SMALLEST_LOOP = 8192;

    private final Description<Boolean> description =
            new Description<>(
                    "tail-call",
                    "Tail-call interpreter",
                    Group.INTERPRETER,
                    new Domain.Switch(),
                    false,
                    new Explanation(
                            "--with-tail-call-interp: each bytecode instruction is a function of its own that"
                                    + " ends in a jump to the next one, instead of one function with a thousand"
                                    + " labels. Needs CPython 3.14, amd64 or arm64, and Clang 19 or GCC 16.",
                            "3 to 5 % over a Clang 19 build says CPython; against a good baseline 1 to 5 %,"
                                    + " because the first 9 to 15 % were mostly a regression of Clang 19 that it"
                                    + " hides. CPython advises to combine it with PGO.",
                            "The size of the function that starts the loop, from the running interpreter's"
                                    + " table of symbols: about 50 KB where it holds the loop, a few hundred"
                                    + " bytes where it only calls the first instruction.",
                            List.of(
                                    "What's New in Python 3.14",
                                    "cpython #128718",
                                    "nelhage.com: Performance of the Python 3.14 tail-call interpreter",
                                    "cpython #132138, #140548")));

    private TailCallKnob() {}

    @Override
    public Description<Boolean> description() {
        return description;
    }

    /// Whether anything but the compiler stands against it.
    static boolean isPossible(Recipe recipe) {
        return recipe.get(PythonKnob.PYTHON).isAtLeast(3, 14)
                && ARCHITECTURES.contains(recipe.get(ArchitectureKnob.ARCHITECTURE))
                && !recipe.get(JitKnob.JIT).equals(JitKnob.INTERPRETER);
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (!recipe.get(this)) {
            return List.of();
        }
        Remedy off = Remedy.of("switch it off", this, false);
        if (!recipe.get(PythonKnob.PYTHON).isAtLeast(3, 14)) {
            return List.of(
                    Finding.error(
                            "tail-call-needs-3.14",
                            "CPython has the tail-call interpreter from 3.14 on.",
                            off,
                            this,
                            PythonKnob.PYTHON));
        }
        if (!ARCHITECTURES.contains(recipe.get(ArchitectureKnob.ARCHITECTURE))) {
            return List.of(
                    Finding.error(
                            "tail-call-architecture",
                            "The calling convention that the tail-call interpreter needs exists on"
                                    + " amd64 and arm64 only.",
                            off,
                            this,
                            ArchitectureKnob.ARCHITECTURE));
        }
        Compiler compiler = CompilerKnob.resolved(recipe);
        if (compiler.version() < (compiler.isClang() ? OLDEST_CLANG : OLDEST_GCC)) {
            return List.of(
                    Finding.error(
                            "tail-call-compiler",
                            "The tail-call interpreter needs Clang 19 or GCC 16, and this recipe"
                                    + " compiles with %s %d."
                                            .formatted(
                                                    compiler.isClang() ? "Clang" : "GCC",
                                                    compiler.version()),
                            capable(recipe.get(BaseKnob.BASE)),
                            this,
                            CompilerKnob.COMPILER,
                            BaseKnob.BASE));
        }
        return recipe.get(PgoKnob.PGO)
                ? List.of()
                : List.of(
                        Finding.warning(
                                "tail-call-without-pgo",
                                "CPython advises to use the tail-call interpreter with PGO; without it"
                                        + " nobody has measured a gain.",
                                Remedy.of("switch PGO on", PgoKnob.PGO, true),
                                this,
                                PgoKnob.PGO));
    }

    private Remedy capable(BaseImage base) {
        Compilers compilers = Compilers.of(base);
        Compiler clang = new Compiler(Brand.CLANG, OLDEST_CLANG);
        if (!compilers.has(clang)) {
            clang = new Compiler(Brand.CLANG, 0);
        }
        return compilers.has(clang)
                        && (!clang.isOfTheBase() || compilers.ownClang() >= OLDEST_CLANG)
                ? Remedy.of("use " + clang.title(), CompilerKnob.COMPILER, clang)
                : Remedy.of("switch it off", this, false);
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (recipe.get(this)) {
            plan.configure("--with-tail-call-interp");
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        boolean on = recipe.get(this);
        return List.of(
                new Proof(
                        id(),
                        on
                                ? "the interpreter loop is made of functions that call each other last"
                                : "the interpreter loop is one function",
                        """
                        size = size_of('_PyEval_EvalFrameDefault')
                        configured = bool(sysconfig.get_config_var('Py_TAIL_CALL_INTERP'))
                        return ((0 < size < %d) == configured == %s,
                                f'the function that starts the loop has {size} bytes')\
                        """
                                .formatted(SMALLEST_LOOP, on ? "True" : "False")));
    }
}
