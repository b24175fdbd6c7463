package org.pykiln.bench;

import java.util.function.Consumer;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.workspace.Workspace;

/// Measures a session. May be run again for the same session after any kind of end: finished units
/// are not repeated.
public final class SessionRunner {
    private final Engine engine;
    private final Kit kit;
    private final Workspace workspace;

    public SessionRunner(Engine engine, Kit kit, Workspace workspace) {
        this.engine = engine;
        this.kit = kit;
        this.workspace = workspace;
    }

    /// Measures what is missing and writes the merged suites.
    ///
    /// @param listener hears events in order, on the calling thread
    /// @throws BenchException when the session cannot be measured here at all
    /// @throws org.pykiln.engine.EngineException when the engine fails
    /// @throws java.util.concurrent.CancellationException when cancelled; finished units are kept
    ///   and the merged suites are written all the same
    public SessionResult run(
            Session session, Consumer<SessionEvent> listener, Cancellation cancellation) {
        return run(session, Enough.NEVER, listener, cancellation);
    }

    /// As above, but leaves out further rounds of a datapoint once it has enough.
    public SessionResult run(
            Session session,
            Enough enough,
            Consumer<SessionEvent> listener,
            Cancellation cancellation) {
        throw new UnsupportedOperationException(
                "" + engine + kit + workspace + session + enough + listener + cancellation);
    }
}
