package org.pykiln.engine;

import java.util.List;

/// Finds the engines of this machine.
public interface EngineDiscovery {
    /// Which of them is to be used, as it is known without asking.
    EngineChoice choice();

    /// Asks every place at once; takes five seconds at worst.
    ///
    /// @return in order of precedence, with a reason for each
    List<EngineCandidate> candidates();

    /// Whether the engine at one of these places answers, which is all that it is asked; takes five
    /// seconds at worst.
    ///
    /// @param endpoint as that engine's facts have it
    boolean answers(String endpoint);

    /// Connects with the first engine that can be used; when one was named for PyKiln, with that or
    /// none. See [#choice].
    ///
    /// @throws EngineException with the problem of the foremost attempt, and all reasons in its
    ///   message
    Engine open();

    /// Connects with one that was found.
    ///
    /// @throws EngineException when it no longer answers
    Engine open(EngineCandidate candidate);
}
