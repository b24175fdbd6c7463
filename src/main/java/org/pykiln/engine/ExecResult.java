package org.pykiln.engine;

/// How a process inside a container ended; output is decoded as UTF-8.
public record ExecResult(int exitCode, String stdout, String stderr) {
    public boolean succeeded() {
        return exitCode == 0;
    }
}
