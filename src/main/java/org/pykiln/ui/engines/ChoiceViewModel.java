package org.pykiln.ui.engines;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.pykiln.engine.EndpointText;
import org.pykiln.engine.EngineChoice;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.EngineServices;
import org.pykiln.ui.common.EngineViewModel;

/// Which engine is used from now on, here and on the command line.
public final class ChoiceViewModel {
    private final EngineServices services;
    private final Background background;
    private final EngineViewModel engine;
    private final StringProperty endpoint = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");

    public ChoiceViewModel(EngineServices services, Background background, EngineViewModel engine) {
        this.services = services;
        this.background = background;
        this.engine = engine;
        endpoint.subscribe(now -> complaint.set(""));
    }

    /// What a person typed.
    public StringProperty endpoint() {
        return endpoint;
    }

    /// Why what was typed, or chosen, is not used; empty when nothing is wrong.
    public ReadOnlyStringProperty complaint() {
        return complaint.getReadOnlyProperty();
    }

    private EngineChoice choice() {
        return engine.status().get().choice();
    }

    /// Which engine is to be used and who said so, in a sentence.
    public String sentence() {
        return switch (choice().source()) {
            case AUTOMATIC -> "Automatic: the first place that answers is used.";
            case SETTINGS ->
                    "Chosen here: %s or none, in this window and on the command line."
                            .formatted(choice().endpoint());
            case ENVIRONMENT ->
                    "The environment variable PYKILN_ENGINE_ENDPOINT names %s, and wins over what is chosen here as long as it is set."
                            .formatted(choice().endpoint());
        };
    }

    public boolean canGoBack() {
        return choice().source() == EngineChoice.Source.SETTINGS;
    }

    /// Uses what was typed.
    public void useTyped() {
        switch (EndpointText.read(endpoint.get())) {
            case EndpointText.Valid(String uri) -> use(uri);
            case EndpointText.Invalid invalid -> complaint.set(invalid.message());
        }
    }

    /// Uses a place that was found.
    public void use(String uri) {
        keep(Optional.of(uri));
    }

    public void useAutomatic() {
        keep(Optional.empty());
    }

    private void keep(Optional<String> chosen) {
        background.run(
                () -> {
                    services.choose(chosen);
                    return chosen;
                },
                kept -> {
                    endpoint.set("");
                    engine.refresh();
                },
                problem -> complaint.set(problem.text()));
    }
}
