package org.pykiln.recipe.knob;

import java.util.List;
import java.util.Map;
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

/// Which pip is in the image.
public final class PipKnob implements Knob<String> {
    private static final String BUNDLED = "bundled";
    private static final String NONE = "none";

    /// Version to SHA-256 of its wheel; source: PyPI.
    private static final Map<String, String> WHEELS =
            Map.of(
                    "25.3",
                    "9655943313a94722b7774661c21049070f6bbb0a1516bf02f7c8d5d9201514cd",
                    "26.0.1",
                    "bdb1b08f4274833d62c1aa29e20907365a2ceb950410df15fc9521bad440122b",
                    "26.1.2",
                    "382ff9f685ee3bc25864f820aa50505825f10f5458ffff07e30a6d96e5715cab",
                    "26.3",
                    "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13");

    // after the wheels, which its domain lists
    public static final PipKnob PIP = new PipKnob();

    private final Description<String> description =
            new Description<>(
                    "pip",
                    "pip",
                    Group.CONTENT,
                    new Domain.OneOf<>(
                            List.of(BUNDLED, NONE, "25.3", "26.0.1", "26.1.2", "26.3"),
                            choice -> choice),
                    BUNDLED,
                    new Explanation(
                            "bundled: the pip that comes with the release (ensurepip), as in the official images."
                                    + " A version: that pip instead, fetched from PyPI while the image is built"
                                    + " and held against its SHA-256. none: no pip; python -m ensurepip can"
                                    + " still bring it.",
                            "Size: about 15 MB. An image that only runs what it holds needs none, and scanners"
                                    + " find less in it.",
                            "The version that pip itself says when it is started, or that there is none.",
                            List.of(
                                    "docker-library/python Dockerfile-linux.template: --with-ensurepip",
                                    "home-assistant/docker-base: --without-ensurepip and a pinned pip",
                                    "PyPI: files of pip")));

    private PipKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (WHEELS.containsKey(recipe.get(this))) {
            return List.of(
                    Finding.note(
                            "pip-from-pypi",
                            "The build fetches pip from PyPI, so it needs the network there.",
                            this));
        }
        return List.of();
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        String choice = recipe.get(this);
        if (choice.equals(NONE)) {
            plan.configure("--with-ensurepip=no");
            return;
        }
        plan.configure("--with-ensurepip=install");
        if (WHEELS.containsKey(choice)) {
            plan.step(
                    Step.Moment.INSTALLED,
                    """
                    echo "pip==%s --hash=sha256:%s" > /usr/src/pip.txt;
                    python3 -m pip install --no-cache-dir --disable-pip-version-check
                        --root-user-action=ignore --require-hashes -r /usr/src/pip.txt\
                    """
                            .formatted(choice, WHEELS.get(choice)));
        }
        plan.step(Step.Moment.INSTALLED, "ln -sf pip3 /usr/local/bin/pip");
        // -B: starting it leaves nothing behind
        plan.step(Step.Moment.IMAGE, "python3 -B -m pip --version");
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        String choice = recipe.get(this);
        if (choice.equals(NONE)) {
            return List.of(
                    new Proof(
                            id(),
                            "there is no pip",
                            """
                            there = importlib.util.find_spec('pip') is not None
                            scripts = [name for name in os.listdir(os.path.dirname(sys.executable))
                                       if name.startswith('pip')]
                            return not there and not scripts, (
                                'there is one' if there or scripts else 'none')\
                            """));
        }
        return List.of(
                new Proof(
                        id(),
                        choice.equals(BUNDLED)
                                ? "pip is the one that came with the release"
                                : "pip is version " + choice,
                        """
                        expected = %s
                        said = subprocess.run([sys.executable, '-m', 'pip', '--version'],
                                              capture_output=True, text=True).stdout.split()
                        seen = said[1] if len(said) > 1 else 'no pip'
                        return seen == expected, seen\
                        """
                                .formatted(
                                        choice.equals(BUNDLED)
                                                ? "importlib.import_module('ensurepip').version()"
                                                : Proof.literal(choice))));
    }
}
