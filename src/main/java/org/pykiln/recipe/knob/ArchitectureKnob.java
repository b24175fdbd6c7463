package org.pykiln.recipe.knob;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pykiln.plan.BaseImage;
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

/// The instruction set that the interpreter is compiled for.
public final class ArchitectureKnob implements Knob<String> {
    public static final ArchitectureKnob ARCHITECTURE = new ArchitectureKnob();

    /// Architecture to what `platform.machine()` and the width of a pointer may say inside.
    private static final Map<String, String> MACHINES =
            Map.of(
                    "amd64", "x86_64 64",
                    "i386", "i386,i486,i586,i686,x86_64 32",
                    "arm64", "aarch64 64",
                    "arm/v7", "armv7l,armv8l,aarch64 32",
                    "arm/v6", "armv6l,armv7l,armv8l,aarch64 32",
                    "riscv64", "riscv64 64",
                    "ppc64le", "ppc64le 64",
                    "s390x", "s390x 64");

    private final Description<String> description =
            new Description<>(
                    "architecture",
                    "Architecture",
                    Group.BASE,
                    new Domain.OneOf<>(
                            List.of(
                                    "amd64", "i386", "arm64", "arm/v7", "arm/v6", "riscv64",
                                    "ppc64le", "s390x"),
                            name -> name),
                    "amd64",
                    new Explanation(
                            "The CPU that the image is for. The engine builds it natively or, where QEMU is"
                                    + " registered, emulated.",
                            "An emulated build takes ten to twenty times as long. Measuring under emulation"
                                    + " says nothing about the real CPU, so PyKiln refuses it.",
                            "What the interpreter says of its machine, and how wide its pointers are.",
                            List.of("docker-library/python: about ten architectures")));

    private ArchitectureKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        BaseImage base = recipe.get(BaseKnob.BASE);
        String architecture = recipe.get(this);
        if (base.architectures().contains(architecture)) {
            return List.of();
        }
        BaseImage other =
                Stream.of(BaseKnob.BASE)
                        .flatMap(knob -> knob.domain().suggestions().stream())
                        .filter(candidate -> candidate.architectures().contains(architecture))
                        .findFirst()
                        .orElseThrow();
        return List.of(
                Finding.error(
                        "architecture-not-published",
                        "%s is not published for %s.".formatted(base.name(), architecture),
                        Remedy.of("use " + other.name(), BaseKnob.BASE, other),
                        this,
                        BaseKnob.BASE));
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        String name = recipe.get(this);
        plan.platform("linux/" + (name.equals("i386") ? "386" : name));
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        String[] expected = MACHINES.getOrDefault(recipe.get(this), "").split(" ");
        return List.of(
                new Proof(
                        id(),
                        "the interpreter is compiled for " + recipe.get(this),
                        """
                        machine, bits = platform.machine(), struct.calcsize('P') * 8
                        return machine in %s.split(',') and bits == %s, f'{machine}, {bits} bit'\
                        """
                                .formatted(Proof.literal(expected[0]), expected[1])));
    }
}
