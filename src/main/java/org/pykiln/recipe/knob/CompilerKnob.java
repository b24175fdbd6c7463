package org.pykiln.recipe.knob;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pykiln.plan.BaseImage;
import org.pykiln.plan.Compiler;
import org.pykiln.plan.Compiler.Brand;
import org.pykiln.plan.Compilers;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Package;
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

/// Who compiles the interpreter.
public final class CompilerKnob implements Knob<Compiler> {
    private static final Compiler GCC = new Compiler(Brand.GCC, 0);
    private static final int MERGES_DISPATCH = 19;

    // after the compilers, which its domain lists
    public static final CompilerKnob COMPILER = new CompilerKnob();

    private final Description<Compiler> description =
            new Description<>(
                    "compiler",
                    "Compiler",
                    Group.OPTIMISATION,
                    new Domain.OneOf<>(all(), Compiler::name),
                    GCC,
                    new Explanation(
                            "Who compiles the interpreter: GCC or Clang, the base's own or one of the versions"
                                    + " that the base has as packages. Clang links with its own linker, lld."
                                    + " Afterwards Python's build configuration names the distribution's GCC again,"
                                    + " so that pip can build packages from source without Clang.",
                            "Clang with ThinLTO and tail calls took 12 to 15 % less time than GCC in Home"
                                    + " Assistant's own benchmarks on musl; on a desktop 9 to 11 % less in some"
                                    + " benchmarks and 5 % more at start. Clang 19 without tail calls was 9 %"
                                    + " slower than Clang 18.",
                            "The compiler that the running interpreter says it was compiled with, and that"
                                    + " its build configuration names none but the distribution's GCC.",
                            List.of(
                                    "home-assistant/docker-base #365, #380",
                                    "CachyOS #1216",
                                    "llvm-project #106846")));

    private CompilerKnob() {}

    private static List<Compiler> all() {
        List<Compiler> compilers = new ArrayList<>(List.of(GCC));
        IntStream.rangeClosed(11, 16)
                .mapToObj(version -> new Compiler(Brand.GCC, version))
                .forEach(compilers::add);
        compilers.add(new Compiler(Brand.CLANG, 0));
        Stream.of(14, 16, 17, 18, 19, 20, 21, 22)
                .map(version -> new Compiler(Brand.CLANG, version))
                .forEach(compilers::add);
        return compilers;
    }

    /// The recipe's compiler with the version that the base's own one has.
    static Compiler resolved(Recipe recipe) {
        Compiler compiler = recipe.get(COMPILER);
        BaseImage base = recipe.get(BaseKnob.BASE);
        if (!compiler.isOfTheBase()) {
            return compiler;
        }
        int own = compiler.isClang() ? Compilers.of(base).ownClang() : base.gcc();
        return new Compiler(compiler.brand(), own);
    }

    static boolean isClang(Recipe recipe) {
        return recipe.get(COMPILER).isClang();
    }

    @Override
    public Description<Compiler> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        Compiler compiler = recipe.get(this);
        BaseImage base = recipe.get(BaseKnob.BASE);
        if (!Compilers.of(base).has(compiler)) {
            return List.of(
                    Finding.error(
                            "compiler-not-packaged",
                            "%s has no package of %s for its C library."
                                    .formatted(base.name(), compiler.title()),
                            Remedy.of("use GCC", this, GCC),
                            this,
                            BaseKnob.BASE));
        }
        return mergedDispatch(recipe);
    }

    private List<Finding> mergedDispatch(Recipe recipe) {
        boolean slow =
                isClang(recipe)
                        && resolved(recipe).version() == MERGES_DISPATCH
                        && !recipe.get(TailCallKnob.TAIL_CALL);
        if (!slow) {
            return List.of();
        }
        return List.of(
                Finding.advice(
                        "clang-19-merges-dispatch",
                        "Clang 19 merges the jumps of the interpreter loop into one, which made it 9 %"
                                + " slower than with Clang 18 on x86-64; tail calls avoid it.",
                        TailCallKnob.isPossible(recipe)
                                ? Remedy.of("use tail calls", TailCallKnob.TAIL_CALL, true)
                                : Remedy.of("use GCC", this, GCC),
                        this,
                        TailCallKnob.TAIL_CALL));
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        Compiler compiler = recipe.get(this);
        if (compiler.equals(GCC)) {
            plan.buildEnvironment("CC", recipe.get(BaseKnob.BASE).cc());
            plan.buildPackages(Package.C_COMPILER);
            return;
        }
        if (compiler.isClang()) {
            clang(recipe, plan);
        } else {
            plan.buildEnvironment("CC", compiler.name());
            plan.buildPackage(Tool.GCC, compiler.version());
        }
        plan.step(Moment.INSTALLED, BuildConfiguration.ofTheDistribution(compiler));
    }

    /// The linker stands in LDFLAGS because CPython's own build tools are linked without
    /// `LDFLAGS_NODIST`, and GNU ld would take minutes for what is LLVM's bitcode.
    private static void clang(Recipe recipe, Contributions plan) {
        int version = resolved(recipe).version();
        plan.buildEnvironment("CC", recipe.get(COMPILER).name());
        plan.buildEnvironment("LDFLAGS", "-fuse-ld=lld");
        addToPath(recipe, plan, version);
        plan.buildPackage(Tool.CLANG, version);
        plan.buildPackage(Tool.LLD, version);
        if (Compilers.of(recipe.get(BaseKnob.BASE)).clang().isEmpty()) {
            plan.buildPackages(Package.C_COMPILER); // its start files, a dependency on Debian only
        }
        // so that debug information holds the flags, as GCC's does
        plan.compilerFlags("-grecord-command-line");
    }

    /// Puts LLVM's programs before others of the same names, since configure looks for plain names.
    static void addToPath(Recipe recipe, Contributions plan, int version) {
        String folder = Compilers.of(recipe.get(BaseKnob.BASE)).llvmFolder(version);
        plan.buildEnvironment("PATH", folder + ":$PATH");
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        Compiler compiler = recipe.get(this);
        String title = compiler.title();
        String pattern = compiler.isOfTheBase() ? title + " " : title + ".";
        return List.of(
                new Proof(
                        id(),
                        "the interpreter was compiled by " + title,
                        """
                        seen = platform.python_compiler()
                        return %s in seen, seen\
                        """
                                .formatted(Proof.literal(pattern))),
                new Proof(
                        id(),
                        "a package built from source asks for the distribution's own compiler",
                        BuildConfiguration.PROOF));
    }
}
