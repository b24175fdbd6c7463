package org.pykiln.recipe;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.pykiln.plan.BuildPlan;
import org.pykiln.plan.Contributions;
import org.pykiln.recipe.knob.AllocatorKnob;
import org.pykiln.recipe.knob.AllocatorOptionsKnob;
import org.pykiln.recipe.knob.AllocatorUseKnob;
import org.pykiln.recipe.knob.ArchitectureKnob;
import org.pykiln.recipe.knob.BaseImageKnob;
import org.pykiln.recipe.knob.BaseKnob;
import org.pykiln.recipe.knob.BoltKnob;
import org.pykiln.recipe.knob.BuiltinMallocKnob;
import org.pykiln.recipe.knob.CompilerKnob;
import org.pykiln.recipe.knob.DocstringsKnob;
import org.pykiln.recipe.knob.FramePointersKnob;
import org.pykiln.recipe.knob.GilKnob;
import org.pykiln.recipe.knob.HardeningKnob;
import org.pykiln.recipe.knob.InterpositionKnob;
import org.pykiln.recipe.knob.JitKnob;
import org.pykiln.recipe.knob.LabelsKnob;
import org.pykiln.recipe.knob.LinkingKnob;
import org.pykiln.recipe.knob.LtoKnob;
import org.pykiln.recipe.knob.MarchKnob;
import org.pykiln.recipe.knob.MtuneKnob;
import org.pykiln.recipe.knob.OptLevelKnob;
import org.pykiln.recipe.knob.PackagesKnob;
import org.pykiln.recipe.knob.PgoJobsKnob;
import org.pykiln.recipe.knob.PgoKnob;
import org.pykiln.recipe.knob.PgoTaskKnob;
import org.pykiln.recipe.knob.PieKnob;
import org.pykiln.recipe.knob.PipKnob;
import org.pykiln.recipe.knob.PycKnob;
import org.pykiln.recipe.knob.PymallocKnob;
import org.pykiln.recipe.knob.PythonKnob;
import org.pykiln.recipe.knob.SafetyKnob;
import org.pykiln.recipe.knob.SourceVerificationKnob;
import org.pykiln.recipe.knob.StackProtectorKnob;
import org.pykiln.recipe.knob.StripKnob;
import org.pykiln.recipe.knob.SystemExpatKnob;
import org.pykiln.recipe.knob.SystemLibmpdecKnob;
import org.pykiln.recipe.knob.TailCallKnob;
import org.pykiln.recipe.knob.TestModulesKnob;
import org.pykiln.recipe.knob.ThreadStackKnob;
import org.pykiln.recipe.knob.UserKnob;
import org.pykiln.recipe.knob.WheelIndexKnob;

/// All knobs. Their order here is the order of everything that is derived from them.
public final class Catalogue {
    /// Image label that holds the recipe's hash.
    public static final String RECIPE_LABEL = "org.pykiln.recipe";

    /// Image labels that hold the recipe itself, one a knob: `org.pykiln.knob.lto=full`.
    public static final String KNOB_LABEL = "org.pykiln.knob.";

    private static final List<Knob<?>> KNOBS =
            List.of(
                    BaseKnob.BASE,
                    BaseImageKnob.BASE_IMAGE,
                    ArchitectureKnob.ARCHITECTURE,
                    PythonKnob.PYTHON,
                    SourceVerificationKnob.SOURCE_VERIFICATION,
                    GilKnob.GIL,
                    TailCallKnob.TAIL_CALL,
                    JitKnob.JIT,
                    CompilerKnob.COMPILER,
                    OptLevelKnob.OPT_LEVEL,
                    MarchKnob.MARCH,
                    MtuneKnob.MTUNE,
                    PgoKnob.PGO,
                    PgoTaskKnob.PGO_TASK,
                    PgoJobsKnob.PGO_JOBS,
                    LtoKnob.LTO,
                    BoltKnob.BOLT,
                    LinkingKnob.LINKING,
                    InterpositionKnob.NO_INTERPOSITION,
                    PieKnob.PIE,
                    AllocatorKnob.ALLOCATOR,
                    AllocatorUseKnob.ALLOCATOR_USE,
                    AllocatorOptionsKnob.ALLOCATOR_OPTIONS,
                    PymallocKnob.PYMALLOC,
                    BuiltinMallocKnob.NO_BUILTIN_MALLOC,
                    HardeningKnob.HARDENING,
                    StackProtectorKnob.STACK_PROTECTOR,
                    SafetyKnob.SAFETY,
                    FramePointersKnob.FRAME_POINTERS,
                    ThreadStackKnob.THREAD_STACK,
                    TestModulesKnob.TEST_MODULES,
                    DocstringsKnob.DOCSTRINGS,
                    StripKnob.STRIP,
                    PipKnob.PIP,
                    PycKnob.PYC,
                    SystemExpatKnob.SYSTEM_EXPAT,
                    SystemLibmpdecKnob.SYSTEM_LIBMPDEC,
                    UserKnob.USER,
                    LabelsKnob.LABELS,
                    WheelIndexKnob.WHEEL_INDEX,
                    PackagesKnob.PACKAGES);

    private Catalogue() {}

    public static List<Knob<?>> knobs() {
        return KNOBS;
    }

    /// @throws BadValueException when there is no such knob
    public static Knob<?> knob(String id) {
        return find(id).orElseThrow(() -> {
            List<String> ids = KNOBS.stream().map(Knob::id).toList();
            return new BadValueException(
                    "there is no knob \"%s\"".formatted(Printable.of(id)),
                    "one of " + String.join(", ", ids),
                    Nearest.to(id, ids));
        });
    }

    public static Optional<Knob<?>> find(String id) {
        for (Knob<?> knob : KNOBS) {
            if (knob.id().equals(id)) {
                return Optional.of(knob);
            }
        }
        return Optional.empty();
    }

    /// The recipe with one knob turned, both given as text.
    ///
    /// @throws BadValueException when there is no such knob or value
    public static Recipe turn(Recipe recipe, String id, String value) {
        return recipe.withText(knob(id), value);
    }

    /// What all rules say, errors first, then in the order of the knobs.
    public static List<Finding> check(Recipe recipe) {
        return KNOBS.stream()
                .flatMap(knob -> knob.check(recipe).stream())
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    public static boolean hasErrors(Recipe recipe) {
        return check(recipe).stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    /// Whether nothing like this was ever built, only rendered.
    public static boolean isOnlyRendered(Recipe recipe) {
        return check(recipe).stream().anyMatch(Finding::isOnlyRendered);
    }

    /// The knobs in which two recipes differ.
    public static List<Knob<?>> difference(Recipe one, Recipe other) {
        return KNOBS.stream().filter(knob -> !one.get(knob).equals(other.get(knob))).toList();
    }

    /// The knobs that have not the same value in all of the recipes.
    public static List<Knob<?>> different(Collection<Recipe> recipes) {
        return KNOBS.stream()
                .filter(knob ->
                        recipes.stream().map(recipe -> recipe.get(knob)).distinct().count() > 1)
                .toList();
    }

    /// The errors that turning this knob to this value would bring, or nothing when it may be
    /// chosen.
    public static <V> List<Finding> obstacles(Recipe recipe, Knob<V> knob, V value) {
        return check(recipe.with(knob, value)).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> finding.knobs().contains(knob.id()))
                .toList();
    }

    /// What a recipe contributes to its build. Defined also for recipes with errors, so that they
    /// can be looked at.
    public static BuildPlan plan(Recipe recipe) {
        Contributions plan = new Contributions();
        for (Knob<?> knob : KNOBS) {
            plan.turn(knob.id());
            knob.contribute(recipe, plan);
            plan.proofs(knob.prove(recipe));
            plan.label(KNOB_LABEL + knob.id(), recipe.text(knob));
        }
        plan.turn("");
        plan.label(RECIPE_LABEL, recipe.hash());
        return plan.plan();
    }

    /// Reads the recipe back from an image's labels.
    ///
    /// @return nothing when the image was not built by PyKiln
    /// @throws BadValueException when it was built by a PyKiln that knew other knobs or values
    public static Optional<Recipe> fromLabels(Map<String, String> labels) {
        if (!labels.containsKey(RECIPE_LABEL)) {
            return Optional.empty();
        }
        Recipe recipe = Recipe.defaults();
        for (String name : new TreeSet<>(labels.keySet())) {
            if (name.startsWith(KNOB_LABEL)) {
                String id = name.substring(KNOB_LABEL.length());
                recipe = turn(recipe, id, labels.getOrDefault(name, ""));
            }
        }
        return Optional.of(recipe);
    }
}
