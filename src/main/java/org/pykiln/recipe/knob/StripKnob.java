package org.pykiln.recipe.knob;

import java.util.List;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Proof;
import org.pykiln.plan.Step;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// Whether the installed binaries keep their symbols and debug information.
public final class StripKnob implements Knob<Boolean> {
    public static final StripKnob STRIP = new StripKnob();

    private final Description<Boolean> description =
            new Description<>(
                    "strip",
                    "Strip",
                    Group.CONTENT,
                    new Domain.Switch(),
                    false,
                    new Explanation(
                            "on: the symbols and the debug information of interpreter, library and extension"
                                    + " modules are removed after everything is installed. What others link"
                                    + " against stays.",
                            "Size only: about 60 MB of a Debian image. gdb and profilers then name only what is"
                                    + " exported. The official slim and Alpine images are stripped by the"
                                    + " linker, which comes to the same.",
                            "Whether the interpreter and all extension modules still have a symbol table.",
                            List.of(
                                    "docker-library/python Dockerfile-linux.template:"
                                            + " -Wl,--strip-all")));

    private StripKnob() {}

    @Override
    public Description<Boolean> description() {
        return description;
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (recipe.get(this)) {
            plan.step(
                    Step.Moment.INSTALLED,
                    """
                    strip --strip-all "$(readlink -f /usr/local/bin/python3)";
                    find /usr/local/lib -type f \\( -name '*.so' -o -name '*.so.*' \\)
                        -exec strip --strip-all {} +\
                    """);
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        boolean stripped = recipe.get(this);
        return List.of(
                new Proof(
                        id(),
                        stripped
                                ? "interpreter and extension modules are stripped"
                                : "interpreter and extension modules keep their symbols",
                        """
                        folder = sysconfig.get_config_var('DESTSHARED')
                        files = [code_file(), os.path.realpath(sys.executable)] + [
                            os.path.join(folder, name) for name in os.listdir(folder)
                            if name.endswith('.so')]
                        kept = [path for path in files if '.symtab' in sections(path)]
                        return %s, f'{len(kept)} of {len(files)} files have a symbol table'\
                        """
                                .formatted(
                                        stripped
                                                ? "not kept and len(files) > 2"
                                                : "len(kept) == len(files)")));
    }
}
