package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.pykiln.bench.SessionResult;
import org.pykiln.engine.ContainerFacts;
import org.pykiln.engine.Sweep;
import org.pykiln.lab.LabOrder;
import org.pykiln.lab.Workshop;

/// Runs a lab and tells how it goes, after what a killed one left has been removed.
record Measurement(CommandContext context, Workshop workshop) {
    SessionResult run(LabOrder order, Path folder) throws IOException {
        for (ContainerFacts left : new Sweep(workshop.engine()).run(context.cancellation())) {
            context.err().println("removed a container that an earlier run left: " + left.id());
        }
        Progress progress = new Progress(context, false);
        try {
            return workshop.lab().run(order, folder, progress, context.cancellation());
        } finally {
            progress.close();
        }
    }
}
