package org.pykiln.ui.shell;

import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.SupportServices;

/// What helps to find out what went wrong.
public final class SupportViewModel {
    private final SupportServices services;
    private final Background background;
    private final Dialogs dialogs;
    private final EngineViewModel engine;
    private final NavigationViewModel navigation;

    public SupportViewModel(
            SupportServices services,
            Background background,
            Dialogs dialogs,
            EngineViewModel engine,
            NavigationViewModel navigation) {
        this.services = services;
        this.background = background;
        this.dialogs = dialogs;
        this.engine = engine;
        this.navigation = navigation;
    }

    /// @param problem none where nothing went wrong
    public void copyDiagnostics(Problem problem) {
        background.run(
                () -> services.diagnostics(problem, engine.status().get().engine()),
                text -> {
                    dialogs.copy(text);
                    navigation.tell("Diagnostics copied: no passwords, proxies or paths of yours");
                },
                navigation::report);
    }

    public void openLog() {
        dialogs.open(services.log());
        navigation.tell("The log is " + services.log());
    }

    public void copy(String command) {
        dialogs.copy(command);
        navigation.tell("Copied: " + command);
    }
}
