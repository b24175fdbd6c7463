package org.pykiln.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pykiln.engine.EngineArchitecture.Execution;

/// What engines execute. Each is asked once in a session, by running a program of each architecture
/// on it; the answer is kept no longer, since an emulator is registered, or lost, from one day to
/// the next.
public final class EngineArchitectures {
    /// Asks an engine.
    @FunctionalInterface
    interface Question {
        List<EngineArchitecture> ask(Engine engine, EngineFacts facts);
    }

    private final Question question;
    private final Map<String, List<EngineArchitecture>> answers = new ConcurrentHashMap<>();

    public EngineArchitectures() {
        this(new ArchitectureProbe()::ask);
    }

    EngineArchitectures(Question question) {
        this.question = question;
    }

    /// All architectures that PyKiln knows, the engine's own first.
    ///
    /// @throws EngineException when it could not be asked; nothing is kept then
    public List<EngineArchitecture> of(Engine engine) {
        EngineFacts facts = engine.facts();
        return answers.computeIfAbsent(facts.id(), id -> question.ask(engine, facts));
    }

    /// Of one architecture; nothing has to be run to know of the engine's own.
    public Execution execution(Engine engine, String architecture) {
        if (engine.facts().architecture().equals(architecture)) {
            return Execution.NATIVE;
        }
        return of(engine).stream()
                .filter(one -> one.name().equals(architecture))
                .map(EngineArchitecture::execution)
                .findFirst()
                .orElse(Execution.NONE);
    }

    /// Asks again next time: somebody may have registered an emulator.
    public void forget() {
        answers.clear();
    }
}
