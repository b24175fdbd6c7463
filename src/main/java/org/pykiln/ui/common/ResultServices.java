package org.pykiln.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pykiln.report.ChartData;
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

    /// Writes the session behind the results as one file to give away.
    ///
    /// @return what was removed because it is nobody's business, in words; empty for nothing
    List<String> writeBundle(Results results, Path zipFile) throws ProblemException;

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
