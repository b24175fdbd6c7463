package org.pykiln.recipe;

import java.util.List;

/// What a person wants to know of a knob before turning it.
///
/// @param what it does, in one or two sentences
/// @param effect what it cost or gained, for whom, and what it costs to build; promises nothing
/// @param proof how PyKiln proves it in the built image
/// @param sources where the effect was stated or measured
public record Explanation(String what, String effect, String proof, List<String> sources) {
    public Explanation {
        sources = List.copyOf(sources);
    }
}
