package org.pykiln.recipe.knob;

import java.util.List;
import java.util.Map;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Libc;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// How much stack a thread of the interpreter gets.
public final class ThreadStackKnob implements Knob<String> {
    public static final ThreadStackKnob THREAD_STACK = new ThreadStackKnob();

    private static final String DEFAULT = "default";
    private static final String FLAG = "-DTHREAD_STACK_SIZE=";

    private static final Map<String, Integer> BYTES =
            Map.of(
                    "1m", 0x100000,
                    "2m", 0x200000,
                    "4m", 0x400000,
                    "8m", 0x800000,
                    "16m", 0x1000000);

    private final Description<String> description =
            new Description<>(
                    "thread-stack-size",
                    "Stack of a thread",
                    Group.HARDENING,
                    new Domain.OneOf<>(
                            List.of(DEFAULT, "1m", "2m", "4m", "8m", "16m"), size -> size),
                    DEFAULT,
                    new Explanation(
                            "The stack of threads that Python starts (-DTHREAD_STACK_SIZE). default: the C"
                                    + " library's own, but 1 MiB on musl up to Python 3.14; later ones see to it"
                                    + " themselves.",
                            "None on speed. musl gives a thread 128 KiB: a deep recursion then ends the whole"
                                    + " process before Python can raise RecursionError. docker-library takes"
                                    + " 1 MiB, Home Assistant 2 MiB from Python 3.14 on. Only what is used"
                                    + " occupies memory.",
                            "The stack that the C library reports of a new thread, the flag on the command line"
                                    + " that compiled the interpreter loop, and an endless recursion in a thread,"
                                    + " which has to end in RecursionError.",
                            List.of(
                                    "docker-library/python: Alpine images",
                                    "home-assistant/docker-base",
                                    "cpython #149993")));

    private ThreadStackKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        int bytes = bytes(recipe);
        if (bytes > 0) {
            plan.compilerFlags(flag(bytes));
        }
    }

    private static String flag(int bytes) {
        return FLAG + "0x" + Integer.toHexString(bytes);
    }

    /// 0 where nobody but the C library decides.
    private int bytes(Recipe recipe) {
        if (!recipe.get(this).equals(DEFAULT)) {
            return BYTES.getOrDefault(recipe.get(this), 0);
        }
        boolean tooSmall =
                recipe.get(BaseKnob.BASE).libc() == Libc.MUSL
                        && !recipe.get(PythonKnob.PYTHON).isAtLeast(3, 15);
        return tooSmall ? BYTES.getOrDefault("1m", 0) : 0;
    }

    /// A stack is given out in pages, some of which the C library keeps for itself.
    @Override
    public List<Proof> prove(Recipe recipe) {
        int bytes = bytes(recipe);
        if (bytes == 0) {
            return List.of(
                    new Proof(
                            id(),
                            "a recursion in a thread ends in RecursionError, on the C library's stack",
                            """
                            given = [word for word in compiled() if word.startswith('%s')]
                            size, end = thread_stack()
                            return not given and end == 'RecursionError', f'{size} bytes, {end}'\
                            """
                                    .formatted(FLAG)));
        }
        return List.of(
                new Proof(
                        id(),
                        "a thread has a stack of %d KiB, and recursion ends in RecursionError"
                                .formatted(bytes / 1024),
                        """
                        there, seen = compiled_with('%s')
                        size, end = thread_stack()
                        holds = there and abs(size - %d) <= 65536 and end == 'RecursionError'
                        return holds, f'{seen}, {size} bytes, {end}'\
                        """
                                .formatted(flag(bytes), bytes)));
    }
}
