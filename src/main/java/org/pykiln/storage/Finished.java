package org.pykiln.storage;

import java.util.List;
import java.util.Map;
import org.pykiln.engine.ImageLayer;
import org.pykiln.recipe.Catalogue;

/// Tells an image that was built from a Dockerfile of PyKiln's from one that a person made from
/// such an image: labels are inherited, so both carry them. The Dockerfile ends with its labels,
/// perhaps a user, and `CMD ["python3"]`; whatever was made from its image has an instruction on
/// top.
final class Finished {
    private static final String LAST = "CMD [\"python3\"]";

    private Finished() {}

    /// @param layers lowest first, in the words of any builder: with the shell before an
    ///   instruction or without
    static boolean isOwn(Map<String, String> labels, List<ImageLayer> layers) {
        String hash = labels.getOrDefault(Catalogue.RECIPE_LABEL, "");
        List<String> steps = layers.reversed().stream().map(ImageLayer::createdBy).toList();
        if (hash.isEmpty() || steps.isEmpty() || !isInstruction(steps.getFirst(), LAST)) {
            return false;
        }
        int at = steps.size() > 1 && steps.get(1).contains("USER ") ? 2 : 1;
        return at < steps.size()
                && steps.get(at).contains("LABEL ")
                && steps.get(at).contains(Catalogue.RECIPE_LABEL + "=" + hash);
    }

    private static boolean isInstruction(String entry, String instruction) {
        return entry.replaceFirst(".*#\\(nop\\)", "").strip().equals(instruction);
    }
}
