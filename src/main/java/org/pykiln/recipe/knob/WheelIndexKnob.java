package org.pykiln.recipe.knob;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private static final String WHEELHOUSE = "wheelhouse:";

    private final Description<String> description =
            new Description<>(
                    "wheel-index",
                    "Wheel index",
                    Group.CONTENT,
                    new Domain.Text(
                            Pattern.compile(
                                    "none|wheelhouse:[0-9a-f]{64}|(?:https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?|file://)(?:/[A-Za-z0-9._~+-]+)*/?"),
                            "none, an address such as https://wheels.home-assistant.io/musllinux-index/, or a"
                                    + " folder that \"wheels\" made, by what it says of it: wheelhouse:SHA-256",
                            List.of(
                                    NONE,
                                    "https://wheels.home-assistant.io/musllinux-index/",
                                    WHEELHOUSE + "0".repeat(64))),
                    NONE,
                    new Explanation(
                            "Where wheels come from that are built for this C library and architecture. An"
                                    + " address: an index that pip in the image asks besides its own"
                                    + " (PIP_EXTRA_INDEX_URL). wheelhouse: a folder of wheels on this computer,"
                                    + " as \"wheels\" makes it. The packages are installed from it while the"
                                    + " image is built, from nowhere else and without a network; the image"
                                    + " holds none of the wheels. The number is the SHA-256 of the folder's"
                                    + " list of wheels, so that a recipe means the same wheels for ever.",
                            "No effect on the interpreter's speed; it spares the compiler that installing from"
                                    + " source would need. Home Assistant builds musllinux wheels of its own for"
                                    + " that reason. Whoever serves the index can serve any package.",
                            "The index that pip in the image says it uses; of a folder, that the build kept the"
                                    + " list of its wheels.",
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
        if (!recipe.isTurned(this)) {
            return List.of();
        }
        if (recipe.text(PipKnob.PIP).equals("none")) {
            return List.of(
                    Finding.error(
                            "wheel-index-needs-pip",
                            "There is no pip in this image that could ask an index.",
                            Remedy.of("name no index", this, NONE),
                            this,
                            PipKnob.PIP));
        }
        if (wheelhouse(recipe).isPresent() && !recipe.isTurned(PackagesKnob.PACKAGES)) {
            return List.of(
                    Finding.warning(
                            "wheelhouse-without-packages",
                            "No package is named, so nothing is installed from the wheelhouse.",
                            Remedy.of("name no index", this, NONE),
                            this,
                            PackagesKnob.PACKAGES));
        }
        return List.of();
    }

    /// The SHA-256 of the list of wheels, where the recipe takes them from a folder.
    static Optional<String> wheelhouse(Recipe recipe) {
        String index = recipe.get(WHEEL_INDEX);
        return index.startsWith(WHEELHOUSE)
                ? Optional.of(index.substring(WHEELHOUSE.length()))
                : Optional.empty();
    }

    /// The address of another index than pip's own.
    static Optional<String> address(Recipe recipe) {
        String index = recipe.get(WHEEL_INDEX);
        return index.equals(NONE) || index.startsWith(WHEELHOUSE)
                ? Optional.empty()
                : Optional.of(index);
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        address(recipe).ifPresent(index -> plan.environment("PIP_EXTRA_INDEX_URL", index));
        wheelhouse(recipe).ifPresent(plan::wheelhouse);
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        List<Proof> proofs = new ArrayList<>();
        proofs.add(address(recipe).map(this::asked).orElseGet(this::asksNoOther));
        wheelhouse(recipe).map(this::kept).ifPresent(proofs::add);
        return proofs;
    }

    private Proof asksNoOther() {
        return new Proof(
                id(),
                "pip asks no other index than its own",
                """
                seen = os.environ.get('PIP_EXTRA_INDEX_URL', '')
                return not seen, seen or 'no other index'\
                """);
    }

    private Proof asked(String index) {
        return new Proof(
                id(),
                "pip asks " + index,
                """
                said = subprocess.run([sys.executable, '-m', 'pip', 'config', 'list'],
                                      capture_output=True, text=True)
                seen = [line.partition('=')[2].strip("'\\"") for line in said.stdout.splitlines()
                        if line.partition('=')[0].endswith('.extra-index-url')]
                return %s in seen, ' '.join(seen) or said.stderr.strip()[-200:] or 'no other index'\
                """
                        .formatted(Proof.literal(index)));
    }

    private Proof kept(String sha256) {
        return new Proof(
                id(),
                "the build had the wheelhouse " + sha256.substring(0, 12),
                """
                seen = hashlib.sha256((evidence('wheelhouse') + '\\n').encode()).hexdigest()
                return seen == %s, seen[:12] if evidence('wheelhouse') else 'no wheelhouse'\
                """
                        .formatted(Proof.literal(sha256)));
    }
}
