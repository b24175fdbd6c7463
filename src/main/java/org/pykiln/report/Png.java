package org.pykiln.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.pykiln.report.Mark.Point;

/// A chart as a PNG file, drawn without a screen from the marks that the SVG holds. The only user
/// of AWT's drawing; needs a font on the machine, DejaVu Sans for choice.
public final class Png {

    private static final String FONT = "DejaVu Sans";

    static {
        // Beside a screen AWT would start its own toolkit next to the window's.
        System.setProperty("java.awt.headless", "true");
    }

    private final Graphics2D graphics;
    private final Palette palette;

    private Png(Graphics2D graphics, Palette palette) {
        this.graphics = graphics;
        this.palette = palette;
    }

    /// The bytes of the file.
    ///
    /// @param scale pixels of the picture for one of the chart, such as 2 for dense screens
    public static byte[] of(Chart chart, Palette palette, int scale) {
        var image =
                new BufferedImage(
                        scale * (int) Math.ceil(chart.width()),
                        scale * (int) Math.ceil(chart.height()),
                        BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
        graphics.setColor(Color.decode(palette.background()));
        graphics.fill(new Rectangle2D.Double(0, 0, chart.width() + 1, chart.height() + 1));
        var png = new Png(graphics, palette);
        chart.marks().forEach(png::draw);
        graphics.dispose();
        return encoded(image);
    }

    private static byte[] encoded(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    private void draw(Mark mark) {
        graphics.setColor(Color.decode(palette.colour(mark.ink())));
        switch (mark) {
            case Mark.Line l -> {
                stroke(l.width(), Mark.Dash.SOLID);
                graphics.draw(new Line2D.Double(l.x1(), l.y1(), l.x2(), l.y2()));
            }
            case Mark.Curve c -> {
                stroke(c.width(), c.dash());
                graphics.draw(path(c.points()));
            }
            case Mark.Band b ->
                    graphics.fill(new Rectangle2D.Double(b.x(), b.y(), b.width(), b.height()));
            case Mark.Tint t -> {
                fade(t.strength());
                graphics.fill(new Rectangle2D.Double(t.x(), t.y(), t.width(), t.height()));
            }
            case Mark.Area a -> {
                fade(a.strength());
                graphics.fill(closed(a.corners()));
            }
            case Mark.Diamond d -> graphics.fill(closed(d.corners()));
            case Mark.Dot d -> dot(d);
            case Mark.Label l -> text(l);
        }
    }

    private void fade(double strength) {
        var colour = graphics.getColor();
        int alpha = (int) Math.round(255 * strength);
        graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha));
    }

    private void stroke(double width, Mark.Dash dash) {
        float[] lengths = new float[dash.lengths().size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = dash.lengths().get(i).floatValue();
        }
        graphics.setStroke(
                new BasicStroke(
                        (float) width,
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_ROUND,
                        10,
                        lengths.length == 0 ? null : lengths,
                        0));
    }

    private void dot(Mark.Dot dot) {
        double r = dot.size();
        Shape shape =
                dot.corners().isEmpty()
                        ? new Ellipse2D.Double(dot.x() - r, dot.y() - r, 2 * r, 2 * r)
                        : closed(dot.corners());
        if (dot.shape().isFilled()) {
            graphics.fill(shape);
        } else {
            stroke(1.8, Mark.Dash.SOLID);
            graphics.draw(shape);
        }
    }

    /// As wide as the font makes it, but never wider than the layout counted on.
    private void text(Mark.Label label) {
        var font = font(label);
        GlyphVector glyphs = font.createGlyphVector(graphics.getFontRenderContext(), label.text());
        double natural = glyphs.getLogicalBounds().getWidth();
        double counted = TextWidth.of(label.text(), label.size()) * (label.bold() ? 1.1 : 1);
        double squeeze = natural > counted ? counted / natural : 1;
        double reach = natural * squeeze;
        double x =
                switch (label.anchor()) {
                    case START -> label.x();
                    case MIDDLE -> label.x() - reach / 2;
                    case END -> label.x() - reach;
                };
        var place = AffineTransform.getTranslateInstance(x, label.y());
        place.scale(squeeze, 1);
        graphics.fill(place.createTransformedShape(glyphs.getOutline()));
    }

    private static Font font(Mark.Label label) {
        int style = label.bold() ? Font.BOLD : Font.PLAIN;
        var font = new Font(FONT, style, 1).deriveFont((float) label.size());
        boolean complete = font.canDisplayUpTo(label.text()) < 0;
        return complete
                ? font
                : new Font(Font.SANS_SERIF, style, 1).deriveFont((float) label.size());
    }

    private static Path2D closed(List<Point> corners) {
        var path = path(corners);
        path.closePath();
        return path;
    }

    private static Path2D path(List<Point> points) {
        var path = new Path2D.Double();
        path.moveTo(points.getFirst().x(), points.getFirst().y());
        points.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
        return path;
    }
}
