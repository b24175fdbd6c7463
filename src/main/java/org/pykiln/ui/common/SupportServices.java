package org.pykiln.ui.common;

import java.nio.file.Path;
import java.util.Optional;
import org.pykiln.engine.EngineFacts;

/// What somebody needs who is asked for help.
///
/// See [Services] for which calls may block.
public interface SupportServices {
    /// What happened, versions, the engine, and the end of the log, without anything that belongs
    /// to this machine and its user alone.
    ///
    /// @param problem none where nothing went wrong
    String diagnostics(Problem problem, Optional<EngineFacts> engine) throws ProblemException;

    /// The file that PyKiln writes its log to. It may not be there.
    Path log();
}
