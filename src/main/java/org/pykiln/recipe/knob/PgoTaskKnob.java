package org.pykiln.recipe.knob;

import java.util.List;
import java.util.regex.Pattern;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Libc;
import org.pykiln.plan.Proof;
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

    private PgoTaskKnob() {}

    @Override
    public String id() {
        return "pgo-task";
    }

    @Override
    public String label() {
        return "Profile task";
    }

    @Override
    public Group group() {
        return Group.OPTIMISATION;
    }

    @Override
    public Domain<String> domain() {
        return new Domain.Text(
                // starts with an option or a script, and never is empty: that would switch PGO off
                Pattern.compile("[A-Za-z0-9_./-][A-Za-z0-9 _.,:/@%+=-]{0,198}[A-Za-z0-9_./]"),
                "arguments of python such as \"-m test --pgo\": letters, digits, spaces and"
                        + " _ . , : / @ % + = -",
                List.of(DEFAULT, "-m test --pgo -j2", "-m test --pgo-extended"));
    }

    @Override
    public String defaultValue() {
        return DEFAULT;
    }

    @Override
    public Explanation explain() {
        return new Explanation(
                "The arguments with which the instrumented interpreter is run for training"
                        + " (PROFILE_TASK). The default is CPython's own choice of tests.",
                "An empty task once switched PGO off in the official images for almost two years"
                        + " without anyone noticing; PyKiln never lets it be empty, and fails a"
                        + " build that wrote no profile. -j shortens the training.",
                "The task in the interpreter's own build configuration.",
                List.of("docker-library/python #980", "cpython Makefile.pre.in"));
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (recipe.isTurned(this) && !recipe.get(PgoKnob.PGO)) {
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
        if (recipe.get(PgoKnob.PGO)) {
            plan.profileTask(task(recipe));
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        if (!recipe.get(PgoKnob.PGO)) {
            return List.of();
        }
        return List.of(
                new Proof(
                        id(),
                        "training ran " + task(recipe),
                        """
                        seen = sysconfig.get_config_var('PROFILE_TASK') or ''
                        return seen == %s, seen or 'nothing'\
                        """
                                .formatted(Proof.literal(task(recipe)))));
    }

    /// On musl tests of re and math of 3.13 and before fail in training (cpython #90548), which is
    /// fatal from 3.13 on.
    private String task(Recipe recipe) {
        String task = recipe.get(this);
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
