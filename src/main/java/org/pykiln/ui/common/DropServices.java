package org.pykiln.ui.common;

import java.nio.file.Path;
import org.pykiln.lab.FileKind;

/// Files that are dragged over the window.
///
/// See [Services] for which calls may block.
@FunctionalInterface
public interface DropServices {
    FileKind kind(Path file);
}
