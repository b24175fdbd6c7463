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

/// The user that the image's processes run as.
public final class UserKnob implements Knob<String> {
    public static final UserKnob USER = new UserKnob();

    private static final String ROOT = "root";
    private static final String HOME = "/home/python";

    private final Description<String> description =
            new Description<>(
                    "user",
                    "User",
                    Group.CONTENT,
                    new Domain.Text(
                            Pattern.compile("root|[1-9][0-9]{0,5}:[1-9][0-9]{0,5}"),
                            "root, or numbers of user and group such as 1000:1000",
                            List.of(ROOT, "1000:1000", "65532:65532")),
                    ROOT,
                    new Explanation(
                            "The user that the image's processes run as. Other than root it is called python and"
                                    + " has a home folder; by number, so that orchestrators can tell that it is"
                                    + " not root.",
                            "Safety, not speed. Such a user cannot write byte code beside the standard library:"
                                    + " without byte code in the image every start compiles anew.",
                            "The numbers that the process itself says it has, and that its home folder can be"
                                    + " written.",
                            List.of(
                                    "Dockerfile reference: USER",
                                    "Kubernetes: runAsNonRoot needs a number")));

    private UserKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (!recipe.get(this).equals(ROOT) && recipe.get(PycKnob.PYC).equals(PycKnob.NONE)) {
            return List.of(
                    Finding.advice(
                            "user-without-byte-code",
                            "This user can keep no byte code of the standard library, so every start"
                                    + " compiles what it imports.",
                            Remedy.of("keep byte code in the image", PycKnob.PYC, "keep"),
                            this,
                            PycKnob.PYC));
        }
        return List.of();
    }

    /// Entries are written by hand, because each distribution has other commands for it.
    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (recipe.get(this).equals(ROOT)) {
            return;
        }
        String[] numbers = recipe.get(this).split(":");
        plan.step(
                Step.Moment.IMAGE,
                """
                sed -i '/^[^:]*:[^:]*:%1$s:/d' /etc/passwd;
                echo "python:x:%1$s:%2$s::%3$s:/bin/sh" >> /etc/passwd;
                grep -q '^[^:]*:[^:]*:%2$s:' /etc/group || echo "python:x:%2$s:" >> /etc/group;
                install -d -o %1$s -g %2$s %3$s\
                """
                        .formatted(numbers[0], numbers[1], HOME));
        plan.user(recipe.get(this));
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        boolean root = recipe.get(this).equals(ROOT);
        String[] numbers = root ? new String[] {"0", "0"} : recipe.get(this).split(":");
        return List.of(
                new Proof(
                        id(),
                        root
                                ? "processes run as root"
                                : "processes run as user %s of group %s"
                                        .formatted(numbers[0], numbers[1]),
                        """
                        seen, home = (os.getuid(), os.getgid()), os.path.expanduser('~')
                        return seen == (%s, %s) and os.access(home, os.W_OK), (
                            f'{seen[0]}:{seen[1]}, home {home}')\
                        """
                                .formatted(numbers[0], numbers[1])));
    }
}
