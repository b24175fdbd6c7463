package org.pykiln.recipe.knob;

import java.util.List;
import java.util.Set;
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

/// Whether every function keeps a frame pointer, by which profilers find its callers.
public final class FramePointersKnob implements Knob<String> {
    public static final FramePointersKnob FRAME_POINTERS = new FramePointersKnob();

    private static final String DEFAULT = "default";
    private static final String KEEP = "-fno-omit-frame-pointer";
    private static final String OMIT = "-fomit-frame-pointer";

    /// Where compilers know leaf functions apart.
    private static final Set<String> LEAVES = Set.of("amd64", "arm64");

    private final Description<String> description =
            new Description<>(
                    "frame-pointers",
                    "Frame pointers",
                    Group.HARDENING,
                    new Domain.OneOf<>(List.of(DEFAULT, "on", "off"), choice -> choice),
                    DEFAULT,
                    new Explanation(
                            "on: every function keeps a frame pointer (-fno-omit-frame-pointer), so that perf and"
                                    + " other profilers can walk the stack cheaply, as in the official images from"
                                    + " 3.12 on. off: none does. default: off before CPython 3.15, on from then.",
                            "PEP 831 gives 0.1 to 2.3 % more time by CPU, geometric mean; single benchmarks up"
                                    + " to 1.31x. On i386 registers are so few that the official image leaves"
                                    + " them out.",
                            "The last such flag on the command line that compiled the interpreter loop; on amd64"
                                    + " also the first instructions of functions of the running interpreter.",
                            List.of(
                                    "PEP 831",
                                    "docker-library/python Dockerfile-linux.template",
                                    "cpython #154124")));

    private FramePointersKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (recipe.get(this).equals("on")
                && recipe.get(ArchitectureKnob.ARCHITECTURE).equals("i386")) {
            return List.of(
                    Finding.warning(
                            "frame-pointers-i386",
                            "On i386 a frame pointer takes one of seven registers; the official"
                                    + " image goes without.",
                            Remedy.of("switch them off", this, "off"),
                            this,
                            ArchitectureKnob.ARCHITECTURE));
        }
        return List.of();
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        boolean own = recipe.get(PythonKnob.PYTHON).isAtLeast(3, 15);
        switch (recipe.get(this)) {
            case "on" -> {
                plan.compilerFlags(KEEP);
                if (LEAVES.contains(recipe.get(ArchitectureKnob.ARCHITECTURE))) {
                    plan.compilerFlags("-mno-omit-leaf-frame-pointer");
                }
            }
            case "off" -> {
                if (own) {
                    plan.configure("--without-frame-pointers");
                }
                plan.compilerFlags(OMIT);
            }
            default -> {}
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        String choice = recipe.get(this);
        if (choice.equals(DEFAULT)) {
            return List.of();
        }
        boolean on = choice.equals("on");
        return List.of(
                new Proof(
                        id(),
                        on
                                ? "the interpreter's functions keep frame pointers"
                                : "the interpreter's functions keep no frame pointers",
                        """
                        flags = [flag for flag in compiled()
                                 if re.fullmatch('-f(no-)?omit-frame-pointer', flag)]
                        last = flags[-1] if flags else 'no flag'
                        names = '''PyObject_SetAttr PyUnicode_Concat PyUnicode_Join PyLong_FromString
                            PyNumber_Add PyErr_Format
                            PyImport_ImportModule PyImport_Import PyTuple_Pack PyBytes_FromFormat
                            PySequence_Tuple PyFloat_FromString PyModule_AddObject PyEval_EvalCode
                            PyArg_ParseTuple Py_BuildValue PyUnicode_FromFormat'''.split()
                        starts = [ctypes.string_at(ctypes.cast(getattr(ctypes.pythonapi, name),
                                                               ctypes.c_void_p).value, 24)
                                  for name in names]
                        # push %%rbp; mov %%rsp, %%rbp; what asks for its own frame keeps one in any case
                        keep = sum(b'\\x55\\x48\\x89\\xe5' in start for start in starts)
                        fits = (struct.calcsize('P') != 8 or platform.machine() != 'x86_64'
                                or %s)
                        return last == %s and fits, f'{last}, {keep} of {len(names)} functions'\
                        """
                                .formatted(
                                        on ? "2 * keep > len(names)" : "4 * keep < len(names)",
                                        Proof.literal(on ? KEEP : OMIT))));
    }
}
