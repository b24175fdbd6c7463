package org.pykiln.recipe.knob;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.pykiln.plan.Compilers;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Libc;
import org.pykiln.plan.Proof;
import org.pykiln.plan.Step.Moment;
import org.pykiln.plan.ToolPackage.Tool;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Remedy;

/// LLVM's post-link optimiser: the finished interpreter is trained once more and laid out anew.
public final class BoltKnob implements Knob<Boolean> {
    public static final BoltKnob BOLT = new BoltKnob();

    private static final int FOLDS_SAFELY = 20;

    /// Functions that BOLT made crash: code that keeps more on its stack than it says
    /// (python-build-standalone #1187), and the one behind `RC4_options`.
    private static final String NEVER =
            "sha256_update/.*,sha512_update/.*,PyBlake2_.*_compress/.*,update_block.*,RC4_options/1";

    /// Their jumps go through tables that BOLT cannot read in position-independent code.
    private static final String SHARED =
            "_PyEval_EvalFrameDefault.*,sre_ucs1_match.*,sre_ucs2_match.*,sre_ucs4_match.*,";

    private final Description<Boolean> description =
            new Description<>(
                    "bolt",
                    "BOLT",
                    Group.OPTIMISATION,
                    new Domain.Switch(),
                    false,
                    new Explanation(
                            "--enable-bolt: after linking, LLVM's BOLT counts jumps in the finished interpreter"
                                    + " while it runs the profile task once more, and then puts what is used"
                                    + " often side by side. Needs CPython 3.12, amd64 and glibc. PyKiln leaves"
                                    + " out the steps that have broken interpreters: folding of equal functions"
                                    + " (before LLVM 20), hashing functions, and the loop of a shared libpython.",
                            "1 to 5 % over PGO and LTO say CPython's notes, from 1.01x to 1.15x in single"
                                    + " benchmarks; an early version was slower. The build trains twice.",
                            "The section that BOLT leaves in the running interpreter's file, and a profile"
                                    + " with jumps in it.",
                            List.of(
                                    "What's New in Python 3.12",
                                    "cpython #95908, #128514, #128884",
                                    "astral-sh/python-build-standalone #463, #622, #1187")));

    private BoltKnob() {}

    @Override
    public Description<Boolean> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (!recipe.get(this)) {
            return List.of();
        }
        return obstacle(recipe).map(List::of).orElseGet(() -> warnings(recipe));
    }

    private Optional<Finding> obstacle(Recipe recipe) {
        if (!recipe.get(PythonKnob.PYTHON).isAtLeast(3, 12)) {
            return error(
                    "bolt-needs-3.12", "CPython can use BOLT from 3.12 on.", PythonKnob.PYTHON);
        }
        if (!recipe.get(ArchitectureKnob.ARCHITECTURE).equals("amd64")) {
            return error(
                    "bolt-architecture",
                    "BOLT is known to work for CPython on amd64 only; on arm64 its interpreters"
                            + " crash.",
                    ArchitectureKnob.ARCHITECTURE);
        }
        if (recipe.get(BaseKnob.BASE).libc() != Libc.GLIBC) {
            return error(
                    "bolt-needs-glibc",
                    "Nobody has made BOLT work for CPython on musl.",
                    BaseKnob.BASE);
        }
        if (recipe.get(PieKnob.PIE)) {
            return Optional.of(
                    Finding.error(
                            "bolt-without-pie",
                            "With BOLT CPython links its executable at a fixed address.",
                            Remedy.of("no position-independent executable", PieKnob.PIE, false),
                            this,
                            PieKnob.PIE));
        }
        if (version(recipe).isEmpty()) {
            return error(
                    "bolt-not-packaged",
                    "%s has no BOLT for %s."
                            .formatted(
                                    recipe.get(BaseKnob.BASE).name(),
                                    recipe.get(CompilerKnob.COMPILER).title()),
                    CompilerKnob.COMPILER,
                    BaseKnob.BASE);
        }
        return Optional.empty();
    }

    private Optional<Finding> error(String code, String summary, Knob<?>... others) {
        List<Knob<?>> about = new ArrayList<>(List.of(this));
        about.addAll(List.of(others));
        return Optional.of(
                Finding.error(
                        code,
                        summary,
                        Remedy.of("switch it off", this, false),
                        about.toArray(Knob<?>[]::new)));
    }

    private List<Finding> warnings(Recipe recipe) {
        List<Finding> found = new ArrayList<>();
        if (!recipe.get(PgoKnob.PGO)) {
            found.add(
                    Finding.warning(
                            "bolt-without-pgo",
                            "BOLT orders what PGO has optimised; alone it has half of its effect at"
                                    + " most.",
                            Remedy.of("switch PGO on", PgoKnob.PGO, true),
                            this,
                            PgoKnob.PGO));
        }
        if (!recipe.get(PythonKnob.PYTHON).isAtLeast(3, 14)
                && recipe.get(PgoTaskKnob.PGO_TASK).contains("--pgo-extended")) {
            found.add(
                    Finding.warning(
                            "bolt-test-embed",
                            "Before 3.14 the tests of embedding crash while BOLT counts, and the"
                                    + " extended profile task runs them.",
                            Remedy.of(
                                    "use the default task",
                                    PgoTaskKnob.PGO_TASK,
                                    PgoTaskKnob.PGO_TASK.defaultValue()),
                            this,
                            PgoTaskKnob.PGO_TASK,
                            PythonKnob.PYTHON));
        }
        return found;
    }

    private static OptionalInt version(Recipe recipe) {
        return Compilers.of(recipe.get(BaseKnob.BASE)).boltFor(recipe.get(CompilerKnob.COMPILER));
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (!recipe.get(this)) {
            return;
        }
        plan.configure("--enable-bolt");
        version(recipe)
                .ifPresent(version -> {
                    plan.buildPackage(Tool.BOLT, version);
                    CompilerKnob.addToPath(recipe, plan, version);
                });
        if (CompilerKnob.isClang(recipe)) {
            plan.compilerFlags("-fdebug-default-version=4"); // BOLT crashes on Clang's version 5
        }
        String common = "-update-debug-sections -skip-funcs=" + skipped(recipe);
        plan.buildEnvironment("BOLT_INSTRUMENT_FLAGS", common);
        plan.buildEnvironment("BOLT_APPLY_FLAGS", common + layout(recipe));
        plan.step(
                Moment.INSTALLED,
                """
                cat ./*.fdata | wc -l > /usr/local/share/pykiln/bolt-profile;
                test "$(cat /usr/local/share/pykiln/bolt-profile)" -gt 1000\
                """);
    }

    private static String skipped(Recipe recipe) {
        boolean shared = recipe.get(LinkingKnob.LINKING).equals(LinkingKnob.SHARED);
        return shared ? SHARED + NEVER : NEVER;
    }

    /// CPython's own choice without -icf=1, -use-gnu-stack and -frame-opt=hot.
    private static String layout(Recipe recipe) {
        int version = version(recipe).orElse(0);
        return " -reorder-blocks=ext-tsp -reorder-functions=cdsort -split-functions"
                + " -split-strategy=cdsplit -split-eh -inline-all -reorder-functions-use-hot-size"
                + " -peepholes=none -jump-tables=aggressive -inline-ap -indirect-call-promotion=all"
                + " -dyno-stats"
                + (version >= FOLDS_SAFELY ? " -icf=safe" : "");
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        if (!recipe.get(this)) {
            return List.of(
                    new Proof(
                            id(),
                            "BOLT has not touched the interpreter",
                            """
                            left = [name for name in sections(code_file()) if 'bolt' in name]
                            return not left, ', '.join(left) or 'no section of its'\
                            """));
        }
        return List.of(
                new Proof(
                        id(),
                        "BOLT laid out the running interpreter after training",
                        """
                        note = sections(code_file()).get('.note.bolt_info', b'').decode(errors='replace')
                        jumps = int(evidence('bolt-profile') or 0)
                        said = re.search('BOLT revision: ([0-9a-f]*|[^,]*)', note)
                        return ('-data=' in note and '-reorder-blocks=ext-tsp' in note and jumps > 1000,
                                f'{said[0] if said else "no note of BOLT"}, {jumps} counted')\
                        """));
    }
}
