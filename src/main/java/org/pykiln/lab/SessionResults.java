package org.pykiln.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pykiln.bench.PlannedImage;
import org.pykiln.bench.Session;
import org.pykiln.bench.SessionResult;
import org.pykiln.lab.Results.Measured;
import org.pykiln.pyperf.PerfSuite;

/// Reads what a session has measured so far, with the receipts that a lab put beside it.
final class SessionResults {
    private SessionResults() {}

    /// @throws LabException when the folder holds no session
    static Results of(Path folder) throws IOException {
        if (!Session.exists(folder)) {
            throw LabException.badInput(
                    folder + " holds no session: expected the folder of a bench or a lab");
        }
        Session session = Session.open(folder);
        SessionResult result = session.result();
        List<Measured> images = new ArrayList<>();
        for (PlannedImage planned : session.plan().images()) {
            PerfSuite suite = result.suites().get(planned.name());
            if (suite != null) {
                images.add(
                        new Measured(
                                planned.name(),
                                suite,
                                LabFolder.receipt(folder, planned.name()),
                                Optional.of(planned.variant())));
            }
        }
        List<String> warnings = new ArrayList<>(result.warnings());
        result.failedDatapoints()
                .forEach((name, failure) ->
                        warnings.add(
                                "%s could not be measured: %s".formatted(name, failure.message())));
        warnings.addAll(Courses.warnings(images));
        String title =
                Bundle.title(folder, session.plan().id())
                        .orElseGet(
                                () -> folder.toAbsolutePath().normalize().getFileName().toString());
        session.plan()
                .precision()
                .ifPresent(wanted ->
                        warnings.addAll(
                                Imprecise.warnings(new Results(title, images, warnings), wanted)));
        return new Results(title, images, warnings);
    }
}
