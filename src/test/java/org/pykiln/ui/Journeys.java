package org.pykiln.ui;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import javafx.stage.Stage;
import org.pykiln.ui.common.PlatformScheduler;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;

/// The window as journeys open it: on a stage of its own, with the real timers and pretended
/// services.
final class Journeys {
    private Journeys() {}

    /// The headless screen is 1000 by 1000, and a window must not reach beyond.
    static Studio open(
            Stage stage,
            FakeServices services,
            FakeDialogs dialogs,
            Executor elsewhere,
            Themes themes,
            int width,
            int height) {
        Studio studio =
                new Studio(
                        services.all(),
                        dialogs,
                        new PlatformScheduler(),
                        elsewhere,
                        InstantSource.system());
        stage.setScene(MainWindow.scene(studio, themes, width, height));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        studio.start();
        return studio;
    }
}
