package org.pykiln.ui.common;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pykiln.report.ChartData;
import org.pykiln.report.KnobEffect;
import org.pykiln.report.Replay;
import org.pykiln.stats.Comparison;
import org.pykiln.ui.common.ImageServices.Proven;

/// What came of measuring, here and elsewhere.
///
/// See [Services] for which calls may block.
public interface ResultServices {
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

    /// What a knob is worth in the shown results.
    ///
    /// @param knob one of [Results#knobs]
    KnobEffect effect(Results results, String knob) throws ProblemException;

    /// Keeps the text of a pyperf file, so that it can be opened now and again; the same text is
    /// the same file.
    ///
    /// @throws ProblemException when it is none, with line and what was expected
    Path keepPasted(String text) throws ProblemException;

    /// Writes the session behind the results as one file to give away.
    ///
    /// @return what was removed because it is nobody's business, in words; empty for nothing
    List<String> writeBundle(Results results, Path zipFile) throws ProblemException;

    record Reference(String name, String description, List<Path> sources) {
        public Reference {
            sources = List.copyOf(sources);
        }
    }

    /// A knob and its value as preset files write it.
    record Setting(String knob, String value) {}

    /// @param bytes size of all layers
    /// @param duration of the build
    /// @param mostlyCached whether most of its steps came from the engine's cache
    record Built(long bytes, Duration duration, boolean mostlyCached) {}

    /// One image beside its times.
    ///
    /// @param settings of the knobs in which the images differ; empty without a receipt
    /// @param built of several builds the first; empty without a receipt
    record ImageDetail(
            String name, List<Setting> settings, Optional<Built> built, List<Proven> proofs) {
        public ImageDetail {
            settings = List.copyOf(settings);
            proofs = List.copyOf(proofs);
        }
    }

    /// What came of measuring.
    ///
    /// @param title such as `session 2026-11-23 14:02`
    /// @param images names of all images, the baseline included
    /// @param charts what charts are drawn from; their comparison has no candidates when there is
    ///   one image only
    /// @param details what is known of each image, in their order
    /// @param knobs ids of the knobs in which proven images differ; empty where no image tells its
    ///   recipe
    /// @param warnings of the host and of the session, a sentence each
    /// @param sources as they were asked for
    record Results(
            String title,
            List<String> images,
            ChartData charts,
            List<ImageDetail> details,
            List<String> knobs,
            List<String> warnings,
            List<Path> sources) {
        public Results {
            images = List.copyOf(images);
            details = List.copyOf(details);
            knobs = List.copyOf(knobs);
            warnings = List.copyOf(warnings);
            sources = List.copyOf(sources);
        }

        public Comparison comparison() {
            return charts.comparison();
        }
    }
}
