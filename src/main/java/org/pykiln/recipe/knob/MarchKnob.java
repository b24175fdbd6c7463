package org.pykiln.recipe.knob;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Proof;
import org.pykiln.plan.Step.Moment;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Remedy;

/// The oldest CPU that the interpreter must run on.
public final class MarchKnob implements Knob<String> {
    static final String BASELINE = "baseline";
    static final String NATIVE = "native";

    /// Compilers know no `-march=native` elsewhere.
    private static final Set<String> KNOW_NATIVE =
            Set.of("amd64", "i386", "arm64", "arm/v7", "arm/v6", "s390x");

    private static final Map<String, Level> LEVELS = levels();

    // after the levels, which its domain lists
    public static final MarchKnob MARCH = new MarchKnob();

    private final Description<String> description =
            new Description<>(
                    "march",
                    "CPU at least",
                    Group.OPTIMISATION,
                    new Domain.OneOf<>(values(), value -> value),
                    BASELINE,
                    new Explanation(
                            "The instructions that the compiler may use (-march). baseline: what the"
                                    + " distribution is compiled for, runs everywhere. native: all that the CPU of"
                                    + " the build machine has.",
                            "0 to 2 % in what has been published for x86-64-v3. The image dies with an illegal"
                                    + " instruction on an older CPU; python-build-standalone offers v2 to v4 and"
                                    + " advises against v4.",
                            "-march on the command line that compiled the interpreter loop; where debug"
                                    + " information holds the command line, there too.",
                            List.of(
                                    "astral-sh/python-build-standalone docs/running.rst",
                                    "docker-library/python #575",
                                    "x86-64 psABI: micro-architecture levels")));

    private MarchKnob() {}

    /// @param needs features in the words of /proc/cpuinfo that tell CPUs which have it from others
    private record Level(String architecture, String cpus, String needs) {}

    private static Map<String, Level> levels() {
        Map<String, Level> levels = new LinkedHashMap<>();
        levels.put("x86-64-v2", amd64("from about 2009 on", "cx16 lahf_lm popcnt sse4_2 ssse3"));
        levels.put(
                "x86-64-v3",
                amd64("with AVX2, from about 2013 on", "abm avx2 bmi1 bmi2 f16c fma movbe"));
        levels.put(
                "x86-64-v4", amd64("with AVX-512", "avx512bw avx512cd avx512dq avx512f avx512vl"));
        levels.put("armv8.1-a", arm64("with atomic instructions", "atomics"));
        levels.put("armv8.2-a", arm64("such as Neoverse N1", "atomics dcpop"));
        levels.put("armv8.4-a", arm64("such as Neoverse V1", "atomics dcpop flagm ilrcpc uscat"));
        levels.put("armv9-a", arm64("with SVE2", "sve2"));
        levels.put("z14", new Level("s390x", "from z14 on", "vxe"));
        levels.put("z15", new Level("s390x", "from z15 on", "vxe2"));
        return levels;
    }

    private static Level amd64(String cpus, String needs) {
        return new Level("amd64", cpus, needs);
    }

    private static Level arm64(String cpus, String needs) {
        return new Level("arm64", cpus, needs);
    }

    private static List<String> values() {
        List<String> values = new ArrayList<>(List.of(BASELINE, NATIVE));
        values.addAll(LEVELS.keySet());
        return values;
    }

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        String march = recipe.get(this);
        String architecture = recipe.get(ArchitectureKnob.ARCHITECTURE);
        Remedy baseline = Remedy.of("use the baseline", this, BASELINE);
        if (march.equals(BASELINE)) {
            return List.of();
        }
        if (!exists(march, architecture)) {
            return List.of(
                    Finding.error(
                            "march-of-another-architecture",
                            "-march=%s means nothing on %s.".formatted(march, architecture),
                            baseline,
                            this,
                            ArchitectureKnob.ARCHITECTURE));
        }
        Level level = LEVELS.get(march);
        return List.of(
                Finding.warning(
                        "march-runs-only-on",
                        level == null
                                ? "The image runs only on CPUs like that of the machine that builds it,"
                                        + " and the recipe gives another image on another machine."
                                : "The image runs only on CPUs %s; the machine that builds it must have"
                                                .formatted(level.cpus())
                                        + " one too.",
                        baseline,
                        this));
    }

    private static boolean exists(String march, String architecture) {
        Level level = LEVELS.get(march);
        return level == null
                ? KNOW_NATIVE.contains(architecture)
                : level.architecture().equals(architecture);
    }

    /// The build runs what it compiled, so a CPU that lacks something would stop it late and with
    /// nothing but "illegal instruction".
    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        String march = recipe.get(this);
        if (march.equals(BASELINE)) {
            return;
        }
        plan.compilerFlags("-march=" + march);
        Level level = LEVELS.get(march);
        if (level != null) {
            plan.step(
                    Moment.UNPACKED,
                    """
                    for feature in %s; do
                        grep -qw "$feature" /proc/cpuinfo
                        || { echo "The CPU of this machine lacks $feature, so it can neither run nor train what is compiled with -march=%s." >&2; exit 1; };
                    done\
                    """
                            .formatted(level.needs(), march));
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        String march = recipe.get(this);
        return List.of(
                march.equals(BASELINE)
                        ? new Proof(
                                id(),
                                "the interpreter loop was compiled for every CPU of the architecture",
                                unasked("-march=", "-march=x86-64"))
                        : new Proof(
                                id(),
                                "the interpreter loop was compiled with -march=" + march,
                                asked("-march=", march)));
    }

    /// A proof that a flag was given and that this value of it was the last one.
    static String asked(String flag, String value) {
        return """
        told = [word for word in compiled() if word.startswith(%s)]
        return %s in told[-1:] + [word for word in told if word.endswith('=native')], ' '.join(told) or 'not told'\
        """
                .formatted(Proof.literal(flag), Proof.literal(flag + value));
    }

    /// A proof that nobody gave a flag. GCC's debug information always names one: on x86-64, where
    /// distributions keep GCC's own default, it must be that.
    static String unasked(String flag, String ownDefault) {
        return """
        told = [word for word in compiled() if word.startswith(%1$s)]
        given = [word for word in words('compile-command') if word.startswith(%1$s)]
        common = platform.machine() != 'x86_64' or set(told) <= {%2$s}
        return not given and (common or struct.calcsize('P') == 4), ' '.join(told) or 'not told'\
        """
                .formatted(Proof.literal(flag), Proof.literal(ownDefault));
    }
}
