package org.pykiln.recipe.knob;

import java.util.List;
import java.util.regex.Pattern;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Libc;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Remedy;

/// What the interpreter runs to be trained.
public final class PgoTaskKnob implements Knob<String> {
    public static final PgoTaskKnob PGO_TASK = new PgoTaskKnob();

    private static final String DEFAULT = "-m test --pgo";

    private final Description<String> description =
            new Description<>(
                    "pgo-task",
                    "Profile task",
                    Group.OPTIMISATION,
                    new Domain.Text(
                            // starts with an option or a script, and never is empty: that would
                            // switch PGO off
                            Pattern.compile(
                                    "[A-Za-z0-9_./-][A-Za-z0-9 _.,:/@%+=-]{0,198}[A-Za-z0-9_./]"),
                            "arguments of python such as \"-m test --pgo\": letters, digits, spaces and"
                                    + " _ . , : / @ % + = -",
                            List.of(DEFAULT, "-m test --pgo -j2", "-m test --pgo-extended")),
                    DEFAULT,
                    new Explanation(
                            "The arguments with which the instrumented interpreter is run for training"
                                    + " (PROFILE_TASK). The default is CPython's own choice of tests.",
                            "An empty task once switched PGO off in the official images for almost two years"
                                    + " without anyone noticing; PyKiln never lets it be empty, and fails a"
                                    + " build that wrote no profile. -j shortens the training.",
                            "The command that trained the interpreter, as the build's log has it, kept in the"
                                    + " image.",
                            List.of("docker-library/python #980", "cpython Makefile.pre.in")));

    private PgoTaskKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (recipe.isTurned(this) && !isUsed(recipe)) {
            return List.of(
                    Finding.advice(
                            "pgo-task-without-pgo",
                            "The profile task has no effect while PGO is off.",
                            Remedy.of("switch PGO on", PgoKnob.PGO, true),
                            this,
                            PgoKnob.PGO));
        }
        return List.of();
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (isUsed(recipe)) {
            plan.profileTask(task(recipe));
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        if (!isUsed(recipe)) {
            return List.of();
        }
        return List.of(
                new Proof(
                        id(),
                        "training ran " + task(recipe),
                        """
                        seen = evidence('training').removesuffix(' || true')
                        return seen.endswith('./python ' + %s), seen or 'no training'\
                        """
                                .formatted(Proof.literal(task(recipe)))));
    }

    /// Whether anything is trained.
    static boolean isUsed(Recipe recipe) {
        return recipe.get(PgoKnob.PGO) || recipe.get(BoltKnob.BOLT);
    }

    /// On musl tests of re and math of 3.13 and before fail in training (cpython #90548), which is
    /// fatal from 3.13 on.
    static String task(Recipe recipe) {
        String task = recipe.get(PGO_TASK) + PgoJobsKnob.option(recipe);
        boolean failsOnMusl =
                recipe.get(BaseKnob.BASE).libc() == Libc.MUSL
                        && !recipe.get(PythonKnob.PYTHON).isAtLeast(3, 14)
                        && task.startsWith("-m test");
        return failsOnMusl
                ? task
                        + " --ignore test_locale_caching --ignore test_locale_compiled"
                        + " --ignore test_math"
                : task;
    }
}
