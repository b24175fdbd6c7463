package org.pykiln.recipe.knob;

import java.util.List;
import org.pykiln.plan.BaseImage.Family;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Package;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// Which library counts for `decimal`: CPython's copy or the distribution's.
public final class SystemLibmpdecKnob implements Knob<String> {
    public static final SystemLibmpdecKnob SYSTEM_LIBMPDEC = new SystemLibmpdecKnob();

    private static final String DEFAULT = "default";

    /// A static library cannot be seen by its name; CPython's copy has been 2.5 all the time.
    private static final String BY_VERSION =
            "not version.startswith('2.5.') if libcs() == ['musl'] else None, 'linked statically'";

    private final Description<String> description =
            new Description<>(
                    "system-libmpdec",
                    "System's libmpdec",
                    Group.CONTENT,
                    new Domain.OneOf<>(List.of(DEFAULT, "off", "on"), choice -> choice),
                    DEFAULT,
                    new Explanation(
                            "Whether decimal uses the distribution's libmpdec or the copy that CPython brings."
                                    + " default: the copy up to 3.14; the distribution's from 3.15 on, which no"
                                    + " longer takes the copy by itself and would be left with decimal in pure"
                                    + " Python.",
                            "The copy is compiled with the interpreter's own flags, profile included; the"
                                    + " distribution's is not. Only decimal arithmetic is concerned (telco).",
                            "Whether decimal is the C version, and whether libmpdec is mapped with it.",
                            List.of(
                                    "What's New in Python 3.15",
                                    "home-assistant/docker-base python Dockerfile")));

    private SystemLibmpdecKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (isSystem(recipe)) {
            plan.buildPackages(Package.MPDECIMAL_DEV);
        }
        switch (recipe.get(this)) {
            case "on" -> plan.configure("--with-system-libmpdec");
            case "off" -> plan.configure("--without-system-libmpdec");
            default -> {
                if (isStatic(recipe) && !isSystem(recipe)) {
                    // configure would take the one that is there for 3.15
                    plan.configure("--without-system-libmpdec");
                }
            }
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        boolean system = isSystem(recipe);
        return List.of(
                new Proof(
                        id(),
                        system
                                ? "decimal counts with the distribution's libmpdec"
                                : "decimal counts with CPython's own libmpdec",
                        """
                        version = importlib.import_module('_decimal').__libmpdec_version__
                        there, seen = %s
                        return there == %s, f'{version}, {seen}'\
                        """
                                .formatted(
                                        isStatic(recipe) ? BY_VERSION : "mapped('libmpdec.so')",
                                        system ? "True" : "False")));
    }

    private static boolean isStatic(Recipe recipe) {
        return recipe.get(BaseKnob.BASE).family() == Family.DEBIAN_MUSL;
    }

    private boolean isSystem(Recipe recipe) {
        String choice = recipe.get(this);
        return choice.equals("on")
                || choice.equals(DEFAULT) && recipe.get(PythonKnob.PYTHON).isAtLeast(3, 15);
    }
}
