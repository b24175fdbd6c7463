package org.pykiln.recipe.knob;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pykiln.plan.Compilers;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Libc;
import org.pykiln.plan.Package;
import org.pykiln.plan.Proof;
import org.pykiln.plan.PythonRelease;
import org.pykiln.plan.ToolPackage.Tool;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Remedy;

/// CPython's experimental just-in-time compiler.
public final class JitKnob implements Knob<String> {
    public static final JitKnob JIT = new JitKnob();

    static final String INTERPRETER = "interpreter";
    static final String OFF = "off";

    private static final Set<String> ARCHITECTURES = Set.of("amd64", "arm64");

    private final Description<String> description =
            new Description<>(
                    "jit",
                    "JIT",
                    Group.INTERPRETER,
                    new Domain.OneOf<>(
                            List.of(OFF, "yes", "yes-off", INTERPRETER), choice -> choice),
                    OFF,
                    new Explanation(
                            "--enable-experimental-jit: hot loops become machine code, put together from pieces"
                                    + " that Clang compiled during the build. yes-off: built in, but on only"
                                    + " with PYTHON_JIT=1. interpreter: the same optimiser without machine code,"
                                    + " for debugging it. Needs CPython 3.13, glibc, amd64 or arm64, and exactly"
                                    + " one version of LLVM for the build; the rest may be compiled by GCC.",
                            "On 3.13 and 3.14 from 10 % slower to 20 % faster, often slower. On 3.15"
                                    + " CPython's developers measured about 7 % less time on x86-64.",
                            "What became of a hot loop in a fresh interpreter: machine code, something"
                                    + " optimised, or nothing.",
                            List.of(
                                    "What's New in Python 3.13 to 3.15",
                                    "PEP 744",
                                    "PEP 836",
                                    "docker-library/python #1043")));

    private JitKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        return obstacle(recipe).stream().toList();
    }

    private Optional<Finding> obstacle(Recipe recipe) {
        String jit = recipe.get(this);
        PythonRelease python = recipe.get(PythonKnob.PYTHON);
        if (jit.equals(OFF)) {
            return Optional.empty();
        }
        if (!python.isAtLeast(3, 13)) {
            return error("jit-needs-3.13", "CPython has a JIT from 3.13 on.", PythonKnob.PYTHON);
        }
        if (jit.equals(INTERPRETER)) {
            return recipe.get(TailCallKnob.TAIL_CALL)
                    ? error(
                            "jit-interpreter-tail-call",
                            "The optimiser's interpreter is part of the classic loop, which a"
                                    + " tail-call interpreter does not have.",
                            TailCallKnob.TAIL_CALL)
                    : Optional.empty();
        }
        if (recipe.get(BaseKnob.BASE).libc() != Libc.GLIBC) {
            return error(
                    "jit-needs-glibc",
                    "CPython's JIT knows no machine with musl; its build stops there.",
                    BaseKnob.BASE);
        }
        if (!ARCHITECTURES.contains(recipe.get(ArchitectureKnob.ARCHITECTURE))) {
            return error(
                    "jit-architecture",
                    "CPython's JIT makes machine code for amd64 and arm64 only.",
                    ArchitectureKnob.ARCHITECTURE);
        }
        if (!Compilers.of(recipe.get(BaseKnob.BASE)).hasLlvm(llvm(python))) {
            return error(
                    "jit-llvm",
                    "The JIT of CPython 3.%d is built with LLVM %d exactly, which %s does not have."
                            .formatted(
                                    python.minor(), llvm(python), recipe.get(BaseKnob.BASE).name()),
                    BaseKnob.BASE,
                    PythonKnob.PYTHON);
        }
        return Optional.empty();
    }

    private Optional<Finding> error(String code, String summary, Knob<?>... others) {
        Knob<?>[] about = new Knob<?>[others.length + 1];
        about[0] = this;
        System.arraycopy(others, 0, about, 1, others.length);
        return Optional.of(
                Finding.error(code, summary, Remedy.of("switch it off", this, OFF), about));
    }

    /// The version that `Tools/jit` of the release asks for.
    private static int llvm(PythonRelease python) {
        return switch (python.minor()) {
            case 13 -> 18;
            case 14 -> 19;
            default -> 21;
        };
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        String jit = recipe.get(this);
        if (jit.equals(OFF)) {
            return;
        }
        plan.configure("--enable-experimental-jit=" + jit);
        if (!jit.equals(INTERPRETER)) {
            int version = llvm(recipe.get(PythonKnob.PYTHON));
            plan.buildPackage(Tool.CLANG, version);
            plan.buildPackage(Tool.LLVM, version);
            plan.buildPackages(Package.PYTHON);
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        return switch (recipe.get(this)) {
            case "yes" -> List.of(loop("a hot loop becomes machine code", "", "machine code"));
            case "yes-off" ->
                    List.of(
                            loop("a hot loop stays as it is", "", "as it was"),
                            loop(
                                    "a hot loop becomes machine code with PYTHON_JIT=1",
                                    "PYTHON_JIT='1'",
                                    "machine code"));
            case INTERPRETER ->
                    List.of(loop("a hot loop is optimised, not compiled", "", "optimised"));
            default ->
                    List.of(loop("there is no JIT to switch on", "PYTHON_JIT='1'", "no optimiser"));
        };
    }

    private Proof loop(String claim, String environment, String expected) {
        return new Proof(
                id(),
                claim,
                """
                seen = hot_loop(%s)
                return seen == %s, seen\
                """
                        .formatted(environment, Proof.literal(expected)));
    }
}
