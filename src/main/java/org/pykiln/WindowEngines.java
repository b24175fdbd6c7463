package org.pykiln;

import java.util.List;
import java.util.Optional;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineArchitecture;
import org.pykiln.engine.EngineArchitectures;
import org.pykiln.engine.EngineCandidate;
import org.pykiln.engine.EngineDiscovery;
import org.pykiln.ui.common.EngineServices;
import org.pykiln.ui.common.EngineServices.EngineAttempt;
import org.pykiln.ui.common.EngineServices.EngineStatus;
import org.pykiln.ui.common.EngineServices.Executed;
import org.pykiln.ui.common.ProblemException;

/// The engine, by the same discovery that the command line uses.
final class WindowEngines implements EngineServices {
    private final EngineDiscovery engines;
    private final EngineArchitectures architectures;

    WindowEngines(EngineDiscovery engines, EngineArchitectures architectures) {
        this.engines = engines;
        this.architectures = architectures;
    }

    @Override
    public EngineStatus engine() {
        List<EngineCandidate> candidates = engines.candidates();
        Optional<EngineCandidate> first =
                candidates.stream().filter(EngineCandidate::usable).findFirst();
        return new EngineStatus(
                candidates.stream()
                        .map(one ->
                                new EngineAttempt(
                                        one.name(), one.endpoint(), one.usable(), one.reason()))
                        .toList(),
                first.flatMap(EngineCandidate::facts),
                WindowCommands.SETUP);
    }

    @Override
    public Executed executed() throws ProblemException {
        return Attempt.of(() -> {
            try (Engine engine = engines.open()) {
                architectures.forget();
                List<EngineArchitecture> all = architectures.of(engine);
                List<String> missing =
                        all.stream()
                                .filter(one -> !one.isExecuted())
                                .map(EngineArchitecture::name)
                                .toList();
                return new Executed(all, WindowCommands.registering(engine.facts(), missing));
            }
        });
    }
}
