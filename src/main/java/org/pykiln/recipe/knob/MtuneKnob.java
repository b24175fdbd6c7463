package org.pykiln.recipe.knob;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/// The CPU whose timing the compiler has in mind.
public final class MtuneKnob implements Knob<String> {
    private static final String DEFAULT = "default";
    private static final Set<String> X86 = Set.of("amd64", "i386");
    private static final Set<String> ARM = Set.of("arm64");
    private static final Set<String> KNOW_NATIVE = Set.of("amd64", "i386", "arm64", "s390x");

    /// CPU to the architectures that it is one of.
    private static final Map<String, Set<String>> CPUS = cpus();

    // after the CPUs, which its domain lists
    public static final MtuneKnob MTUNE = new MtuneKnob();

    private final Description<String> description =
            new Description<>(
                    "mtune",
                    "Tuned for CPU",
                    Group.OPTIMISATION,
                    new Domain.OneOf<>(values(), value -> value),
                    DEFAULT,
                    new Explanation(
                            "The CPU that the compiler orders instructions for (-mtune). The image runs on the"
                                    + " same CPUs as without. native: the CPU of the build machine.",
                            "Small and in both directions: from 1.4 % faster to 3.9 % slower when GCC's tuning"
                                    + " went from one generation of a CPU to the next. conda-forge tunes for"
                                    + " haswell.",
                            "-mtune on the command line that compiled the interpreter loop; where debug"
                                    + " information holds the command line, there too.",
                            List.of(
                                    "CachyOS #1216",
                                    "docker-library/python #575",
                                    "GCC manual: x86 options, AArch64 options")));

    private MtuneKnob() {}

    private static Map<String, Set<String>> cpus() {
        Map<String, Set<String>> cpus = new LinkedHashMap<>();
        for (String cpu : List.of("haswell", "skylake", "icelake-server", "znver2", "znver3")) {
            cpus.put(cpu, X86);
        }
        for (String cpu : List.of("cortex-a72", "neoverse-n1", "neoverse-v1")) {
            cpus.put(cpu, ARM);
        }
        cpus.put("native", KNOW_NATIVE);
        return cpus;
    }

    private static List<String> values() {
        List<String> values = new ArrayList<>(List.of(DEFAULT));
        values.addAll(CPUS.keySet());
        return values;
    }

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        String cpu = recipe.get(this);
        String architecture = recipe.get(ArchitectureKnob.ARCHITECTURE);
        if (CPUS.getOrDefault(cpu, Set.of(architecture)).contains(architecture)) {
            return List.of();
        }
        return List.of(
                Finding.error(
                        "mtune-of-another-architecture",
                        "-mtune=%s means nothing on %s.".formatted(cpu, architecture),
                        Remedy.of("use the default", this, DEFAULT),
                        this,
                        ArchitectureKnob.ARCHITECTURE));
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (!recipe.get(this).equals(DEFAULT)) {
            plan.compilerFlags("-mtune=" + recipe.get(this));
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        String cpu = recipe.get(this);
        return List.of(
                cpu.equals(DEFAULT)
                        ? new Proof(
                                id(),
                                "the interpreter loop was tuned for no CPU in particular",
                                MarchKnob.unasked("-mtune=", "-mtune=generic"))
                        : new Proof(
                                id(),
                                "the interpreter loop was compiled with -mtune=" + cpu,
                                MarchKnob.asked("-mtune=", cpu)));
    }
}
