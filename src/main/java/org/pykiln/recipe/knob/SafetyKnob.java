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

/// CPython's own set of compiler options for safety, since 3.14.
public final class SafetyKnob implements Knob<String> {
    public static final SafetyKnob SAFETY = new SafetyKnob();

    private static final String DEFAULT = "default";

    private final Description<String> description =
            new Description<>(
                    "safety",
                    "CPython's safety options",
                    Group.HARDENING,
                    new Domain.OneOf<>(List.of(DEFAULT, "off", "on", "slower"), choice -> choice),
                    DEFAULT,
                    new Explanation(
                            "Compiler options that CPython 3.14 and later offer for safety. on: the strong stack"
                                    + " protector and warnings. slower: checked memory and string functions"
                                    + " besides (FORTIFY_SOURCE=3). default: what the release itself does.",
                            "Called free of cost by CPython; python-build-standalone measured 2 to 3 % for the"
                                    + " strong stack protector. The configure of 3.14.6 has it upside down"
                                    + " (cpython #156764): by default the options are off, and --disable-safety"
                                    + " switches them on. PyKiln sets a variable besides, so that off is off.",
                            "Flags of that set on the command line that compiled the interpreter loop, kept in"
                                    + " the image.",
                            List.of(
                                    "cpython #156764",
                                    "cpython #112301",
                                    "astral-sh/python-build-standalone #1166")));

    private SafetyKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    boolean isOn(Recipe recipe) {
        return isOffered(recipe)
                && (recipe.get(this).equals("on") || recipe.get(this).equals("slower"));
    }

    boolean isUpToCPython(Recipe recipe) {
        return isOffered(recipe) && recipe.get(this).equals(DEFAULT);
    }

    private static boolean isOffered(Recipe recipe) {
        return recipe.get(PythonKnob.PYTHON).isAtLeast(3, 14);
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (recipe.isTurned(this) && !isOffered(recipe)) {
            return List.of(
                    Finding.error(
                            "safety-needs-3.14",
                            "CPython has its safety options from 3.14 on.",
                            Remedy.of("leave them to CPython", this, DEFAULT),
                            this,
                            PythonKnob.PYTHON));
        }
        return List.of();
    }

    /// Where configure takes every form of the option for "on", it still asks this variable.
    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        switch (recipe.get(this)) {
            case "off" -> {
                plan.buildEnvironment("disable_safety", "yes");
                plan.configure("--disable-safety");
            }
            case "on" -> plan.configure("--enable-safety");
            case "slower" -> plan.configure("--enable-safety", "--enable-slower-safety");
            default -> {}
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        String choice = recipe.get(this);
        if (choice.equals(DEFAULT)) {
            return List.of();
        }
        return List.of(
                new Proof(
                        id(),
                        switch (choice) {
                            case "off" -> "the interpreter was compiled without the safety options";
                            case "on" -> "the interpreter was compiled with the safety options";
                            default ->
                                    "the interpreter was compiled with the slower safety options";
                        },
                        """
                        seen = [flag for flag in compiled()
                                if flag in ('-Wimplicit-fallthrough', '-D_FORTIFY_SOURCE=3')]
                        return seen == %s, ' '.join(seen) or 'none of them'\
                        """
                                .formatted(
                                        switch (choice) {
                                            case "off" -> "[]";
                                            case "on" -> "['-Wimplicit-fallthrough']";
                                            default ->
                                                    "['-Wimplicit-fallthrough', '-D_FORTIFY_SOURCE=3']";
                                        })));
    }
}
