package org.pykiln.testing;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.docker.DockerDiscovery;
import org.pykiln.engine.docker.Surroundings;

/// Looks for an engine once in a test run.
final class EngineCondition implements ExecutionCondition {
    private static final class Found {
        static final Optional<String> WHY_NOT = whyNot();

        private static Optional<String> whyNot() {
            try (Engine engine = new DockerDiscovery(Surroundings.ofThisMachine()).open()) {
                System.out.println("Engine tests run on " + engine.facts());
                return Optional.empty();
            } catch (EngineException none) {
                System.out.println("Engine tests are skipped. " + none.getMessage());
                return Optional.of(none.getMessage());
            }
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if ("required".equals(System.getenv("PYKILN_ENGINE"))) {
            return ConditionEvaluationResult.enabled("an engine is required");
        }
        return Found.WHY_NOT
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("there is an engine"));
    }
}
