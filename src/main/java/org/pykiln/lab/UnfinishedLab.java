package org.pykiln.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.pykiln.bench.BenchException;
import org.pykiln.bench.Kit;
import org.pykiln.bench.Session;

/// A lab that was begun and has not come to its end. Run again with its order and folder it goes on
/// where it ended.
///
/// @param measured units that are there
/// @param wanted units that there will be
public record UnfinishedLab(Path folder, LabOrder order, int measured, int wanted) {
    /// @return nothing for a folder without a lab, with a finished one, or with one that this
    ///   version cannot go on with
    /// @throws IOException when the folder cannot be read
    public static Optional<UnfinishedLab> in(Path folder) throws IOException {
        Optional<LabOrder> order = LabFolder.order(folder);
        if (order.isEmpty()) {
            return Optional.empty();
        }
        if (!Session.exists(folder)) {
            return Optional.of(new UnfinishedLab(folder, order.get(), 0, order.get().units()));
        }
        try {
            Session session = Session.open(folder);
            return session.isFinished() || !session.plan().kit().equals(Kit.HASH)
                    ? Optional.empty()
                    : Optional.of(
                            new UnfinishedLab(
                                    folder,
                                    order.get(),
                                    session.measuredUnits(),
                                    session.wantedUnits()));
        } catch (BenchException ofAnotherVersion) {
            return Optional.empty();
        }
    }
}
