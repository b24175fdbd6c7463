package org.pykiln.recipe.knob;

import java.util.ArrayList;
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

    private static final String PIP =
            """
            pip3 install --no-cache-dir --disable-pip-version-check --root-user-action=ignore
                --only-binary :all:
            """;

    private static final String REPORT = "/usr/src/installed.json";

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
        if (WheelIndexKnob.wheelhouse(recipe).isPresent()) {
            plan.step(Step.Moment.PACKAGED, fromWheelhouse(packages));
            return;
        }
        String more =
                WheelIndexKnob.address(recipe)
                        .map("    --extra-index-url %s\n"::formatted)
                        .orElse("");
        plan.step(Step.Moment.IMAGE, PIP + more + "    " + packages);
    }

    /// What pip says of its work is kept: the proofs look for the wheels of it.
    private static String fromWheelhouse(String packages) {
        return PIP
                + """
                    --no-index --find-links . --report %s
                    %s;
                python3 -c "import json; [print(i['metadata']['name'], i['metadata']['version'],
                    i['download_info']['archive_info']['hash'])
                    for i in json.load(open('%s'))['install']]"
                    > /usr/local/share/pykiln/installed\
                """
                        .formatted(REPORT, packages, REPORT);
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        String packages = recipe.get(this);
        if (packages.equals(NONE)) {
            return List.of();
        }
        List<Proof> proofs = new ArrayList<>(List.of(installed(packages), loads(packages)));
        WheelIndexKnob.wheelhouse(recipe).ifPresent(wheelhouse -> proofs.add(came(packages)));
        return proofs;
    }

    private Proof installed(String packages) {
        return new Proof(
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
                        .formatted(Proof.literal(packages)));
    }

    /// Of everything that is installed: what a package needs was installed with it. Each extension
    /// module is loaded, which shows architecture, C library and missing libraries without running
    /// what an import of it might do.
    private Proof loads(String packages) {
        return new Proof(
                id(),
                "their extension modules load",
                """
                import importlib.machinery
                import importlib.metadata
                pins = %s.split()
                suffixes = tuple(importlib.machinery.EXTENSION_SUFFIXES)
                wrong, count = [], 0
                for package in importlib.metadata.distributions():
                    for file in package.files or ():
                        if not file.name.endswith(suffixes):
                            continue
                        count += 1
                        try:
                            ctypes.CDLL(os.fspath(file.locate()), os.RTLD_NOW)
                        except OSError as problem:
                            wrong.append(f'{file}: {problem}')
                return bool(pins) and not wrong, '; '.join(wrong) or f'{count} of them'\
                """
                        .formatted(Proof.literal(packages)));
    }

    /// The installer's record of a package holds the SHA-256 of each file, as the wheel has it.
    private Proof came(String packages) {
        return new Proof(
                id(),
                "they are the files of wheels in the wheelhouse",
                """
                import base64
                import importlib.metadata
                wheels = {line.split()[0] for line in evidence('wheelhouse').splitlines()}
                hashes = {}
                for line in evidence('installed').splitlines():
                    name, version, sum = line.split()
                    hashes[re.sub('[-_.]+', '-', name).lower()] = sum.removeprefix('sha256=')
                wrong = [pin for pin in %s.split()
                         if re.sub('[-_.]+', '-', pin.partition('==')[0]).lower() not in hashes]
                wrong += [name for name, sum in hashes.items() if sum not in wheels]
                count = 0
                for name in hashes:
                    for file in importlib.metadata.distribution(name).files or ():
                        if not file.hash:
                            continue
                        count += 1
                        seen = base64.urlsafe_b64encode(hashlib.sha256(file.read_binary()).digest())
                        if file.hash.value != seen.decode().rstrip('='):
                            wrong.append(str(file))
                return count > 0 and not wrong, ', '.join(wrong[:5]) or f'{count} files'\
                """
                        .formatted(Proof.literal(packages)));
    }
}
