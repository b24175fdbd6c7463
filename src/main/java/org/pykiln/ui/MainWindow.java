package org.pykiln.ui;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.Services;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.common.View;
import org.pykiln.ui.common.WindowState;
import org.pykiln.ui.common.WindowState.Frame;
import org.pykiln.ui.shell.ZoomPane;

/// The window on the desktop: opens as it was closed, and loses nothing when it is closed.
final class MainWindow {
    static final double LEAST_WIDTH = 960;
    static final double LEAST_HEIGHT = 640;

    private final Stage stage;
    private final Studio studio;
    private final Services services;
    private final Themes themes = new Themes();
    private @Nullable Frame unmaximised;

    MainWindow(Stage stage, Studio studio, Services services) {
        this.stage = stage;
        this.studio = studio;
        this.services = services;
    }

    static Scene scene(Studio studio, Themes themes, double width, double height) {
        Scene scene =
                new Scene(
                        new ZoomPane(
                                Controllers.views(studio, themes).load(View.SHELL), studio.zoom),
                        width,
                        height);
        themes.dress(scene);
        return scene;
    }

    void show() {
        WindowState kept = services.window().windowState();
        themes.choice().set(studio.settings.theme().get());
        studio.preview.dialect().set(kept.dialect());
        studio.dividers.restore(kept.dividers());
        studio.navigation.show(kept.section()); // so that no other is made first
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        stage.setScene(
                scene(
                        studio,
                        themes,
                        Math.min(1440, room.getWidth() - 40),
                        Math.min(900, room.getHeight() - 80)));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        kept.frame().filter(Desktop.ofThisMachine()::canHold).ifPresent(this::place);
        followFrame();
        studio.recipes.name().subscribe(name -> stage.setTitle(name + " — PyKiln"));
        stage.setOnCloseRequest(request -> {
            request.consume();
            close();
        });
        themes.dressWindows(studio.zoom);
        stage.show();
        studio.start();
        stage.focusedProperty().subscribe(studio.watch::focused);
        studio.shell.show(kept.section());
    }

    private void place(Frame frame) {
        stage.setX(frame.x());
        stage.setY(frame.y());
        stage.setWidth(frame.width());
        stage.setHeight(frame.height());
        stage.setMaximized(frame.maximised());
        unmaximised = frame;
    }

    private void followFrame() {
        stage.xProperty().subscribe(this::remember);
        stage.yProperty().subscribe(this::remember);
        stage.widthProperty().subscribe(this::remember);
        stage.heightProperty().subscribe(this::remember);
    }

    private void remember() {
        if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
            unmaximised =
                    new Frame(
                            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
    }

    private WindowState state() {
        Optional<Frame> frame =
                Optional.ofNullable(unmaximised)
                        .map(one ->
                                new Frame(
                                        one.x(),
                                        one.y(),
                                        one.width(),
                                        one.height(),
                                        stage.isMaximized()));
        return new WindowState(
                studio.navigation.section().get(),
                studio.preview.dialect().get(),
                frame,
                studio.dividers.positions());
    }

    /// Nothing that runs and nothing unsaved is lost without being asked for.
    private void close() {
        studio.closing.close(() -> {
            studio.drafts.end();
            services.window().keep(state());
            studio.settings.save();
            stage.close();
        });
    }
}
