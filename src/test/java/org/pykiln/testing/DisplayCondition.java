package org.pykiln.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Whether windows open where a mouse can reach them.
final class DisplayCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String display = System.getenv("DISPLAY");
        if (display == null || display.isEmpty()) {
            return ConditionEvaluationResult.disabled("DISPLAY names none");
        }
        return "Headless".equals(System.getProperty("glass.platform"))
                ? ConditionEvaluationResult.disabled("this JVM draws in memory")
                : ConditionEvaluationResult.enabled("there is one: " + display);
    }
}
