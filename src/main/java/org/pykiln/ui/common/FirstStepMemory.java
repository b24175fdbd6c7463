package org.pykiln.ui.common;

import java.util.Set;

/// Which of the first steps somebody has taken in this workspace.
public interface FirstStepMemory {
    /// Answers at once.
    Set<FirstStep> taken();

    /// Where it cannot keep them, the log says so.
    void keep(Set<FirstStep> taken);
}
