package org.pykiln.recipe.knob;

import java.util.List;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Remedy;

/// Link-time optimisation of the interpreter.
public final class LtoKnob implements Knob<String> {
    public static final LtoKnob LTO = new LtoKnob();

    private LtoKnob() {}

    @Override
    public String id() {
        return "lto";
    }

    @Override
    public String label() {
        return "LTO";
    }

    @Override
    public Group group() {
        return Group.OPTIMISATION;
    }

    @Override
    public Domain<String> domain() {
        return new Domain.OneOf<>(List.of("off", "thin", "full"), mode -> mode);
    }

    @Override
    public String defaultValue() {
        return "off";
    }

    @Override
    public Explanation explain() {
        return new Explanation(
                "Link-time optimisation (--with-lto): the compiler sees all files of the"
                        + " interpreter at once. Thin LTO is Clang's.",
                "With GCC on top of PGO about 0 to 3 %, often within the noise. The link runs on"
                        + " one core and needs 2 to 4 GB of memory.",
                "-flto on the command line that compiled the interpreter loop, and on the one that"
                        + " linked it, both kept in the image.",
                List.of("nixpkgs #84072: \"mostly a wash\"", "home-assistant/docker-base #82"));
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (recipe.get(this).equals("thin")) {
            return List.of(
                    Finding.error(
                            "lto-thin-needs-clang",
                            "Thin LTO is a feature of Clang, and this recipe compiles with GCC.",
                            Remedy.of("use full", this, "full"),
                            this));
        }
        return List.of();
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (!recipe.get(this).equals("off")) {
            plan.configure("--with-lto=" + recipe.get(this));
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        if (recipe.get(this).equals("off")) {
            return List.of(
                    new Proof(
                            id(),
                            "the interpreter loop was compiled without LTO",
                            """
                            used = [flag for flag in compiled() if flag.startswith('-flto')]
                            return not used, ' '.join(used) or 'no -flto'\
                            """));
        }
        return List.of(
                new Proof(
                        id(),
                        "the interpreter was compiled and linked with LTO",
                        """
                        compile = [flag for flag in compiled() if flag.startswith('-flto')]
                        link = [flag for flag in linked() if flag.startswith('-flto')]
                        return (bool(compile) and bool(link) and configured(%s),
                                f'compile: {" ".join(compile) or "no -flto"};'
                                f' link: {" ".join(link) or "no -flto"}')\
                        """
                                .formatted(Proof.literal("--with-lto=" + recipe.get(this)))));
    }
}
