package org.pykiln.ui.common;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pykiln.bench.Mode;
import org.pykiln.bench.Precision;
import org.pykiln.dockerfile.Dockerfile;
import org.pykiln.engine.EngineArchitecture;
import org.pykiln.engine.EngineArchitecture.Execution;
import org.pykiln.engine.EngineFacts;
import org.pykiln.job.JobContext;
import org.pykiln.recipe.Recipe;
import org.pykiln.report.ChartData;
import org.pykiln.report.Replay;
import org.pykiln.stats.Comparison;

/// All that the window asks of the rest of PyKiln. `Wiring` implements it with the real services,
/// tests with fakes.
///
/// Calls that may throw may block too, and [#engine] may: none of these is made on the window's
/// thread. The others answer at once. A call that fails for a reason that a person can act on
/// throws [ProblemException]; its text is shown as it is.
public interface Services {

    // ---- presets

    /// All presets that can be offered by name, the shipped ones first.
    PresetList presets() throws ProblemException;

    /// @throws ProblemException with file, line, column and what was expected
    NamedRecipe open(Path file) throws ProblemException;

    /// Writes a preset file.
    ///
    /// @param recipe whose `file` is where it goes; empty for the workspace's folder, by its name
    /// @param overwrite whether a file that this window did not read or write last may be replaced
    /// @return the same with its file
    NamedRecipe save(NamedRecipe recipe, boolean overwrite) throws ProblemException;

    /// A name for a preset that comes as near to the text as the format allows.
    String presetName(String text);

    // ---- Dockerfile

    /// Pure and fast. Defined also for recipes with errors.
    Dockerfile dockerfile(Recipe recipe);

    /// Writes the Dockerfile and everything that it copies into the folder.
    ///
    /// @return the files that were written
    List<Path> export(NamedRecipe recipe, Path folder) throws ProblemException;

    // ---- engine

    /// Tries every candidate again.
    EngineStatus engine();

    /// What the engine executes, found out by running something there.
    Executed executed() throws ProblemException;

    /// Images that PyKiln built on the engine, newest first; empty without an engine.
    List<BuiltImage> images() throws ProblemException;

    /// Builds the image and runs its proofs. Steps and output go to the context.
    BuiltImage build(NamedRecipe recipe, BuildOptions options, JobContext context) throws Exception;

    // ---- measuring

    /// Benchmarks that can be picked, in the catalogue's order.
    List<Benchmark> benchmarks();

    /// A new folder's name for the next session; nothing is made.
    Path proposeSessionFolder();

    /// Builds what is missing, measures, and leaves a session in the folder.
    ///
    /// @return the session's folder
    Path measure(MeasureRequest request, JobContext context) throws Exception;

    // ---- results

    /// Results of reference that are shipped, such as the table of Home Assistant's post of 2020.
    List<Reference> references();

    /// Folders of the sessions that were measured or opened last, the newest first.
    List<Path> recentSessions() throws ProblemException;

    /// Reads a session's folder, its bundle, or pyperf files, and compares.
    ///
    /// @param sources one session folder, or one bundle, or pyperf files, the baseline first
    /// @param baseline name of an image in them; empty for the first
    Results results(List<Path> sources, Optional<String> baseline) throws ProblemException;

    /// Writes a report that stands on its own.
    void writeReport(Results results, Path htmlFile) throws ProblemException;

    /// A published comparison beside the shown one.
    ///
    /// @param reference one of [#references]
    /// @throws ProblemException when they have nothing in common
    Replay replay(Results results, Reference reference) throws ProblemException;

    /// Writes the session behind the results as one file to give away.
    ///
    /// @return what was removed because it is nobody's business, in words; empty for nothing
    List<String> writeBundle(Results results, Path zipFile) throws ProblemException;

    // ---- the window

    /// What the window was like when it was closed last; answers at once.
    WindowState windowState();

    /// Remembers what the window is like, for the next time. Where it cannot, the log says so: a
    /// window still closes.
    void keep(WindowState state);

    // ---- what they are about

    /// A recipe under a name.
    ///
    /// @param file where it was read from or saved to
    /// @param shipped whether it came with PyKiln: saving it makes a copy
    record NamedRecipe(
            String name, String description, Recipe recipe, boolean shipped, Optional<Path> file) {
        public NamedRecipe withRecipe(Recipe other) {
            return new NamedRecipe(name, description, other, shipped, file);
        }
    }

    /// @param problem what is wrong with files that are left out
    record PresetList(List<NamedRecipe> presets, Optional<Problem> problem) {
        public PresetList {
            presets = List.copyOf(presets);
        }
    }

    record BuildOptions(boolean noCache) {}

    /// A check that ran inside an image.
    record Proven(String knob, String claim, boolean holds, String seen) {}

    /// An image, and what is known of it.
    ///
    /// @param reference by which the engine knows it, such as `pykiln/debian-o2:latest`
    /// @param id `sha256:…`
    /// @param took zero where it is not known
    /// @param recipe nothing when it cannot be read from the image
    record BuiltImage(
            String name,
            String reference,
            String id,
            Duration took,
            long bytes,
            Optional<Recipe> recipe,
            List<Proven> proofs) {
        public BuiltImage {
            proofs = List.copyOf(proofs);
        }

        public long failedProofs() {
            return proofs.stream().filter(proof -> !proof.holds()).count();
        }
    }

    /// What was tried to find an engine, and the one that was found.
    ///
    /// @param help command that may mend it, to be shown and copied, never run
    record EngineStatus(List<EngineAttempt> attempts, Optional<EngineFacts> engine, String help) {
        public EngineStatus {
            attempts = List.copyOf(attempts);
        }

        public boolean isUsable() {
            return engine.isPresent();
        }
    }

    /// A command that a person may give; PyKiln shows and copies it, and never runs it.
    ///
    /// @param where on which machines it works
    record Command(String where, String line) {}

    /// What an engine executes.
    ///
    /// @param help of which one registers emulators for the rest; none when there is no rest
    record Executed(List<EngineArchitecture> architectures, List<Command> help) {
        public static final Executed UNKNOWN = new Executed(List.of(), List.of());

        public Executed {
            architectures = List.copyOf(architectures);
            help = List.copyOf(help);
        }

        /// Nothing for what was not asked about.
        public Optional<Execution> of(String architecture) {
            return architectures.stream()
                    .filter(one -> one.name().equals(architecture))
                    .map(EngineArchitecture::execution)
                    .findFirst();
        }

        public List<String> names(Execution execution) {
            return architectures.stream()
                    .filter(one -> one.execution() == execution)
                    .map(EngineArchitecture::name)
                    .toList();
        }
    }

    /// @param candidate where the endpoint comes from: `DOCKER_HOST`, `default socket`, …
    /// @param reason why it cannot be used; the version when it can
    record EngineAttempt(String candidate, String endpoint, boolean usable, String reason) {}

    /// @param tags such as `asyncio` and `serialize`
    /// @param usual whether it is measured unless somebody says otherwise
    record Benchmark(String name, List<String> tags, boolean usual) {
        public Benchmark {
            tags = List.copyOf(tags);
        }
    }

    /// What can be measured: a preset, which is built if it has to be, or an image.
    sealed interface Subject {
        String name();

        record OfPreset(NamedRecipe recipe) implements Subject {
            @Override
            public String name() {
                return recipe.name();
            }
        }

        record OfImage(BuiltImage image) implements Subject {
            @Override
            public String name() {
                return image.name();
            }
        }
    }

    /// @param subjects with different names; at least one
    /// @param baseline name of one of them
    /// @param benchmarks names; at least one
    /// @param precision at which a benchmark is measured no further; empty for all the mode says
    record MeasureRequest(
            List<Subject> subjects,
            String baseline,
            List<String> benchmarks,
            Mode mode,
            Optional<Precision> precision,
            Path folder) {
        public MeasureRequest {
            subjects = List.copyOf(subjects);
            benchmarks = List.copyOf(benchmarks);
        }
    }

    record Reference(String name, String description, List<Path> sources) {
        public Reference {
            sources = List.copyOf(sources);
        }
    }

    /// What came of measuring.
    ///
    /// @param title such as `session 2026-11-23 14:02`
    /// @param images names of all images, the baseline included
    /// @param charts what charts are drawn from; their comparison has no candidates when there is
    ///   one image only
    /// @param proofs by name of the image, where they are known
    /// @param warnings of the host and of the session, a sentence each
    /// @param sources as they were asked for
    record Results(
            String title,
            List<String> images,
            ChartData charts,
            Map<String, List<Proven>> proofs,
            List<String> warnings,
            List<Path> sources) {
        public Results {
            images = List.copyOf(images);
            proofs = Map.copyOf(proofs);
            warnings = List.copyOf(warnings);
            sources = List.copyOf(sources);
        }

        public Comparison comparison() {
            return charts.comparison();
        }
    }
}
