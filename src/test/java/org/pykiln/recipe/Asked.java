package org.pykiln.recipe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pykiln.plan.BaseImage;
import org.pykiln.plan.BuildPlan;
import org.pykiln.plan.Entry;
import org.pykiln.plan.Libc;
import org.pykiln.plan.PythonRelease;

/// What a build plan asks of Python, C library, architecture and compiler, read from what the plan
/// would make the build do and not from the knobs that put it there.
///
/// @param architecture in the engine's name, such as `amd64` or `386`
/// @param compiler `gcc` or `clang`
/// @param compilerVersion its major version
/// @param words configure options, flags of compiler and linker, variables of the build, packages;
///   one a line
/// @param environment of the image
record Asked(
        PythonRelease python,
        BaseImage base,
        String architecture,
        String compiler,
        int compilerVersion,
        String words,
        Map<String, String> environment) {
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
    private static final Pattern COMPILER =
            Pattern.compile("(?:.*/)?(gcc|clang|musl-gcc)(?:-(\\d+))?");

    /// The package of a compiler whose command has no version in its name.
    private static final Pattern CLANG = Pattern.compile("tool=CLANG, version=(\\d+)");

    static Asked of(BuildPlan plan) {
        List<String> words = new ArrayList<>();
        Stream.of(plan.configure(), plan.compilerFlags(), plan.linkerFlags(), plan.libraries())
                .flatMap(List::stream)
                .flatMap(entry -> Stream.of(entry.value().split(" ")))
                .forEach(words::add);
        plan.buildEnvironment().forEach((name, value) -> words.add(name + "=" + value.value()));
        plan.profileTask().ifPresent(task -> words.add("PROFILE_TASK=" + task.value()));
        Stream.of(plan.buildPackages(), plan.runPackages())
                .flatMap(List::stream)
                .forEach(entry -> words.add("package " + entry.value()));
        Map<String, String> environment = new HashMap<>();
        plan.environment().forEach((name, value) -> environment.put(name, value.value()));
        Matcher compiler = COMPILER.matcher(variable(plan, "CC").split(" ")[0]);
        if (!compiler.matches()) {
            throw new IllegalArgumentException("no compiler that this test knows: " + words);
        }
        Matcher clang = CLANG.matcher(String.join("\n", words));
        BaseImage base = plan.base().value();
        return new Asked(
                plan.python().value(),
                base,
                plan.platform().value().replaceFirst("linux/", ""),
                compiler.group(1).replace("musl-", ""),
                compiler.group(2) != null
                        ? Integer.parseInt(compiler.group(2))
                        : compiler.group(1).equals("clang") && clang.find()
                                ? Integer.parseInt(clang.group(1))
                                : base.gcc(),
                String.join("\n", words),
                environment);
    }

    private static String variable(BuildPlan plan, String name) {
        Entry<String> value = plan.buildEnvironment().get(name);
        return value == null ? "" : value.value();
    }

    boolean has(String pattern) {
        return PATTERNS.computeIfAbsent(
                        pattern, word -> Pattern.compile("^(?:" + word + ")$", Pattern.MULTILINE))
                .matcher(words)
                .find();
    }

    boolean from(int minor) {
        return python.isAtLeast(3, minor);
    }

    boolean glibc() {
        return base.libc() == Libc.GLIBC;
    }

    boolean on(String... architectures) {
        return List.of(architectures).contains(architecture);
    }

    boolean gcc(int least) {
        return compiler.equals("gcc") && compilerVersion >= least;
    }

    boolean clang(int least) {
        return compiler.equals("clang") && compilerVersion >= least;
    }

    @Override
    public String toString() {
        return "Python %s, %s on %s, %s %d, %s, %s"
                .formatted(
                        python.version(),
                        base.libc(),
                        architecture,
                        compiler,
                        compilerVersion,
                        words.replace('\n', ' '),
                        environment);
    }
}
