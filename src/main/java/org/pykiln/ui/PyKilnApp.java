package org.pykiln.ui;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.FxScheduler;
import org.pykiln.ui.common.PlatformScheduler;
import org.pykiln.ui.common.Services;

/// The window.
public final class PyKilnApp extends Application {
    /// JavaFX makes the application by itself and hands nothing over.
    private static final AtomicReference<@Nullable CompletableFuture<Services>> SERVICES =
            new AtomicReference<>();

    private static final AtomicReference<@Nullable Consumer<String>> REHEARSED =
            new AtomicReference<>();

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor();

    /// Opens the window and returns when it was closed.
    ///
    /// @param services made beside the start of JavaFX, which takes as long
    /// @param rehearsed is told the times of a start that ends by itself; empty for a real one
    /// @return what to tell when there is no display to open it on; nothing otherwise
    public static Optional<String> launch(
            Supplier<Services> services,
            Map<String, String> environment,
            Optional<Consumer<String>> rehearsed) {
        if (hasNoDisplay(environment)) {
            return Optional.of(
                    "There is no display to open the window on. The command line does the same:"
                            + " ./pykiln --help");
        }
        SERVICES.set(CompletableFuture.supplyAsync(services));
        REHEARSED.set(rehearsed.orElse(null));
        try {
            Application.launch(PyKilnApp.class);
            return Optional.empty();
        } catch (RuntimeException | UnsatisfiedLinkError broken) {
            return Optional.of(
                    "The window cannot be opened: %s%nThe command line does the same: ./pykiln --help"
                            .formatted(cause(broken)));
        }
    }

    @Override
    public void start(Stage stage) {
        CompletableFuture<Services> making = SERVICES.get();
        if (making == null) {
            throw new IllegalStateException("started without launch(Services)");
        }
        Services services = making.join();
        Dialogs dialogs = new StageDialogs(stage, getHostServices());
        FxScheduler fx = new PlatformScheduler();
        Studio studio = new Studio(services, dialogs, fx, elsewhere, InstantSource.system());
        Uncaught.install(fx, studio.navigation);
        new MainWindow(stage, studio, services).show();
        Consumer<String> rehearsed = REHEARSED.get();
        if (rehearsed != null) {
            new Rehearsal(stage, studio, InstantSource.system(), rehearsed).start();
        }
    }

    @Override
    public void stop() throws InterruptedException {
        elsewhere.shutdown();
        // what was cancelled puts down its containers first
        elsewhere.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static boolean hasNoDisplay(Map<String, String> environment) {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return linux
                && System.getProperty("glass.platform") == null
                && environment.getOrDefault("DISPLAY", "").isEmpty();
    }

    private static String cause(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
