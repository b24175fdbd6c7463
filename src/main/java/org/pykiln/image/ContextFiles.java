package org.pykiln.image;

import java.util.List;
import java.util.function.Consumer;
import org.pykiln.engine.Cancellation;
import org.pykiln.plan.BuildPlan;

/// Gives all files that the Dockerfile of a plan copies, verified; fetches those that are missing.
@FunctionalInterface
public interface ContextFiles {
    List<ContextFile> of(BuildPlan plan, Consumer<String> log, Cancellation cancellation);
}
