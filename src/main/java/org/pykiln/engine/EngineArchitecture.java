package org.pykiln.engine;

/// How an engine executes programs of an architecture.
///
/// @param name in PyKiln's names: `amd64`, `arm64`, `arm/v7`, …
public record EngineArchitecture(String name, Execution execution) {
    /// Whether and by what programs are executed.
    public enum Execution {
        NATIVE("native"),
        /// By an emulator: builds, slowly, and must not measure.
        EMULATED("emulated"),
        NONE("not executed");

        private final String word;

        Execution(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public boolean isExecuted() {
        return execution != Execution.NONE;
    }
}
