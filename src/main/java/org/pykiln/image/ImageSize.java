package org.pykiln.image;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.engine.ImageLayer;

/// What the bytes of an image are spent on.
///
/// @param parts lowest first, without those that add nothing
public record ImageSize(List<Part> parts) {
    private static final Pattern SHELL =
            Pattern.compile("^/bin/(?:ba|da|a)?sh (?:-\\S+ |pipefail )*-c ");
    private static final Pattern NO_OPERATION = Pattern.compile("^#\\(nop\\)\\s*");
    private static final Pattern ARGUMENTS = Pattern.compile("^\\|\\d+ (?:\\S+=\\S* )*(?=/bin/)");
    private static final Pattern BUILDKIT = Pattern.compile("\\s*# buildkit$");
    private static final Pattern BUILDKIT_RUN = Pattern.compile("^RUN (?:\\|\\d+ \\S+ )*(?=/bin/)");

    public ImageSize {
        parts = List.copyOf(parts);
    }

    /// @param instruction as a Dockerfile has it
    /// @param base whether it came with the base image
    public record Part(String instruction, long bytes, boolean base) {}

    /// What stands below the first instruction of a recipe's last stage is the base image; an image
    /// without such an instruction was not made of a recipe, and is all one.
    ///
    /// @param layers lowest first
    public static ImageSize of(List<ImageLayer> layers) {
        int own = 0;
        while (own < layers.size() && !layers.get(own).createdBy().contains(Renderer.STAGE_LABEL)) {
            own++;
        }
        int base = own == layers.size() ? 0 : own;
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            ImageLayer layer = layers.get(i);
            if (layer.bytes() > 0) {
                parts.add(new Part(instruction(layer.createdBy()), layer.bytes(), i < base));
            }
        }
        return new ImageSize(parts);
    }

    public long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    public long baseBytes() {
        return parts.stream().filter(Part::base).mapToLong(Part::bytes).sum();
    }

    /// The builders put shells and marks of their own around what was written.
    static String instruction(String createdBy) {
        String text = BUILDKIT.matcher(createdBy.strip()).replaceFirst("");
        String bare =
                ARGUMENTS.matcher(BUILDKIT_RUN.matcher(text).replaceFirst("")).replaceFirst("");
        String script = SHELL.matcher(bare).replaceFirst("");
        if (script.equals(bare)) {
            return text.replaceAll("\\s+", " ");
        }
        String built = NO_OPERATION.matcher(script).replaceFirst("");
        return (built.equals(script) ? "RUN " + script : built).replaceAll("\\s+", " ").strip();
    }
}
