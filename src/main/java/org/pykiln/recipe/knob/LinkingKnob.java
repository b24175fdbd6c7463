package org.pykiln.recipe.knob;

import java.util.List;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// Whether the interpreter is in its own executable or in a shared library beside it.
public final class LinkingKnob implements Knob<String> {
    public static final LinkingKnob LINKING = new LinkingKnob();

    static final String SHARED = "shared";

    private LinkingKnob() {}

    @Override
    public String id() {
        return "linking";
    }

    @Override
    public String label() {
        return "Interpreter";
    }

    @Override
    public Group group() {
        return Group.LINKING;
    }

    @Override
    public Domain<String> domain() {
        return new Domain.OneOf<>(List.of("static", SHARED), mode -> mode);
    }

    @Override
    public String defaultValue() {
        return "static";
    }

    @Override
    public Explanation explain() {
        return new Explanation(
                "static: the interpreter is part of the executable. shared: it lives in"
                        + " libpython3.so (--enable-shared), which programs that embed Python need.",
                "Static was 1.10x faster in one measurement of python-build-standalone and without"
                        + " effect in a second one; the thread-local state of a shared library costs"
                        + " a call more.",
                "Whether libpython is mapped into the running interpreter.",
                List.of("astral-sh/python-build-standalone #540, #592", "cpython #133313"));
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (recipe.get(this).equals(SHARED)) {
            plan.configure("--enable-shared");
            // so that a libpython of the distribution can never be picked up instead
            plan.linkerFlags("-Wl,-rpath,/usr/local/lib");
        } else {
            plan.configure("--disable-shared");
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
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
}
