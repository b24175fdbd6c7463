package org.pykiln.ui.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// A window of another process in the upper left corner of the screen, from which files can be
/// dragged as from a file manager. It says on its output when it is shown and how each drag ended.
public final class DragSource extends Application {
    /// Side of the window, in pixels.
    public static final int SIDE = 60;

    private static final String SHOWN = "shown";

    public static void main(String[] files) {
        launch(DragSource.class, files);
    }

    @Override
    public void start(Stage stage) {
        StackPane pane = new StackPane();
        pane.setOnDragDetected(event -> {
            Dragboard board = pane.startDragAndDrop(TransferMode.COPY);
            ClipboardContent content = new ClipboardContent();
            content.putFiles(getParameters().getRaw().stream().map(File::new).toList());
            board.setContent(content);
            event.consume();
        });
        pane.setOnDragDone(event -> System.out.println(event.getTransferMode()));
        stage.initStyle(StageStyle.UNDECORATED);
        stage.setScene(new Scene(pane, SIDE, SIDE));
        stage.setX(0);
        stage.setY(0);
        stage.setOnShown(event -> System.out.println(SHOWN));
        stage.show();
    }

    /// The other process.
    public record Running(Process process, BufferedReader output) implements AutoCloseable {
        /// Waits for a drag to end.
        ///
        /// @return `COPY` where the files were taken, `null` where they were refused
        public String ended() throws IOException {
            return output.readLine();
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
        }
    }

    /// Starts it, and waits until it is shown.
    public static Running of(List<Path> files) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(DragSource.Start.class.getName());
        files.forEach(file -> command.add(file.toAbsolutePath().toString()));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader output = process.inputReader();
        if (!SHOWN.equals(output.readLine())) {
            process.destroy();
            throw new IOException("no window to drag from");
        }
        return new Running(process, output);
    }

    /// JavaFX on the class path starts from a class that is no application itself.
    public static final class Start {
        private Start() {}

        public static void main(String[] files) {
            DragSource.main(files);
        }
    }
}
