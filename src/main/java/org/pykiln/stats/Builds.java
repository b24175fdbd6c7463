package org.pykiln.stats;

/// How many builds of each side of a comparison were measured.
///
/// @param baseline at least one
/// @param candidate at least one
public record Builds(int baseline, int candidate) {

    /// Whether the numbers speak of the recipes, with builds as independent draws. Else they speak
    /// of the images that were measured and of no other build.
    public boolean speakOfRecipes() {
        return baseline > 1 && candidate > 1;
    }

    /// Whether each side is a single image.
    public boolean areSingle() {
        return baseline == 1 && candidate == 1;
    }

    /// What the numbers speak of, as a sentence.
    public String text() {
        if (speakOfRecipes()) {
            return "These numbers speak of the recipes: the %d builds of the baseline and the %d of the candidate are the independent draws behind each interval."
                    .formatted(baseline, candidate);
        }
        if (areSingle()) {
            return "These numbers speak of these two images alone: another build of the same recipe is a new draw.";
        }
        return "These numbers speak of these images alone (%d of the baseline, %d of the candidate): a side of one build does not show how far builds are apart."
                .formatted(baseline, candidate);
    }
}
