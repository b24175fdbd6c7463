package org.pykiln.ui;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.FxScheduler;
import org.pykiln.ui.common.PlatformScheduler;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.ui.common.Services;
import org.pykiln.ui.common.StartServices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window, and before it is there what keeps it from opening.
public final class PyKilnApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(PyKilnApp.class);

    private static final String WITHOUT_WINDOW =
            "The command line does the same without one: ./pykiln --help";

    /// JavaFX makes the application by itself and hands nothing over.
    private static final AtomicReference<@Nullable Start> START = new AtomicReference<>();

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor();
    private final FxScheduler fx = new PlatformScheduler();

    /// @param early made beside the start of JavaFX, which takes as long
    /// @param rehearsed is told the times of a start that ends by itself; empty for a real one
    /// @param failure that the person has seen and not mended
    private record Start(
            StartServices services,
            CompletableFuture<Services> early,
            Optional<Consumer<String>> rehearsed,
            AtomicReference<Problem> failure) {
        static Start of(StartServices services, Optional<Consumer<String>> rehearsed) {
            return new Start(
                    services,
                    CompletableFuture.supplyAsync(() -> {
                        try {
                            return services.services();
                        } catch (ProblemException problem) {
                            throw new CompletionException(problem);
                        }
                    }),
                    rehearsed,
                    new AtomicReference<>(Problem.NONE));
        }
    }

    /// Opens the window and returns when it was closed.
    ///
    /// @param rehearsed is told the times of a start that ends by itself; empty for a real one
    /// @return what to tell when it was never opened; nothing otherwise
    public static Optional<String> launch(
            StartServices services,
            Map<String, String> environment,
            Optional<Consumer<String>> rehearsed) {
        if (hasNoDisplay(environment)) {
            return Optional.of(
                    "There is no display to open the window on: DISPLAY is not set. "
                            + WITHOUT_WINDOW);
        }
        Start start = Start.of(services, rehearsed);
        START.set(start);
        try {
            Application.launch(PyKilnApp.class);
            return Optional.ofNullable(start.failure().get())
                    .filter(problem -> !problem.isNone())
                    .map(PyKilnApp::line);
        } catch (RuntimeException | UnsatisfiedLinkError broken) {
            LOG.warn("the window cannot be opened", broken);
            return Optional.of(
                    "The window cannot be opened%s: %s. %s"
                            .formatted(where(environment), cause(broken), WITHOUT_WINDOW));
        }
    }

    /// Of what nobody foresaw the stack is in the log.
    private static String line(Problem problem) {
        return "%s (%s)"
                .formatted(
                        problem.code().foreseen() ? problem.text() : problem.summary(),
                        problem.code());
    }

    @Override
    public void start(Stage stage) throws Exception {
        Start start = START.get();
        if (start == null) {
            throw new IllegalStateException("started without launch(StartServices)");
        }
        try {
            open(stage, start, early(start));
        } catch (Exception | LinkageError failure) {
            if (start.rehearsed().isPresent()) {
                throw failure;
            }
            explain(stage, start, failure);
        }
    }

    private static Services early(Start start) throws Exception {
        try {
            return start.early().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof Exception known ? known : failed;
        }
    }

    private void open(Stage stage, Start start, Services services) {
        Dialogs dialogs = new StageDialogs(stage, getHostServices());
        Studio studio = new Studio(services, dialogs, fx, elsewhere, InstantSource.system());
        Uncaught.install(fx, studio.navigation);
        new MainWindow(stage, studio, services).show();
        start.rehearsed()
                .ifPresent(
                        tell -> new Rehearsal(stage, studio, InstantSource.system(), tell).start());
    }

    /// Its window opens before that of the failed start goes, since JavaFX ends with the last one.
    private void explain(Stage failed, Start start, Throwable failure) {
        Problem problem = Problem.of(failure);
        LOG.warn("the window does not open: {} {}", problem.code(), problem.text(), failure);
        start.failure().set(problem);
        Stage stage = new Stage();
        StartProblemViewModel model =
                new StartProblemViewModel(
                        problem,
                        start.services().support(),
                        new Background(elsewhere, fx),
                        new StageDialogs(stage, getHostServices()),
                        () -> again(stage, start));
        new StartProblemWindow(stage, model).show();
        failed.hide();
    }

    private void again(Stage failed, Start start) {
        try {
            open(new Stage(), start, start.services().services());
            start.failure().set(Problem.NONE);
            failed.hide();
        } catch (Exception | LinkageError failure) {
            explain(failed, start, failure);
        }
    }

    @Override
    public void stop() throws InterruptedException {
        elsewhere.shutdown();
        // what was cancelled puts down its containers first
        elsewhere.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static boolean hasNoDisplay(Map<String, String> environment) {
        return isLinux()
                && System.getProperty("glass.platform") == null
                && display(environment).isEmpty();
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    private static String display(Map<String, String> environment) {
        return environment.getOrDefault("DISPLAY", "");
    }

    private static String where(Map<String, String> environment) {
        return isLinux() ? " on the display " + display(environment) : "";
    }

    private static String cause(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
