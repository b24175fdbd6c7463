package org.pykiln.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What all knobs of a recipe contribute to its build, in the order of the catalogue.
///
/// @param platform such as `linux/arm64`
/// @param signature ending of the file that signs the source archive, such as `.asc`
/// @param buildPackages needed to compile; not in the image
/// @param runPackages installed in the image besides the libraries that the interpreter links
/// @param configure options of `./configure`
/// @param compilerFlags seen by the interpreter's own sources only (`CFLAGS_NODIST`)
/// @param linkerFlags likewise (`LDFLAGS_NODIST`)
/// @param libraries linked into everything (`LIBS`)
/// @param profileTask arguments of the training run; present exactly where profiles are used
/// @param buildEnvironment of configure and make, by variable; values stand between double quotes
/// @param steps in the order of the catalogue within each moment
/// @param preload library that the image's environment preloads
/// @param environment of the image, by variable
/// @param labels of the image, by name; they hold the recipe
/// @param wheelhouse SHA-256 of the list of wheels that the build takes with it, which names the
///   SHA-256 of each
/// @param user that the image's processes run as, as in `USER`; root where absent
public record BuildPlan(
        Entry<BaseImage> base,
        Entry<String> platform,
        Entry<PythonRelease> python,
        Optional<Entry<String>> signature,
        List<Entry<Wanted>> buildPackages,
        List<Entry<Wanted>> runPackages,
        List<Entry<String>> configure,
        List<Entry<String>> compilerFlags,
        List<Entry<String>> linkerFlags,
        List<Entry<String>> libraries,
        Optional<Entry<String>> profileTask,
        Map<String, Entry<String>> buildEnvironment,
        List<Entry<Step>> steps,
        Optional<Entry<Preload>> preload,
        Map<String, Entry<String>> environment,
        Map<String, Entry<String>> labels,
        Optional<Entry<String>> wheelhouse,
        Optional<Entry<String>> user,
        List<Proof> proofs) {
    public List<Entry<Step>> steps(Step.Moment moment) {
        return steps.stream().filter(entry -> entry.value().moment() == moment).toList();
    }

    /// The same build for whoever does not look at labels: two recipes whose plans are equal this
    /// way give the same files.
    public BuildPlan withoutLabels() {
        return new BuildPlan(
                base,
                platform,
                python,
                signature,
                buildPackages,
                runPackages,
                configure,
                compilerFlags,
                linkerFlags,
                libraries,
                profileTask,
                buildEnvironment,
                steps,
                preload,
                environment,
                Map.of(),
                wheelhouse,
                user,
                proofs);
    }
}
