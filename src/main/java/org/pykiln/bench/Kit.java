package org.pykiln.bench;

import java.util.function.Consumer;
import org.pykiln.engine.Cancellation;
import org.pykiln.workspace.Workspace;

/// pyperf and pyperformance at pinned versions, kept in the workspace: fetched once, verified by
/// SHA-256, offline from then on.
public final class Kit {
    /// Content hash of the kit this PyKiln measures with, in hexadecimal.
    public static final String HASH = KitLock.SHIPPED.hash();

    private final Workspace workspace;

    public Kit(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Whether all of the kit is in the workspace with the right content.
    public boolean isComplete() {
        throw new UnsupportedOperationException(workspace.toString());
    }

    /// Fetches what is missing with this host's `python3 -m pip`; does nothing offline when nothing
    /// is.
    ///
    /// @param log hears what pip says, line by line
    /// @throws BenchException with [BenchProblem.KitUnavailable]
    public void fetch(Consumer<String> log, Cancellation cancellation) {
        throw new UnsupportedOperationException(log.toString() + cancellation);
    }
}
