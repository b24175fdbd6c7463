package org.pykiln.ui.testing;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// How far colours of a scene stand apart, as WCAG 2.1 defines it: from 1 to 21.
public final class Contrast {
    /// For text, level AA.
    public static final double TEXT = 4.5;

    /// For what is drawn and has to be seen.
    public static final double GRAPHICS = 3;

    private Contrast() {}

    /// Between a colour, perhaps a translucent one, and what is behind it.
    public static double of(Color front, Color behind) {
        double one = luminance(over(front, behind));
        double other = luminance(behind);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /// The colour of a node's background, and of those below it as far as it lets them through.
    public static Color behind(Parent node) {
        Color below = node.getParent() == null ? Color.WHITE : behind(node.getParent());
        if (node instanceof Region region && region.getBackground() != null) {
            List<BackgroundFill> fills = region.getBackground().getFills();
            if (!fills.isEmpty() && fills.getLast().getFill() instanceof Color color) {
                return over(color, below);
            }
        }
        return below;
    }

    public static Color over(Color above, Color below) {
        return below.interpolate(
                Color.color(above.getRed(), above.getGreen(), above.getBlue()), above.getOpacity());
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
