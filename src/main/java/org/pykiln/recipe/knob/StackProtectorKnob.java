package org.pykiln.recipe.knob;

import java.util.List;
import java.util.Optional;
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

/// Which functions check at their end that nobody wrote beyond their arrays.
public final class StackProtectorKnob implements Knob<String> {
    public static final StackProtectorKnob STACK_PROTECTOR = new StackProtectorKnob();

    private static final String STRONG = "-fstack-protector-strong";

    private final Description<String> description =
            new Description<>(
                    "stack-protector",
                    "Stack protector",
                    Group.HARDENING,
                    new Domain.OneOf<>(
                            List.of("default", "off", "plain", "strong"), choice -> choice),
                    "default",
                    new Explanation(
                            "Whether functions check that nobody wrote beyond their arrays before they return."
                                    + " plain: those with arrays of characters (-fstack-protector). strong: all"
                                    + " with arrays or with addresses of locals. default: what hardening, safety"
                                    + " and the compiler itself ask for.",
                            "Plain instead of strong gained python-build-standalone 2 to 3 % (#1166); Debian's"
                                    + " own package is plain too. Off gives up a cheap defence.",
                            "The last such flag on the command line that compiled the interpreter loop, and"
                                    + " whether the interpreter refers to the function that ends a smashed"
                                    + " process.",
                            List.of(
                                    "astral-sh/python-build-standalone #1166",
                                    "GCC manual: Instrumentation Options")));

    private StackProtectorKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        String choice = recipe.get(this);
        boolean weaker = choice.equals("off") || choice.equals("plain");
        if (weaker && SafetyKnob.SAFETY.isOn(recipe)) {
            return List.of(
                    Finding.error(
                            "safety-decides-stack-protector",
                            "CPython's safety options come last and set %s.".formatted(STRONG),
                            Remedy.of("switch them off", SafetyKnob.SAFETY, "off"),
                            this,
                            SafetyKnob.SAFETY));
        }
        return List.of();
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        flag(recipe.get(this)).ifPresent(plan::compilerFlags);
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        Optional<String> expected = expected(recipe);
        if (expected.isEmpty() && SafetyKnob.SAFETY.isUpToCPython(recipe)) {
            return List.of();
        }
        String flag = expected.orElse("");
        return List.of(
                new Proof(
                        id(),
                        flag.isEmpty()
                                ? "the compiler was left to its own stack protector"
                                : "the interpreter was compiled with " + flag,
                        """
                        flags = [flag for flag in compiled()
                                 if re.fullmatch('-f(no-)?stack-protector(-[a-z]+)?', flag)]
                        with open(code_file(), 'rb') as file:
                            refers = b'__stack_chk_fail' in file.read()
                        last, expected = flags[-1] if flags else '', %s
                        return last == expected and (
                            not expected or refers == (expected != '-fno-stack-protector')), (
                            (last or 'no flag') + (', refers' if refers else ', does not refer')
                            + ' to __stack_chk_fail')\
                        """
                                .formatted(Proof.literal(flag))));
    }

    private Optional<String> expected(Recipe recipe) {
        if (SafetyKnob.SAFETY.isOn(recipe)
                || recipe.get(this).equals("default")
                        && recipe.get(HardeningKnob.HARDENING).equals(HardeningKnob.DISTRIBUTION)) {
            return Optional.of(STRONG);
        }
        return flag(recipe.get(this));
    }

    private static Optional<String> flag(String choice) {
        return switch (choice) {
            case "off" -> Optional.of("-fno-stack-protector");
            case "plain" -> Optional.of("-fstack-protector");
            case "strong" -> Optional.of(STRONG);
            default -> Optional.empty();
        };
    }
}
