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

/// What the image holds of the standard library as byte code.
public final class PycKnob implements Knob<String> {
    public static final PycKnob PYC = new PycKnob();

    static final String NONE = "none";

    private final Description<String> description =
            new Description<>(
                    "pyc",
                    "Byte code",
                    Group.CONTENT,
                    new Domain.OneOf<>(List.of("keep", NONE, "unchecked-hash"), choice -> choice),
                    "keep",
                    new Explanation(
                            "Whether the standard library is in the image as byte code too. keep: as installed,"
                                    + " each file checked against its source at import. none: deleted, as in the"
                                    + " official images. unchecked-hash: compiled so that the source is not even"
                                    + " looked at.",
                            "Start-up and size, not running speed. Without byte code every start by a user who"
                                    + " cannot write there compiles what it imports: one container started 1.42x"
                                    + " faster once it was kept, at 27 MB more (ggshield #1510).",
                            "The headers of the byte code files of the standard library, or that there is none.",
                            List.of(
                                    "docker-library/python #615",
                                    "GitGuardian/ggshield #1510",
                                    "PEP 552",
                                    "wolfi-dev/os python-3.14")));

    private PycKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        switch (recipe.get(this)) {
            case NONE -> {
                plan.step(
                        Step.Moment.INSTALLED,
                        "find /usr/local -depth -name __pycache__ -exec rm -rf {} +");
                // whatever runs while the image is made must not write it again
                plan.step(Step.Moment.PACKAGED, "export PYTHONDONTWRITEBYTECODE=1");
                plan.step(Step.Moment.IMAGE, "export PYTHONDONTWRITEBYTECODE=1");
            }
            case "unchecked-hash" ->
                    plan.step(
                            Step.Moment.INSTALLED,
                            """
                            find /usr/local -depth -name __pycache__ -exec rm -rf {} +;
                            python3 -B -m compileall -q -f -j 0 --invalidation-mode unchecked-hash
                                -x 'bad_coding|badsyntax|lib2to3/tests'
                                "$(python3 -B -c 'import sysconfig as s; print(s.get_path("stdlib"))')"\
                            """);
            default -> {}
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        return List.of(
                switch (recipe.get(this)) {
                    case NONE ->
                            new Proof(
                                    id(),
                                    "the standard library is there without byte code",
                                    """
                                    found = byte_code()
                                    return not found, f'{len(found)} files'\
                                    """);
                    case "unchecked-hash" ->
                            new Proof(
                                    id(),
                                    "byte code is used without a look at its source",
                                    """
                                    found = byte_code()
                                    kinds = sorted({flags for _, flags, _ in found})
                                    return len(found) > 100 and kinds == [1], (
                                        f'{len(found)} files, flags {kinds}')\
                                    """);
                    default ->
                            new Proof(
                                    id(),
                                    "byte code is there and fits its source",
                                    """
                                    found = byte_code()
                                    fits = [path for path, flags, fresh in found if flags == 0 and fresh]
                                    return len(fits) > 100 and len(fits) == len(found), (
                                        f'{len(fits)} of {len(found)} files')\
                                    """);
                });
    }
}
