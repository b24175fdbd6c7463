package org.pykiln.recipe.knob;

import java.util.List;
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

/// Whether one lock lets only one thread run Python at a time.
public final class GilKnob implements Knob<Boolean> {
    public static final GilKnob GIL = new GilKnob();

    private final Description<Boolean> description =
            new Description<>(
                    "gil",
                    "Global interpreter lock",
                    Group.INTERPRETER,
                    new Domain.Switch(),
                    true,
                    new Explanation(
                            "off: the free-threaded interpreter (--disable-gil), in which threads run Python at"
                                    + " the same time. It is installed as python3.14t, has an ABI and wheels of"
                                    + " its own, and its objects are served by CPython's mimalloc. An extension"
                                    + " that does not know it switches the lock on again.",
                            "One thread alone is 5 to 10 % slower on 3.14 by CPython's own word and about 40 % on"
                                    + " 3.13; what several threads gain is up to the program. More memory.",
                            "What the build configuration says, and whether a fresh interpreter runs without"
                                    + " the lock.",
                            List.of(
                                    "PEP 703",
                                    "PEP 779",
                                    "Python free-threading HOWTO",
                                    "cpython configure: --disable-gil")));

    private GilKnob() {}

    @Override
    public Description<Boolean> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (!recipe.get(this) && !recipe.get(PythonKnob.PYTHON).isAtLeast(3, 13)) {
            return List.of(
                    Finding.error(
                            "no-gil-needs-3.13",
                            "CPython can be built without the lock from 3.13 on.",
                            Remedy.of("keep the lock", this, true),
                            this,
                            PythonKnob.PYTHON));
        }
        if (!recipe.get(this) && !recipe.get(JitKnob.JIT).equals(JitKnob.OFF)) {
            return List.of(
                    Finding.error(
                            "jit-needs-gil",
                            "CPython's JIT works with the lock only.",
                            Remedy.of("switch the JIT off", JitKnob.JIT, JitKnob.OFF),
                            this,
                            JitKnob.JIT));
        }
        return List.of();
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (!recipe.get(this)) {
            plan.configure("--disable-gil");
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        boolean locked = recipe.get(this);
        return List.of(
                new Proof(
                        id(),
                        locked
                                ? "one thread runs Python at a time"
                                : "threads run Python at the same time",
                        """
                        built = bool(sysconfig.get_config_var('Py_GIL_DISABLED'))
                        asked = subprocess.run(
                            [sys.executable, '-c',
                             'import sys; print(getattr(sys, "_is_gil_enabled", lambda: True)())'],
                            capture_output=True, text=True, check=True).stdout.strip()
                        return (built, asked) == %s, f'built without: {built}, lock on: {asked}'\
                        """
                                .formatted(locked ? "(False, 'True')" : "(True, 'False')")));
    }
}
