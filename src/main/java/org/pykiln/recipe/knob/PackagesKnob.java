package org.pykiln.recipe.knob;

import java.util.List;
import java.util.regex.Pattern;
import org.pykiln.plan.Contributions;
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

/// Python packages that the image holds besides the standard library.
public final class PackagesKnob implements Knob<String> {
    public static final PackagesKnob PACKAGES = new PackagesKnob();

    private static final String NONE = "none";
    private static final String PIN =
            "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?==[0-9][A-Za-z0-9.!+]{0,40}";

    private final Description<String> description =
            new Description<>(
                    "packages",
                    "Packages",
                    Group.CONTENT,
                    new Domain.Text(
                            Pattern.compile("none|" + PIN + "(?: " + PIN + "){0,49}"),
                            "none, or names with exact versions such as markupsafe==3.0.2",
                            List.of(NONE, "markupsafe==3.0.2")),
                    NONE,
                    new Explanation(
                            "Packages that pip installs in the image from ready-made wheels: of its own index"
                                    + " and of the wheel index, where the recipe names one.",
                            "No effect on the interpreter's speed. The image has no compiler, so a package"
                                    + " without a fitting wheel fails the build; \"wheels\" makes it.",
                            "The versions that the image's own interpreter finds installed.",
                            List.of("pip documentation: --only-binary")));

    private PackagesKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (!recipe.isTurned(this) || !recipe.text(PipKnob.PIP).equals("none")) {
            return List.of();
        }
        return List.of(
                Finding.error(
                        "packages-need-pip",
                        "Packages are installed by pip, and this image has none.",
                        Remedy.of("install no packages", this, NONE),
                        this,
                        PipKnob.PIP));
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        String packages = recipe.get(this);
        if (packages.equals(NONE)) {
            return;
        }
        String index = recipe.get(WheelIndexKnob.WHEEL_INDEX);
        String more =
                index.equals(WheelIndexKnob.NONE)
                        ? ""
                        : "    --extra-index-url %s\n".formatted(index);
        plan.step(
                Step.Moment.IMAGE,
                "pip3 install --no-cache-dir --disable-pip-version-check --root-user-action=ignore\n"
                        + "    --only-binary :all:\n"
                        + more
                        + "    "
                        + packages);
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        String packages = recipe.get(this);
        if (packages.equals(NONE)) {
            return List.of();
        }
        return List.of(
                new Proof(
                        id(),
                        "installed are " + packages,
                        """
                        import importlib.metadata
                        wrong = []
                        for pin in %s.split():
                            name, _, wanted = pin.partition('==')
                            try:
                                seen = importlib.metadata.version(name)
                            except importlib.metadata.PackageNotFoundError:
                                seen = 'not there'
                            if seen != wanted:
                                wrong.append(f'{name} {seen}')
                        return not wrong, ', '.join(wrong) or 'all there'\
                        """
                                .formatted(Proof.literal(packages))));
    }
}
