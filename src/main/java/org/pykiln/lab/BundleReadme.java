package org.pykiln.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pykiln.bench.Limits;
import org.pykiln.bench.Mode;
import org.pykiln.bench.SessionPlan;
import org.pykiln.image.Receipt;
import org.pykiln.lab.BundleManifest.Image;
import org.pykiln.recipe.Catalogue;

/// The page of a bundle that says what is in it, and how to build and measure the same again.
final class BundleReadme {
    private BundleReadme() {}

    /// @param receipts by name of the image
    static String of(
            String title, SessionPlan plan, List<Image> images, Map<String, Receipt> receipts) {
        return """
        # %s

        A benchmark session of PyKiln %s: %d images, %d datapoints, up to %d processes of each, all
        measured in one interleaved session. The first image is the baseline.

        | image | digest | size | proofs |
        | --- | --- | --- | --- |
        %s
        | file | what |
        | --- | --- |
        | `report.html`, `comparison.md`, `comparison.csv`, `analysis.json` | the result, to be read without PyKiln |
        | `IMAGE.json` | a pyperf file for each image: `python3 -m pyperf compare_to A.json B.json` |
        | `units/`, `calibration/`, `failures.jsonl`, `warnings.txt` | what was measured, a file for each process |
        | `session.json`, `lab.json` | what was asked for |
        | `receipts/` | what was built, and how each proof came out |
        | `bundle/images/IMAGE/` | Dockerfile, preset, and the SHA-256 of the source archive that it copies |
        | `bundle/kit.txt` | the benchmarks, each package with its SHA-256, where the version that wrote this still had them |
        | `bundle/host.json` | the machine and the interpreters, as the processes saw them |
        | `bundle/manifest.json` | size and SHA-256 of every file |

        ## Read it

        ```
        ./pykiln analyse THIS-FILE.zip
        ./pykiln open-bundle THIS-FILE.zip --to session
        ```

        The tables are computed from the files of the processes, and are the same on every machine.

        ## Build the images again

        %s
        Without PyKiln, for each image: put the source archive beside the Dockerfile, check it with
        `sha256sum -c SHA256SUMS`, and run `docker build .` there. %sAn image that is built again has
        another digest: this session goes on only with the very images it began with, such as `docker save`
        and `docker load` carry.

        ## Measure again

        ```
        %s
        ```

        The first run on another machine is another measurement, not the same again: compare the ratios,
        not the times.
        """
                .formatted(
                        title,
                        Bundle.version(),
                        images.size(),
                        plan.datapoints().size(),
                        plan.rounds(),
                        lines(images.stream().map(i -> row(i, receipts.get(i.name())))),
                        builds(images),
                        more(receipts),
                        measure(plan, images));
    }

    private static String row(Image image, @Nullable Receipt receipt) {
        if (receipt == null) {
            return "| `%s` | `%s` | | not built here, found as `%s` |"
                    .formatted(image.name(), image.id(), image.reference());
        }
        return String.format(
                Locale.ROOT,
                "| `%s` | `%s` | %.1f MB | %d of %d hold |",
                image.name(),
                image.id(),
                receipt.bytes() / 1e6,
                receipt.proofs().size() - receipt.failedProofs().size(),
                receipt.proofs().size());
    }

    private static String builds(List<Image> images) {
        List<String> commands = images.stream().flatMap(i -> i.preset().stream()).toList();
        String lost =
                images.stream()
                        .filter(image -> image.preset().isEmpty())
                        .map(image ->
                                "`%s` was found as `%s`; nothing is known of how it was built.\n"
                                        .formatted(image.name(), image.reference()))
                        .reduce("", String::concat);
        return commands.isEmpty()
                ? lost
                : "```\n"
                        + lines(commands.stream().map("./pykiln build "::concat))
                        + "```\n"
                        + lost;
    }

    private static String more(Map<String, Receipt> receipts) {
        var plans = receipts.values().stream().map(one -> Catalogue.plan(one.recipe())).toList();
        String signed =
                plans.stream().anyMatch(plan -> plan.signature().isPresent())
                        ? "`./pykiln export PRESET --to FOLDER` also brings the signature that the"
                                + " Dockerfile copies. "
                        : "";
        String wheels =
                plans.stream().anyMatch(plan -> plan.wheelhouse().isPresent())
                        ? "The wheelhouse that a preset names has to be there: see `./pykiln wheels"
                                + " --help`. "
                        : "";
        return signed + wheels;
    }

    private static String measure(SessionPlan plan, List<Image> images) {
        List<String> words = new ArrayList<>(List.of("./pykiln lab"));
        images.forEach(image -> words.add(image.preset().orElse(image.reference())));
        words.add("-b " + String.join(",", plan.datapoints()));
        mode(plan).ifPresent(mode -> words.add("--" + mode.name().toLowerCase(Locale.ROOT)));
        plan.precision().ifPresent(wanted -> words.add("--precision " + wanted.target() * 100));
        plan.cpuset().ifPresent(cpus -> words.add("--cpuset " + cpus));
        if (plan.memoryBytes() > 0) {
            words.add("--memory " + Limits.text(plan.memoryBytes()));
        }
        words.add("-o again");
        return String.join(" \\\n    ", words);
    }

    private static Optional<Mode> mode(SessionPlan plan) {
        return Stream.of(Mode.values()).filter(one -> one.rounds() == plan.rounds()).findFirst();
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + "\n").reduce("", String::concat);
    }
}
