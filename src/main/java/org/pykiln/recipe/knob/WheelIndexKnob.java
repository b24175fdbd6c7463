package org.pykiln.recipe.knob;

import java.util.List;
import java.util.regex.Pattern;
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

/// One more index in which pip of the image looks for wheels.
public final class WheelIndexKnob implements Knob<String> {
    public static final WheelIndexKnob WHEEL_INDEX = new WheelIndexKnob();

    static final String NONE = "none";

    private final Description<String> description =
            new Description<>(
                    "wheel-index",
                    "Wheel index",
                    Group.CONTENT,
                    new Domain.Text(
                            Pattern.compile(
                                    "none|(?:https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?|file://)(?:/[A-Za-z0-9._~+-]+)*/?"),
                            "none, or an address such as https://wheels.home-assistant.io/musllinux-index/",
                            List.of(NONE, "https://wheels.home-assistant.io/musllinux-index/")),
                    NONE,
                    new Explanation(
                            "An index that pip in the image asks besides its own (PIP_EXTRA_INDEX_URL), for"
                                    + " wheels that are built for this C library and architecture. \"wheels\""
                                    + " makes such an index on this computer.",
                            "No effect on the interpreter's speed; it spares the compiler that installing from"
                                    + " source would need. Home Assistant builds musllinux wheels of its own for"
                                    + " that reason. Whoever serves the index can serve any package.",
                            "The index that pip in the image says it uses.",
                            List.of(
                                    "Home Assistant developers' blog, 2020-07-13",
                                    "pip documentation: --extra-index-url")));

    private WheelIndexKnob() {}

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
                        "wheel-index-needs-pip",
                        "There is no pip in this image that could ask an index.",
                        Remedy.of("name no index", this, NONE),
                        this,
                        PipKnob.PIP));
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (!recipe.get(this).equals(NONE)) {
            plan.environment("PIP_EXTRA_INDEX_URL", recipe.get(this));
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        String index = recipe.get(this);
        if (index.equals(NONE)) {
            return List.of(
                    new Proof(
                            id(),
                            "pip asks no other index than its own",
                            """
                            seen = os.environ.get('PIP_EXTRA_INDEX_URL', '')
                            return not seen, seen or 'no other index'\
                            """));
        }
        return List.of(
                new Proof(
                        id(),
                        "pip asks " + index,
                        """
                        said = subprocess.run([sys.executable, '-m', 'pip', 'config', 'list'],
                                              capture_output=True, text=True)
                        seen = [line.partition('=')[2].strip("'\\"") for line in said.stdout.splitlines()
                                if line.partition('=')[0].endswith('.extra-index-url')]
                        return %s in seen, ' '.join(seen) or said.stderr.strip()[-200:] or 'no other index'\
                        """
                                .formatted(Proof.literal(index))));
    }
}
