package org.pykiln.recipe.knob;

import java.util.List;
import org.pykiln.plan.BaseImage;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Package;
import org.pykiln.plan.Proof;
import org.pykiln.plan.PythonRelease;
import org.pykiln.plan.Step;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Remedy;

/// How the build makes sure that the source archive is the release manager's.
public final class SourceVerificationKnob implements Knob<String> {
    public static final SourceVerificationKnob SOURCE_VERIFICATION = new SourceVerificationKnob();

    private static final String SHA256 = "sha256";
    private static final String GPG = "gpg";
    private static final String SIGSTORE = "sigstore";

    private static final String EVIDENCE = "/usr/local/share/pykiln/verification";

    private final Description<String> description =
            new Description<>(
                    "source-verification",
                    "Source verification",
                    Group.BASE,
                    new Domain.OneOf<>(List.of(SHA256, GPG, SIGSTORE), choice -> choice),
                    SHA256,
                    new Explanation(
                            "What the build asks of the source archive before it unpacks it. sha256: the checksum"
                                    + " that stands in the Dockerfile. gpg: besides, the release manager's PGP"
                                    + " signature (up to 3.13). sigstore: besides, the release manager's"
                                    + " signature in Sigstore's log, verified by cosign.",
                            "None on speed. A signature tells who published an archive, a checksum only that it"
                                    + " is the same one. Rendered, not built: python.org, key servers and"
                                    + " Sigstore are not within reach of PyKiln's own tests.",
                            "What gpg or cosign said, kept in the image; a build whose archive fails stops. Of"
                                    + " the checksum nothing is left to see.",
                            List.of(
                                    "PEP 761: no PGP signatures from 3.14 on",
                                    "python.org: Sigstore information",
                                    "docker-library/python Dockerfile-linux.template",
                                    "home-assistant/docker-base python Dockerfile")));

    private SourceVerificationKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        PythonRelease release = recipe.get(PythonKnob.PYTHON);
        return switch (recipe.get(this)) {
            case GPG ->
                    release.isAtLeast(3, 14)
                            ? List.of(
                                    error(
                                            "gpg-ended-with-3.13",
                                            "From 3.14 on releases have no PGP signature.",
                                            PythonKnob.PYTHON))
                            : List.of();
            case SIGSTORE -> checkSigstore(recipe, release);
            default -> List.of();
        };
    }

    private List<Finding> checkSigstore(Recipe recipe, PythonRelease release) {
        if (!release.isAtLeast(3, 12)) {
            return List.of(
                    error(
                            "sigstore-bundle-needs-3.12",
                            "Releases before 3.12 have no Sigstore bundle that cosign reads.",
                            PythonKnob.PYTHON));
        }
        BaseImage base = recipe.get(BaseKnob.BASE);
        return hasCosign(base)
                ? List.of()
                : List.of(
                        error(
                                "sigstore-needs-cosign",
                                "%s has no package of cosign.".formatted(base.name()),
                                BaseKnob.BASE));
    }

    private Finding error(String code, String summary, Knob<?> other) {
        return Finding.error(
                code, summary, Remedy.of("verify the checksum only", this, SHA256), this, other);
    }

    private static boolean hasCosign(BaseImage base) {
        return switch (base.family()) {
            case DEBIAN, DEBIAN_MUSL -> !base.release().equals("bookworm");
            case UBUNTU -> !base.release().equals("24.04");
            case ALPINE -> true;
            case FEDORA -> false;
        };
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        PythonRelease release = recipe.get(PythonKnob.PYTHON);
        String archive = release.archive();
        switch (recipe.get(this)) {
            case GPG -> {
                plan.buildPackages(Package.CA_CERTIFICATES, Package.GNUPG);
                plan.signature(".asc");
                plan.step(
                        Step.Moment.COPIED,
                        """
                        mkdir -p /usr/local/share/pykiln;
                        export GNUPGHOME="$(mktemp -d)";
                        gpg --batch --keyserver hkps://keys.openpgp.org --recv-keys %1$s;
                        gpg --batch --status-fd 1 --verify %2$s.asc %2$s > %3$s;
                        gpgconf --kill all;
                        rm -rf "$GNUPGHOME" %2$s.asc\
                        """
                                .formatted(fingerprint(release), archive, EVIDENCE));
            }
            case SIGSTORE -> {
                plan.buildPackages(Package.CA_CERTIFICATES, Package.COSIGN);
                plan.signature(".sigstore");
                plan.step(
                        Step.Moment.COPIED,
                        """
                        mkdir -p /usr/local/share/pykiln;
                        cosign verify-blob --new-bundle-format
                            --certificate-identity %1$s
                            --certificate-oidc-issuer %2$s
                            --bundle %3$s.sigstore %3$s 2>&1 | tee %4$s;
                        rm -r %3$s.sigstore "$HOME/.sigstore"\
                        """
                                .formatted(identity(release), issuer(release), archive, EVIDENCE));
            }
            default -> {}
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        PythonRelease release = recipe.get(PythonKnob.PYTHON);
        return switch (recipe.get(this)) {
            case GPG ->
                    List.of(
                            new Proof(
                                    id(),
                                    "the release manager's key signed the source archive",
                                    """
                                    said = evidence('verification')
                                    good = re.search('^.GNUPG:. VALIDSIG .*%s', said, re.MULTILINE)
                                    return bool(good), said or 'the build kept nothing'\
                                    """
                                            .formatted(fingerprint(release))));
            case SIGSTORE ->
                    List.of(
                            new Proof(
                                    id(),
                                    "the release manager signed the source archive, by Sigstore",
                                    """
                                    said = evidence('verification')
                                    return 'Verified OK' in said, said or 'the build kept nothing'\
                                    """));
            default -> List.of();
        };
    }

    /// Of Pablo Galindo Salgado and Thomas Wouters.
    private static String fingerprint(PythonRelease release) {
        return release.isAtLeast(3, 12)
                ? "7169605F62C751356D054A26A821E680E5FA6305"
                : "A035C8C19219BA821ECEA86B64E628F8D684696D";
    }

    /// Of Thomas Wouters and Hugo van Kemenade.
    private static String identity(PythonRelease release) {
        return release.isAtLeast(3, 14) ? "hugo@python.org" : "thomas@python.org";
    }

    private static String issuer(PythonRelease release) {
        return release.isAtLeast(3, 14)
                ? "https://github.com/login/oauth"
                : "https://accounts.google.com";
    }
}
