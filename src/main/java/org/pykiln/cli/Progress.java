package org.pykiln.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.pykiln.bench.Requeue;
import org.pykiln.bench.SessionEvent;
import org.pykiln.engine.BuildEvent;
import org.pykiln.lab.LabEvent;

/// Tells on standard error how a lab goes. On a terminal the last line is rewritten as it changes;
/// elsewhere each line is written once.
final class Progress implements Consumer<LabEvent> {
    private static final int WIDTH = 100;

    private final PrintStream err;
    private final boolean terminal;
    private final boolean wholeLog;
    private boolean transientLine;
    private int lastPercent = -1;

    /// @param wholeLog whether every line of a build is shown, not its steps only
    Progress(CommandContext context, boolean wholeLog) {
        this.err = context.err();
        this.terminal = context.terminal();
        this.wholeLog = wholeLog;
    }

    @Override
    public void accept(LabEvent event) {
        switch (event) {
            case LabEvent.Stage(int number, int of, String title) ->
                    line("[%d/%d] %s".formatted(number, of, title));
            case LabEvent.Building(String subject, BuildEvent build) -> build(build);
            case LabEvent.Built built -> line(built(built));
            case LabEvent.Measuring(SessionEvent session) -> session(session);
            case LabEvent.Note(String text) -> line("      " + text);
        }
    }

    /// Ends a line that would be rewritten.
    void close() {
        if (transientLine) {
            err.println();
            transientLine = false;
        }
    }

    private void build(BuildEvent event) {
        switch (event) {
            case BuildEvent.StepStarted(int step, int of, String instruction) ->
                    line("      step %d/%d  %s".formatted(step, of, brief(instruction)));
            case BuildEvent.StepCached cached -> line("                (cached)");
            case BuildEvent.Output(String text, boolean error) -> {
                if (wholeLog) {
                    line(text);
                } else {
                    rewrite("        " + brief(text));
                }
            }
            case BuildEvent.ImageBuilt built -> {}
        }
    }

    private static String built(LabEvent.Built event) {
        var receipt = event.receipt();
        return event.reused()
                ? "      built before and proven: %s".formatted(receipt.image())
                : String.format(
                        Locale.ROOT,
                        "      %s built in %.0f s, %d of %d proofs hold",
                        receipt.image(),
                        receipt.seconds(),
                        receipt.proofs().size() - receipt.failedProofs().size(),
                        receipt.proofs().size());
    }

    private void session(SessionEvent event) {
        switch (event) {
            case SessionEvent.Preparing(String what) -> line("      " + what);
            case SessionEvent.HostWarning(String message) -> line("      warning: " + message);
            case SessionEvent.UnitFailed failed ->
                    line(
                            "      %s: %s%s"
                                    .formatted(
                                            failed.unit().text(),
                                            failed.message(),
                                            failed.willRetry() ? " (tried again)" : ""));
            case SessionEvent.Progress(int finished, int total, Duration remaining) ->
                    progress(finished, total, remaining);
            case SessionEvent.Requeued(Requeue requeue) -> {
                if (!requeue.text().isEmpty()) {
                    line("      " + requeue.text());
                }
            }
            case SessionEvent.Paused paused -> line("      paused");
            case SessionEvent.Resumed resumed -> line("      going on");
            case SessionEvent.Begun begun -> {}
            case SessionEvent.Disturbed disturbed -> {}
            case SessionEvent.HostInspected inspected -> {}
            case SessionEvent.Calibrated calibrated -> {}
            case SessionEvent.UnitStarted started -> {}
            case SessionEvent.UnitFinished unit -> {}
        }
    }

    private void progress(int finished, int total, Duration remaining) {
        int percent = total == 0 ? 100 : finished * 100 / total;
        String text =
                String.format(
                        Locale.ROOT,
                        "      %d of %d units (%d %%), about %d:%02d left",
                        finished,
                        total,
                        percent,
                        remaining.toMinutes(),
                        remaining.toSecondsPart());
        if (terminal) {
            rewrite(text);
        } else if (percent / 10 != lastPercent / 10 || lastPercent < 0) {
            line(text);
        }
        lastPercent = percent;
    }

    private void line(String text) {
        if (transientLine) {
            err.print("\r\u001b[K");
            transientLine = false;
        }
        err.println(text);
    }

    private void rewrite(String text) {
        if (terminal) {
            err.print("\r\u001b[K" + text);
            err.flush();
            transientLine = true;
        }
    }

    private static String brief(String text) {
        String oneLine = text.replaceAll("\\s+", " ").strip();
        return oneLine.length() <= WIDTH ? oneLine : oneLine.substring(0, WIDTH - 1) + "…";
    }
}
