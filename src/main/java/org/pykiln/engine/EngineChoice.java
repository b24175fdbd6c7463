package org.pykiln.engine;

/// Which engine is to be used, and who said so.
///
/// @param endpoint of the one that was named; empty when none was
public record EngineChoice(Source source, String endpoint) {
    /// The first that answers.
    public static final EngineChoice AUTOMATIC = new EngineChoice(Source.AUTOMATIC, "");

    /// Who said so; of two that did, the later one here is obeyed.
    public enum Source {
        AUTOMATIC,
        SETTINGS,
        ENVIRONMENT
    }

    /// Whether it is this engine or none.
    public boolean isNamed() {
        return source != Source.AUTOMATIC;
    }
}
