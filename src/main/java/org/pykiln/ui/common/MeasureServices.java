package org.pykiln.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pykiln.bench.Mode;
import org.pykiln.bench.Precision;
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

    /// Builds what is missing, measures, and leaves a session in the folder.
    ///
    /// @return the session's folder
    Path measure(MeasureRequest request, JobContext context) throws Exception;

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
}
