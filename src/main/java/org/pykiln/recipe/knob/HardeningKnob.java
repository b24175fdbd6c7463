package org.pykiln.recipe.knob;

import java.util.List;
import org.pykiln.plan.BaseImage.Family;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Package;
import org.pykiln.plan.Proof;
import org.pykiln.plan.Step;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Remedy;

/// Whether the interpreter is compiled with the flags that the distribution gives its own packages.
public final class HardeningKnob implements Knob<String> {
    public static final HardeningKnob HARDENING = new HardeningKnob();

    static final String DISTRIBUTION = "distribution";

    /// What the distribution said, kept in the image: the proof compares it with what was compiled.
    private static final String COMPILER_FLAGS = "/usr/local/share/pykiln/hardening-compiler";

    private static final String LINKER_FLAGS = "/usr/local/share/pykiln/hardening-linker";

    private final Description<String> description =
            new Description<>(
                    "hardening",
                    "Hardening",
                    Group.HARDENING,
                    new Domain.OneOf<>(List.of("none", DISTRIBUTION), choice -> choice),
                    "none",
                    new Explanation(
                            "distribution: the flags that dpkg-buildflags names, without its -O and LTO: strong"
                                    + " stack protector, stack-clash and control-flow protection, read-only"
                                    + " relocations, checked formats. The official Debian images are compiled so.",
                            "Not measured alone. A build of CPython with more flags than these took 1.03x the"
                                    + " time in applications and 1.08x in serialising (cpython #112301)."
                                    + " Control-flow protection puts one more instruction into every function.",
                            "Every flag that dpkg-buildflags named stands on the command lines that compiled"
                                    + " and linked the interpreter, all kept in the image.",
                            List.of(
                                    "docker-library/python Dockerfile-linux.template",
                                    "cpython #112301",
                                    "dpkg-buildflags(1)")));

    private HardeningKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (recipe.get(this).equals(DISTRIBUTION)
                && recipe.get(BaseKnob.BASE).family() != Family.DEBIAN) {
            return List.of(
                    Finding.error(
                            "hardening-needs-dpkg",
                            "%s has no dpkg-buildflags to ask for its flags."
                                    .formatted(recipe.get(BaseKnob.BASE).name()),
                            Remedy.of("leave them out", this, "none"),
                            this,
                            BaseKnob.BASE));
        }
        return List.of();
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (!recipe.get(this).equals(DISTRIBUTION)) {
            return;
        }
        plan.buildPackages(Package.DPKG_DEV);
        plan.step(
                Step.Moment.UNPACKED,
                """
                mkdir -p /usr/local/share/pykiln;
                dpkg-buildflags --get CFLAGS | tr ' ' '\\n'
                    | sed -E '/^-(O|flto|ffat-lto)/d' > %s;
                dpkg-buildflags --get LDFLAGS | tr ' ' '\\n'
                    | sed -E '/^-(O|flto|ffat-lto)/d' > %s\
                """
                        .formatted(COMPILER_FLAGS, LINKER_FLAGS));
        // unquoted inside, so that the lines become words
        plan.compilerFlags("$(echo $(cat %s))".formatted(COMPILER_FLAGS));
        plan.linkerFlags("$(echo $(cat %s))".formatted(LINKER_FLAGS));
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        if (recipe.get(this).equals(DISTRIBUTION)) {
            return List.of(
                    new Proof(
                            id(),
                            "the interpreter was compiled and linked with the distribution's flags",
                            """
                            compile, link = words('hardening-compiler'), words('hardening-linker')
                            given = [word for flag in compiled() for word in (flag, flag.split('=')[0])]
                            missing = ([flag for flag in compile if flag not in given]
                                       + [flag for flag in link if flag not in linked()])
                            return not missing and '-fstack-protector-strong' in compile, (
                                'missing: ' + ' '.join(missing) if missing
                                else ' '.join(compile + link))\
                            """));
        }
        return List.of(
                new Proof(
                        id(),
                        "the interpreter was compiled without the distribution's flags",
                        """
                        named = evidence('hardening-compiler')
                        used = [flag for flag in compiled()
                                if flag.startswith(('-ffile-prefix-map', '-fstack-clash', '-fcf-'))]
                        return not named and not used, ' '.join(used) or 'none of them'\
                        """));
    }
}
