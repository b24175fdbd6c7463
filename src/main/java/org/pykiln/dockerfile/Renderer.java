package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pykiln.dockerfile.Instruction.Comment;
import org.pykiln.dockerfile.Instruction.Pairs;
import org.pykiln.dockerfile.Instruction.Pairs.Pair;
import org.pykiln.dockerfile.Instruction.Run;
import org.pykiln.dockerfile.Instruction.Simple;
import org.pykiln.dockerfile.Instruction.Vector;
import org.pykiln.plan.BaseImage;
import org.pykiln.plan.BuildPlan;
import org.pykiln.plan.Entry;
import org.pykiln.plan.Preload;
import org.pykiln.plan.PythonRelease;
import org.pykiln.plan.Step.Moment;
import org.pykiln.plan.Wanted;

/// Renders a build plan. A pure function: equal plans give equal bytes.
///
/// What depends on run-time knobs alone comes last, so that recipes which differ in nothing else
/// share the layers of the compile.
public final class Renderer {
    /// Where the image keeps what the build saw of itself; the proofs read it.
    public static final String EVIDENCE = "/usr/local/share/pykiln";

    /// In that folder: SHA-256 and name of every wheel, as `sha256sum` reads them.
    public static final String WHEEL_SUMS = "SHA256SUMS";

    /// Label of both stages, by which containers of a killed build are known.
    public static final String STAGE_LABEL = "org.pykiln.stage";

    /// Names of the packages whose libraries the interpreter links.
    static final String PACKAGES = EVIDENCE + "/packages";

    private static final String WHEELHOUSE = EVIDENCE + "/wheelhouse";
    private static final String PRELOADED = "/usr/local/lib/pykiln-malloc.so";

    private final BuildPlan plan;
    private final Dialect dialect;
    private final Distribution distribution;
    private final Unpacking unpacking;

    private Renderer(BuildPlan plan, Dialect dialect) {
        this.plan = plan;
        this.dialect = dialect;
        this.distribution = Distribution.of(plan.base().value());
        this.unpacking = new Unpacking(plan);
    }

    /// In the portable dialect.
    public static Dockerfile render(BuildPlan plan) {
        return render(plan, Dialect.PORTABLE);
    }

    public static Dockerfile render(BuildPlan plan, Dialect dialect) {
        Renderer renderer = new Renderer(plan, dialect);
        List<List<Instruction>> paragraphs = new ArrayList<>();
        paragraphs.add(renderer.title());
        paragraphs.addAll(renderer.buildStage());
        paragraphs.addAll(renderer.imageStage());
        return new Dockerfile(paragraphs);
    }

    /// Folder of the build context in which the wheels of a wheelhouse lie; each has its own.
    ///
    /// @param wheelhouse SHA-256 of its list of wheels
    public static String wheelFolder(String wheelhouse) {
        return "wheels-" + wheelhouse.substring(0, 12);
    }

    /// How the build stage begins, up to where the base has its libraries; an engine that has built
    /// any recipe on this base has all of it in its cache.
    static List<Instruction> sysroot(BuildPlan plan) {
        return new Renderer(plan, Dialect.PORTABLE)
                .sysroot().stream().flatMap(List::stream).toList();
    }

    private List<Instruction> title() {
        return List.of(
                new Comment(
                        "CPython %s on %s, rendered by PyKiln."
                                .formatted(
                                        plan.python().value().version(),
                                        plan.base().value().name())),
                new Comment(
                        "Builds with \"%s\" in a folder that also holds %s."
                                .formatted(dialect.command(), unpacking.contextFiles())));
    }

    private List<List<Instruction>> buildStage() {
        List<List<Instruction>> paragraphs = new ArrayList<>(sysroot());
        List<Entry<Wanted>> missing =
                plan.buildPackages().stream()
                        .filter(entry -> !distribution.provides(entry.value()))
                        .toList();
        if (!missing.isEmpty()) {
            paragraphs.add(
                    List.of(downloading(distribution.install(missing, option()), List.of())));
        }
        paragraphs.add(unpacking.instructions(dialect));
        paragraphs.add(List.of(new Run(CompileScript.configure(plan))));
        paragraphs.add(List.of(new Run(CompileScript.make(plan))));
        paragraphs.add(List.of(new Run(CompileScript.install(plan, findRunTimePackages()))));
        plan.wheelhouse().ifPresent(wheelhouse -> paragraphs.add(packages(wheelhouse)));
        return paragraphs;
    }

    private List<List<Instruction>> sysroot() {
        List<List<Instruction>> paragraphs = new ArrayList<>();
        paragraphs.add(List.of(from(" AS build"), stage("build"), shell()));
        distribution.sysroot().ifPresent(sysroot -> paragraphs.addAll(scripts(sysroot)));
        return paragraphs;
    }

    /// In the build stage, so that the image takes over what was installed and never holds a wheel.
    private List<Instruction> packages(Entry<String> wheelhouse) {
        List<Line> lines = new ArrayList<>();
        lines.add(
                Line.of(
                        "echo \"%s *%s\" | sha256sum -c -;"
                                .formatted(wheelhouse.value(), WHEEL_SUMS),
                        wheelhouse));
        lines.add(Line.of("sha256sum -c " + WHEEL_SUMS + ";", wheelhouse));
        plan.steps(Moment.PACKAGED).forEach(step -> lines.addAll(Line.of(step)));
        lines.add(Line.of("cp %s %s".formatted(WHEEL_SUMS, WHEELHOUSE), wheelhouse));
        return List.of(
                new Simple("WORKDIR", "/usr/src/wheels", wheelhouse.knobs()),
                new Simple("COPY", wheelFolder(wheelhouse.value()) + " ./", wheelhouse.knobs()),
                Run.script(List.of(), lines));
    }

    private List<List<Instruction>> imageStage() {
        List<List<Instruction>> paragraphs = new ArrayList<>();
        paragraphs.add(
                List.of(
                        from(""),
                        stage("image"),
                        shell(),
                        Simple.of("COPY", "--from=build /usr/local /usr/local"),
                        runTime()));
        List<Pair> environment = environment();
        if (!environment.isEmpty()) {
            paragraphs.add(List.of(new Pairs("ENV", environment)));
        }
        List<Instruction> last = new ArrayList<>();
        last.add(new Pairs("LABEL", labels()));
        plan.user().ifPresent(user -> last.add(new Simple("USER", user.value(), user.knobs())));
        last.add(new Vector("CMD", List.of("python3"), Set.of()));
        paragraphs.add(last);
        return paragraphs;
    }

    private Run runTime() {
        List<Line> lines = new ArrayList<>(ofBase(distribution.arrange()));
        plan.preload().ifPresent(preload -> lines.add(preloadLink(preload)));
        plan.steps(Moment.IMAGE).forEach(step -> lines.addAll(Line.of(step)));
        lines.add(Line.plain("python3 -B -c 'import ssl, sqlite3, ctypes, zlib, bz2, lzma'"));
        return downloading(
                distribution.installAlsoFrom(PACKAGES, plan.runPackages(), option()), lines);
    }

    private List<List<Instruction>> scripts(Sysroot sysroot) {
        List<List<Instruction>> paragraphs = new ArrayList<>();
        paragraphs.add(List.of(downloading(sysroot.download(), ofBase(sysroot.prepare()))));
        sysroot.compile()
                .forEach(lines -> paragraphs.add(List.of(Run.script(List.of(), ofBase(lines)))));
        return paragraphs;
    }

    private String option() {
        return dialect.option(distribution.cache());
    }

    /// @param after script lines that follow those that download packages
    private Run downloading(List<Line> commands, List<Line> after) {
        PackageCache cache = distribution.cache();
        List<Line> lines = new ArrayList<>(ofBase(dialect.download(cache, commands)));
        lines.addAll(after);
        return Run.script(ofBase(dialect.mounts(cache)), lines);
    }

    /// The library's folder depends on the architecture; the image's environment must not.
    private Line preloadLink(Entry<Preload> preload) {
        return Line.of(
                "ln -s \"$(find %s -name '%s' | sort | head -n 1)\" %s; test -e %s;"
                        .formatted(
                                distribution.libraryFolders(),
                                preload.value().soname(),
                                PRELOADED,
                                PRELOADED),
                preload);
    }

    private List<Pair> environment() {
        List<Pair> pairs = new ArrayList<>();
        plan.preload()
                .ifPresent(entry -> pairs.add(new Pair("LD_PRELOAD", PRELOADED, entry.knobs())));
        for (Map.Entry<String, Entry<String>> variable : plan.environment().entrySet()) {
            Entry<String> value = variable.getValue();
            pairs.add(new Pair(variable.getKey(), value.value(), value.knobs()));
        }
        return pairs;
    }

    private List<Pair> labels() {
        PythonRelease python = plan.python().value();
        BaseImage base = plan.base().value();
        List<Pair> pairs = new ArrayList<>();
        pairs.add(new Pair("org.opencontainers.image.title", "CPython", Set.of()));
        pairs.add(
                new Pair(
                        "org.opencontainers.image.version",
                        python.version(),
                        plan.python().knobs()));
        String[] image = base.reference().split("@", 2);
        pairs.add(new Pair("org.opencontainers.image.base.name", image[0], plan.base().knobs()));
        if (image.length > 1) {
            pairs.add(
                    new Pair(
                            "org.opencontainers.image.base.digest", image[1], plan.base().knobs()));
        }
        // overrides the stage: whatever runs in the finished image is the user's, not a leftover
        pairs.add(new Pair(STAGE_LABEL, "finished", Set.of()));
        plan.labels()
                .forEach((name, entry) -> pairs.add(new Pair(name, entry.value(), entry.knobs())));
        return pairs;
    }

    private Simple from(String alias) {
        return new Simple("FROM", plan.base().value().reference() + alias, plan.base().knobs());
    }

    private Vector shell() {
        return new Vector("SHELL", distribution.shell(), plan.base().knobs());
    }

    private List<Line> findRunTimePackages() {
        return ofBase(distribution.findRunTimePackages(PACKAGES));
    }

    /// What the distribution does in its own way is there because of the base.
    private List<Line> ofBase(List<Line> lines) {
        return lines.stream()
                .map(line -> line.knobs().isEmpty() ? Line.of(line.text(), plan.base()) : line)
                .toList();
    }

    private static Pairs stage(String name) {
        return new Pairs("LABEL", List.of(new Pair(STAGE_LABEL, name, Set.of())));
    }
}
