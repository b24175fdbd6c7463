package org.pykiln.recipe.knob;

import java.util.List;
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

/// Whether the executable may be loaded anywhere in memory.
public final class PieKnob implements Knob<Boolean> {
    public static final PieKnob PIE = new PieKnob();

    private final Description<Boolean> description =
            new Description<>(
                    "pie",
                    "Position-independent executable",
                    Group.LINKING,
                    new Domain.Switch(),
                    true,
                    new Explanation(
                            "on: the distribution's default, an executable that is loaded at a random address."
                                    + " off: compiled with -fno-pie and linked with -no-pie, so that its own"
                                    + " data is addressed directly and that address is always the same.",
                            "Off was about 5 % faster for python-build-standalone (#1166), and Debian's own"
                                    + " package is built so. It gives up address randomisation of the"
                                    + " executable; libraries, heap and stack keep theirs.",
                            "The type in the ELF header of the running executable.",
                            List.of(
                                    "astral-sh/python-build-standalone #1166",
                                    "Debian python3.13, debian/rules: hardening=-pie",
                                    "cpython configure does the same under --enable-bolt")));

    private PieKnob() {}

    @Override
    public Description<Boolean> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (!recipe.get(this) && recipe.get(LinkingKnob.LINKING).equals(LinkingKnob.SHARED)) {
            return List.of(
                    Finding.advice(
                            "no-pie-shared",
                            "A shared interpreter is position-independent whatever its small"
                                    + " executable is.",
                            Remedy.of("link statically", LinkingKnob.LINKING, "static"),
                            this,
                            LinkingKnob.LINKING));
        }
        return List.of();
    }

    /// What goes into a shared library gets -fPIC later on the command line, which wins. LINKCC
    /// links executables only.
    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (!recipe.get(this)) {
            plan.compilerFlags("-fno-pie");
            plan.buildEnvironment("LINKCC", "$CC -no-pie");
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        boolean pie = recipe.get(this);
        return List.of(
                new Proof(
                        id(),
                        pie
                                ? "the executable is position-independent"
                                : "the executable has a fixed address",
                        """
                        with open('/proc/self/exe', 'rb') as file:
                            head = file.read(18)
                        kind, = struct.unpack_from('<H' if head[5] == 1 else '>H', head, 16)
                        seen = {2: 'ET_EXEC', 3: 'ET_DYN'}.get(kind, str(kind))
                        return seen == %s, seen\
                        """
                                .formatted(Proof.literal(pie ? "ET_DYN" : "ET_EXEC"))));
    }
}
