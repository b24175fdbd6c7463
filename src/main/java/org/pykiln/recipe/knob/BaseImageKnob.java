package org.pykiln.recipe.knob;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pykiln.plan.BaseImage;
import org.pykiln.plan.BaseImage.Family;
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

/// Where the base comes from: under its own name, pinned by digest, or another image of the same
/// distribution.
public final class BaseImageKnob implements Knob<String> {
    private static final String DEFAULT = "default";
    private static final String DIGEST = "@sha256:[0-9a-f]{64}";

    /// An image name always has a tag or a digest: without, it could be the name of a stage.
    private static final Pattern REFERENCE =
            Pattern.compile(
                    DEFAULT
                            + "|"
                            + DIGEST
                            // a host, then the parts of the path
                            + "|(?=[^@]{1,200}(?:@|$))"
                            + "(?:[a-z0-9](?:[a-z0-9.-]{0,80}[a-z0-9])?(?::[0-9]{1,5})?/)?"
                            + "[a-z0-9]+(?:(?:[.]|_{1,2}|-+)[a-z0-9]+)*"
                            + "(?:/[a-z0-9]+(?:(?:[.]|_{1,2}|-+)[a-z0-9]+)*)*"
                            + "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}(?:"
                            + DIGEST
                            + ")?|"
                            + DIGEST
                            + ")");

    /// First part of the names under which the official images of one architecture stand.
    private static final Map<String, String> NAMESPACES =
            Map.of(
                    "amd64", "amd64",
                    "i386", "i386",
                    "arm64v8", "arm64",
                    "arm32v7", "arm/v7",
                    "arm32v6", "arm/v6",
                    "riscv64", "riscv64",
                    "ppc64le", "ppc64le",
                    "s390x", "s390x");

    /// Last part of the names of distributions' own images.
    private static final Map<String, Family> DISTRIBUTIONS =
            Map.of(
                    "debian", Family.DEBIAN,
                    "ubuntu", Family.UBUNTU,
                    "alpine", Family.ALPINE,
                    "fedora", Family.FEDORA);

    // after the pattern, which its domain holds
    public static final BaseImageKnob BASE_IMAGE = new BaseImageKnob();

    private final Description<String> description =
            new Description<>(
                    "base-image",
                    "Base image from",
                    Group.BASE,
                    new Domain.Text(
                            REFERENCE,
                            "default, @sha256:DIGEST, or an image name with a tag or a digest",
                            List.of(
                                    DEFAULT,
                                    "i386/debian:trixie-slim",
                                    "arm64v8/debian:trixie-slim")),
                    DEFAULT,
                    new Explanation(
                            "Which image is meant by the base. default: the one of the base's name, as the engine"
                                    + " has or pulls it. @sha256:DIGEST: that very image, pinned by its digest. A name:"
                                    + " another image of the same distribution and release, for example one of"
                                    + " your own, or the official one of a single architecture"
                                    + " (i386/debian:trixie-slim).",
                            "None on speed. A pinned base gives the same packages' starting point again; what the"
                                    + " package manager adds to it still comes from today's archive.",
                            "None of its own: that the image is of the base's distribution and release is proven"
                                    + " under base, and of a digest nothing is to be seen from inside.",
                            List.of(
                                    "docker-library/official-images: architectures other than amd64",
                                    "OCI image specification: annotations base.name and base.digest")));

    private BaseImageKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        return mistake(recipe).stream()
                .map(summary ->
                        Finding.error(
                                "base-image-is-another",
                                summary,
                                Remedy.of("use the base's own", this, DEFAULT),
                                this,
                                BaseKnob.BASE,
                                ArchitectureKnob.ARCHITECTURE))
                .toList();
    }

    private Optional<String> mistake(Recipe recipe) {
        String image = recipe.get(this);
        List<String> path = List.of(image.replaceFirst("@.*$", "").split("/"));
        String namespace = path.size() < 2 ? "" : path.get(path.size() - 2);
        String architecture = recipe.get(ArchitectureKnob.ARCHITECTURE);
        String other = NAMESPACES.getOrDefault(namespace, architecture);
        if (!other.equals(architecture)) {
            return Optional.of("%s is for %s, not for %s.".formatted(image, other, architecture));
        }
        Family family = recipe.get(BaseKnob.BASE).family();
        Family own = family == Family.DEBIAN_MUSL ? Family.DEBIAN : family;
        String last = path.getLast().replaceFirst(":.*$", "");
        if (DISTRIBUTIONS.getOrDefault(last, own) != own) {
            return Optional.of(
                    "%s is no image of the distribution that the base %s names."
                            .formatted(image, recipe.get(BaseKnob.BASE).name()));
        }
        return Optional.empty();
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        String image = recipe.get(this);
        if (!image.equals(DEFAULT)) {
            BaseImage base = recipe.get(BaseKnob.BASE);
            plan.base(base.from(image.startsWith("@") ? base.reference() + image : image));
        }
    }

    /// The distribution and the release of whatever image it is are the base's to prove.
    @Override
    public List<Proof> prove(Recipe recipe) {
        return List.of();
    }
}
