package org.pykiln.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.SupportServices;

/// Why the window does not open, and what can be done about it.
final class StartProblemViewModel {
    private static final String DAMAGED =
            "Some part of PyKiln may be damaged or missing: install it again. If that does not help, copy the diagnostics"
                    + " for somebody who does.";

    private final Problem problem;
    private final SupportServices support;
    private final Background background;
    private final Dialogs dialogs;
    private final Runnable again;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

    /// @param again starts anew
    StartProblemViewModel(
            Problem problem,
            SupportServices support,
            Background background,
            Dialogs dialogs,
            Runnable again) {
        this.problem = problem;
        this.support = support;
        this.background = background;
        this.dialogs = dialogs;
        this.again = again;
    }

    String summary() {
        return isForeseen() ? problem.summary() : "PyKiln cannot start";
    }

    private boolean isForeseen() {
        return problem.code().foreseen();
    }

    String code() {
        return problem.code().text();
    }

    /// The rest of what is known; where PyKiln has no words for it, what helps anyhow comes first.
    String detail() {
        Stream<String> parts =
                isForeseen()
                        ? Stream.of(problem.detail(), problem.help())
                        : Stream.of(DAMAGED, problem.summary(), cause(), problem.detail());
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    private String cause() {
        Throwable root = problem.cause().orElse(null);
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        return root == null ? "" : "Because of " + root;
    }

    /// What can be done, the likeliest first; each starts anew.
    List<Command> ways() {
        List<Command> ways = new ArrayList<>();
        problem.remedies().forEach(remedy -> ways.add(new Command(remedy.name(), mend(remedy))));
        ways.add(new Command("Try again", again));
        return ways;
    }

    /// What came of a button; empty at first.
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    void copyDiagnostics() {
        background.run(
                () -> support.diagnostics(problem, Optional.empty()),
                text -> {
                    dialogs.copy(text);
                    said.set("Copied: no passwords, proxies or paths of yours.");
                },
                failed -> said.set(failed.text()));
    }

    void openLog() {
        Path log = support.log();
        if (Files.exists(log)) {
            dialogs.open(log);
            said.set("The log is " + log);
        } else {
            said.set("No log could be written to " + log);
        }
    }

    private Runnable mend(Command remedy) {
        return () -> {
            try {
                remedy.action().run();
            } catch (RuntimeException failed) {
                said.set(Problem.of(failed).text());
                return;
            }
            again.run();
        };
    }
}
