package org.pykiln;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pykiln.ui.common.WindowState;
import org.pykiln.ui.common.WindowStates;
import org.pykiln.workspace.AtomicFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the window was like when it was closed, in a file.
record WindowMemory(Path file) implements WindowStates {
    private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);

    @Override
    public WindowState windowState() {
        try {
            return WindowStateJson.read(Files.readString(file));
        } catch (IOException nothingKept) {
            return WindowState.FIRST;
        }
    }

    /// A window whose state cannot be kept still closes.
    @Override
    public void keep(WindowState state) {
        try {
            AtomicFiles.write(file, WindowStateJson.text(state));
        } catch (IOException notWritable) {
            LOG.error("the window's state cannot be kept", notWritable);
        }
    }
}
