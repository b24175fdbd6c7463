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

/// How many processes train the interpreter at once.
public final class PgoJobsKnob implements Knob<String> {
    public static final PgoJobsKnob PGO_JOBS = new PgoJobsKnob();

    private static final String ONE = "1";

    private final Description<String> description =
            new Description<>(
                    "pgo-jobs",
                    "Training jobs",
                    Group.OPTIMISATION,
                    new Domain.OneOf<>(List.of(ONE, "2", "4", "8", "all"), jobs -> jobs),
                    ONE,
                    new Explanation(
                            "How many processes run CPython's tests at once while it is trained (-j of the"
                                    + " profile task); all: one for each CPU of the build machine.",
                            "Shortens the build, and nothing else is meant to change: python-build-standalone"
                                    + " trains on all CPUs. With GCC and a CPython that counts without atomic"
                                    + " updates profiles have been corrupted now and then (cpython #145801).",
                            "The -j of the task in the interpreter's own build configuration.",
                            List.of(
                                    "astral-sh/python-build-standalone cpython-unix/build-cpython.sh",
                                    "pyenv README",
                                    "cpython #145801")));

    private PgoJobsKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (recipe.isTurned(this) && !PgoTaskKnob.isUsed(recipe)) {
            return List.of(
                    Finding.advice(
                            "pgo-jobs-without-pgo",
                            "The number of training jobs has no effect while PGO is off.",
                            Remedy.of("switch PGO on", PgoKnob.PGO, true),
                            this,
                            PgoKnob.PGO));
        }
        if (recipe.isTurned(this) && !takesJobs(recipe.get(PgoTaskKnob.PGO_TASK))) {
            return List.of(
                    Finding.advice(
                            "pgo-jobs-not-taken",
                            "Only CPython's own tests without a -j of their own can be told how many"
                                    + " to run at once; this has no effect on the profile task.",
                            Remedy.of("leave it to the task", this, ONE),
                            this,
                            PgoTaskKnob.PGO_TASK));
        }
        return List.of();
    }

    /// What the task gets behind it.
    static String option(Recipe recipe) {
        String jobs = recipe.get(PGO_JOBS);
        if (jobs.equals(ONE) || !takesJobs(recipe.get(PgoTaskKnob.PGO_TASK))) {
            return "";
        }
        return jobs.equals("all") ? " -j0" : " -j" + jobs;
    }

    private static boolean takesJobs(String task) {
        return task.startsWith("-m test ") && !task.matches(".* (-j|--multiprocess).*");
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (PgoTaskKnob.isUsed(recipe) && !option(recipe).isEmpty()) {
            plan.profileTask(PgoTaskKnob.task(recipe));
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        if (!PgoTaskKnob.isUsed(recipe) || !takesJobs(recipe.get(PgoTaskKnob.PGO_TASK))) {
            return List.of();
        }
        String option = option(recipe).strip();
        return List.of(
                new Proof(
                        id(),
                        option.isEmpty()
                                ? "one process was trained at a time"
                                : "training ran with " + option,
                        """
                        told = [word for word in (sysconfig.get_config_var('PROFILE_TASK') or '').split()
                                if word.startswith(('-j', '--multiprocess'))]
                        return told == %s, ' '.join(told) or 'no -j'\
                        """
                                .formatted(
                                        option.isEmpty()
                                                ? "[]"
                                                : "[" + Proof.literal(option) + "]")));
    }
}
