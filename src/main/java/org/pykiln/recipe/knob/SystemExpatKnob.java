package org.pykiln.recipe.knob;

import java.util.List;
import org.pykiln.plan.BaseImage.Family;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Package;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Remedy;

/// Which expat parses XML: CPython's copy or the distribution's library.
public final class SystemExpatKnob implements Knob<Boolean> {
    public static final SystemExpatKnob SYSTEM_EXPAT = new SystemExpatKnob();

    private final Description<Boolean> description =
            new Description<>(
                    "system-expat",
                    "System's expat",
                    Group.CONTENT,
                    new Domain.Switch(),
                    false,
                    new Explanation(
                            "on: xml.parsers.expat uses the distribution's libexpat (--with-system-expat), which"
                                    + " the distribution patches. off: the copy that CPython brings, patched"
                                    + " with CPython.",
                            "Nobody measured a difference in speed. Home Assistant and Debian use the system's.",
                            "Whether the distribution's libexpat is mapped once pyexpat is imported.",
                            List.of(
                                    "home-assistant/docker-base python Dockerfile",
                                    "cpython configure: --with-system-expat")));

    private SystemExpatKnob() {}

    @Override
    public Description<Boolean> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (recipe.get(this) && recipe.get(BaseKnob.BASE).family() == Family.DEBIAN_MUSL) {
            return List.of(
                    Finding.error(
                            "expat-not-for-musl",
                            "Debian has expat for glibc only.",
                            Remedy.of("use CPython's own", this, false),
                            this,
                            BaseKnob.BASE));
        }
        return List.of();
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (recipe.get(this)) {
            plan.buildPackages(Package.EXPAT_DEV);
            plan.configure("--with-system-expat");
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        boolean system = recipe.get(this);
        return List.of(
                new Proof(
                        id(),
                        system
                                ? "XML is parsed by the distribution's expat"
                                : "XML is parsed by CPython's own expat",
                        """
                        pyexpat = importlib.import_module('pyexpat')
                        there, seen = mapped('libexpat.so')
                        return there == %s, f'{pyexpat.EXPAT_VERSION}, {seen}'\
                        """
                                .formatted(system ? "True" : "False")));
    }
}
