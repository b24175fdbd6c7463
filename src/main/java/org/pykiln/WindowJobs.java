package org.pykiln;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pykiln.bench.SessionEvent;
import org.pykiln.engine.BuildEvent;
import org.pykiln.image.Receipt;
import org.pykiln.job.JobContext;
import org.pykiln.job.LogLine;
import org.pykiln.lab.LabEvent;
import org.pykiln.lab.LabOrder;
import org.pykiln.lab.LabReport;
import org.pykiln.lab.Results;
import org.pykiln.lab.Workshop;
import org.pykiln.ui.common.MeasureServices.Steering;
import org.pykiln.ui.common.PresetServices.NamedRecipe;

/// The window's long jobs: the lab's work, told to a job's context.
final class WindowJobs {
    private final Workshop.Opener workshops;

    WindowJobs(Workshop.Opener workshops) {
        this.workshops = workshops;
    }

    /// The receipt also of an image whose proofs do not all hold.
    Receipt build(NamedRecipe recipe, boolean noCache, JobContext context) throws IOException {
        try (Workshop workshop = workshops.open()) {
            return workshop.lab()
                    .build(
                            recipe.name(),
                            recipe.recipe(),
                            List.of(),
                            noCache,
                            event -> tell(event, context),
                            context.cancellation());
        }
    }

    /// Measures into the folder and writes the conclusions beside the session.
    void measure(LabOrder order, Path folder, Steering steering, JobContext context)
            throws IOException {
        try (Workshop workshop = workshops.open()) {
            workshop.lab()
                    .run(
                            order,
                            folder,
                            steering.pause(),
                            event -> {
                                if (event instanceof LabEvent.Measuring(SessionEvent session)) {
                                    steering.listener().accept(session);
                                }
                                tell(event, context);
                            },
                            context.cancellation());
        }
        Results results = Results.open(List.of(folder));
        if (results.variants().size() > 1) {
            LabReport.write(results, results.comparison(Optional.empty()), folder);
        }
    }

    private static void tell(LabEvent event, JobContext context) {
        switch (event) {
            case LabEvent.Stage(int number, int of, String title) -> {
                context.status(title);
                context.log(LogLine.Kind.NOTE, "[%d/%d] %s".formatted(number, of, title));
            }
            case LabEvent.Building(String subject, BuildEvent build) -> tell(build, context);
            case LabEvent.Built(Receipt receipt, boolean reused) ->
                    context.log(
                            LogLine.Kind.NOTE,
                            reused
                                    ? receipt.image() + " was built before and is proven"
                                    : "%s: %d of %d proofs hold"
                                            .formatted(
                                                    receipt.image(),
                                                    receipt.proofs().size()
                                                            - receipt.failedProofs().size(),
                                                    receipt.proofs().size()));
            case LabEvent.Measuring(SessionEvent session) -> tell(session, context);
            case LabEvent.Note(String text) -> context.log(LogLine.Kind.NOTE, text);
        }
    }

    private static void tell(BuildEvent event, JobContext context) {
        switch (event) {
            case BuildEvent.StepStarted(int step, int of, String instruction) -> {
                context.step(step, of, instruction);
                context.progress((step - 1) / (double) of);
            }
            case BuildEvent.StepCached cached -> context.cached();
            case BuildEvent.Output(String line, boolean error) ->
                    context.log(error ? LogLine.Kind.ERROR : LogLine.Kind.OUTPUT, line);
            case BuildEvent.ImageBuilt built ->
                    context.log(LogLine.Kind.NOTE, "built " + built.imageId());
        }
    }

    private static void tell(SessionEvent event, JobContext context) {
        switch (event) {
            case SessionEvent.Preparing(String what) -> context.status(what);
            case SessionEvent.HostWarning(String message) ->
                    context.log(LogLine.Kind.NOTE, message);
            case SessionEvent.Calibrated(String datapoint, long loops) ->
                    context.log("%s: %d loops".formatted(datapoint, loops));
            case SessionEvent.UnitFinished(var unit, double mean) ->
                    context.log(String.format(Locale.ROOT, "%s: %.6g s", unit.text(), mean));
            case SessionEvent.UnitFailed failed ->
                    context.log(
                            LogLine.Kind.ERROR,
                            "%s: %s%n%s"
                                    .formatted(
                                            failed.unit().text(), failed.message(), failed.log()));
            case SessionEvent.Progress(int finished, int total, Duration remaining) -> {
                context.progress(finished / (double) total);
                context.status(
                        "%d of %d units, about %d:%02d left"
                                .formatted(
                                        finished,
                                        total,
                                        remaining.toMinutes(),
                                        remaining.toSecondsPart()));
            }
            case SessionEvent.Disturbed(var unit, String sign) ->
                    context.log(LogLine.Kind.NOTE, "%s: %s".formatted(unit.text(), sign));
            case SessionEvent.Requeued(var requeue) ->
                    context.log(LogLine.Kind.NOTE, requeue.text());
            case SessionEvent.Paused paused -> context.status("paused");
            case SessionEvent.Resumed resumed -> context.status("going on");
            case SessionEvent.Begun begun -> {}
            case SessionEvent.HostInspected inspected -> {}
            case SessionEvent.UnitStarted started -> {}
        }
    }
}
