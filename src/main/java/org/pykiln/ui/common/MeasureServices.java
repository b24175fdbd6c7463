package org.pykiln.ui.common;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.pykiln.bench.BenchmarkGroup;
import org.pykiln.bench.HostFacts;
import org.pykiln.bench.Limits;
import org.pykiln.bench.Mode;
import org.pykiln.bench.Pause;
import org.pykiln.bench.Precision;
import org.pykiln.bench.SessionEvent;
import org.pykiln.job.JobContext;
import org.pykiln.ui.common.ImageServices.BuiltImage;
import org.pykiln.ui.common.PresetServices.NamedRecipe;

/// Benchmarks, and running them.
///
/// See [Services] for which calls may block.
public interface MeasureServices {
    /// Benchmarks that can be picked, in the catalogue's order.
    List<Benchmark> benchmarks();

    /// A new folder's name for the next session; nothing is made.
    Path proposeSessionFolder();

    /// How much a request would measure.
    Forecast forecast(MeasureRequest request);

    /// Looks at the engine's host by running something there for a moment.
    ///
    /// @return nothing where the engine has no image that could look
    /// @throws ProblemException also when a session measures there, which nothing must disturb
    Optional<HostFacts> host() throws ProblemException;

    /// Sessions that were begun and have not come to their end, the newest first.
    List<Unfinished> unfinished() throws ProblemException;

    /// Builds what is missing, measures, and leaves a session in the folder.
    ///
    /// @return the session's folder
    Path measure(MeasureRequest request, Steering steering, JobContext context) throws Exception;

    /// Goes on with one of [#unfinished] where it ended.
    ///
    /// @return the session's folder
    Path resume(Path folder, Steering steering, JobContext context) throws Exception;

    /// A running session, held in the hand.
    ///
    /// @param pause lets it wait between two units
    /// @param listener hears what it tells, on the thread that measures
    record Steering(Pause pause, Consumer<SessionEvent> listener) {}

    /// @param tags such as `asyncio` and `serialize`
    /// @param groups in which it is
    record Benchmark(String name, List<String> tags, Set<BenchmarkGroup> groups) {
        public Benchmark {
            tags = List.copyOf(tags);
            groups = Set.copyOf(groups);
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
    /// @param builds how often each preset is built, each build an image of its own
    record MeasureRequest(
            List<Subject> subjects,
            String baseline,
            List<String> benchmarks,
            Mode mode,
            Optional<Precision> precision,
            int builds,
            Limits limits,
            Path folder) {
        public MeasureRequest {
            subjects = List.copyOf(subjects);
            benchmarks = List.copyOf(benchmarks);
        }
    }

    /// @param units processes that are started, unless a precision ends it sooner
    /// @param estimate of measuring, when all is built
    record Forecast(int images, int datapoints, int units, Duration estimate) {}

    /// @param images names of what it measures
    /// @param measured units that are there
    /// @param wanted units that there will be
    record Unfinished(Path folder, List<String> images, int measured, int wanted) {
        public Unfinished {
            images = List.copyOf(images);
        }
    }
}
