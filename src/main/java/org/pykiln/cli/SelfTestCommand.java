package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pykiln.lab.LabException;
import org.pykiln.lab.LabOrder;
import org.pykiln.lab.Results;
import org.pykiln.lab.Subject;
import org.pykiln.lab.Workshop;
import org.pykiln.report.SelfTestJson;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.SelfTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "self-test",
        description =
                "Do the intervals hold on this machine? Measures an image against itself in several"
                        + " sessions, in which every claim of a difference is false, and counts them.",
        mixinStandardHelpOptions = true)
final class SelfTestCommand implements Callable<Integer> {
    private static final int MOST = 200;

    private final CommandContext context;

    @Parameters(paramLabel = "IMAGE|PRESET")
    String subject = "";

    @Option(
            names = "-n",
            defaultValue = "20",
            paramLabel = "N",
            description = "Sessions (default: ${DEFAULT-VALUE}).")
    int sessions;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Mixin PresetArguments arguments = new PresetArguments();

    @Mixin MeasureArguments measure = new MeasureArguments();

    @Mixin FolderArgument output = new FolderArgument();

    SelfTestCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (sessions < 1 || sessions > MOST) {
            throw LabException.badInput(
                    "-n cannot be %d; expected 1 to %d sessions; nearest: %d"
                            .formatted(sessions, MOST, Math.clamp(sessions, 1, MOST)));
        }
        List<CandidateComparison> compared = new ArrayList<>();
        try (Workshop workshop = context.workshops().open()) {
            Subject one =
                    new SubjectArguments(context, arguments, workshop.engine())
                            .of(subject, new HashSet<>());
            LabOrder order =
                    measure.order(
                            context.settings(), List.of(one.named("one"), one.named("other")));
            for (int number = 1; number <= sessions; number++) {
                Path folder = output.folder.resolve("%03d".formatted(number));
                new Measurement(context, workshop).run(order, folder);
                compared.add(
                        Results.open(List.of(folder))
                                .comparison(Optional.of("one"))
                                .candidates()
                                .getFirst());
                context.err().println(line(number, compared.getLast()));
            }
        }
        SelfTest test = new SelfTest(compared);
        context.out().print(json ? SelfTestJson.of(test) : text(test));
        return test.keepsThePromise() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String text(SelfTest test) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < test.sessions().size(); i++) {
            text.append(line(i + 1, test.sessions().get(i))).append('\n');
        }
        int n = test.sessions().size();
        text.append(
                String.format(
                        Locale.ROOT,
                        """

                        Sessions that call the image faster or slower than itself: %d of %d (promised: 5 %% at most)
                        Intervals that hold 1: %d of %d datapoints, %d of %d geometric means (promised: 95 %%)
                        """,
                        test.claiming(),
                        n,
                        test.holding(),
                        test.intervals(),
                        test.headlinesHolding(),
                        n));
        text.append(
                test.keepsThePromise()
                        ? "That fits the promise.\n"
                        : String.format(
                                Locale.ROOT,
                                "That does not fit the promise: so many or more would come in %.2g %% of such"
                                        + " tests. Do not believe what is measured here.%n",
                                test.chance() * 100));
        return text.toString();
    }

    private static String line(int number, CandidateComparison session) {
        var interval = session.geomean().interval();
        List<String> claims = SelfTest.claims(session);
        return String.format(
                Locale.ROOT,
                "session %3d  %.3fx %-16s %s",
                number,
                session.geomean().ratio(),
                interval == null
                        ? ""
                        : String.format(
                                Locale.ROOT, "[%.3f, %.3f]", interval.low(), interval.high()),
                claims.isEmpty() ? "claims nothing" : "claims " + String.join(", ", claims));
    }
}
