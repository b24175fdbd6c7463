package org.pykiln.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pykiln.report.Mark.Area;
import org.pykiln.report.Mark.Band;
import org.pykiln.report.Mark.Curve;
import org.pykiln.report.Mark.Diamond;
import org.pykiln.report.Mark.Dot;
import org.pykiln.report.Mark.Label;
import org.pykiln.report.Mark.Line;
import org.pykiln.report.Mark.Point;
import org.pykiln.report.Mark.Tint;

/// A chart as SVG text.
public final class Svg {

    private static final String FONTS =
            "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', Helvetica, Arial, sans-serif";

    private Svg() {}

    /// A file of its own, in the colours of the palette.
    public static String standalone(Chart chart, Palette palette) {
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        open(out, chart);
        out.append("<style>\n").append(style(palette::colour)).append("</style>\n");
        out.append("<rect width=\"100%\" height=\"100%\" fill=\"")
                .append(palette.background())
                .append("\"/>\n");
        body(out, chart);
        return out.toString();
    }

    /// An element for an HTML page that contains [#style] itself.
    static String inline(Chart chart) {
        var out = new StringBuilder();
        open(out, chart);
        body(out, chart);
        return out.toString();
    }

    /// The rules that colour the marks.
    ///
    /// @param colours what CSS calls the colour of an ink
    static String style(Function<Ink, String> colours) {
        var out = new StringBuilder(".chart text{font-family:" + FONTS + "}\n");
        for (var ink : Ink.values()) {
            String colour = colours.apply(ink);
            out.append('.').append(name(ink)).append("{fill:").append(colour);
            out.append(";stroke:").append(colour).append("}\n");
        }
        return out.append(".chart text,.chart .band{stroke:none}\n.chart .hollow{fill:none}\n")
                .toString();
    }

    private static void open(StringBuilder out, Chart chart) {
        String width = number(chart.width());
        String height = number(chart.height());
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\"");
        out.append(" aria-label=\"").append(Markup.escape(chart.description())).append('"');
        out.append(" width=\"").append(width).append("\" height=\"").append(height);
        out.append("\" viewBox=\"0 0 ").append(width).append(' ').append(height).append("\">\n");
        out.append("<title>").append(Markup.escape(chart.title())).append("</title>\n");
        out.append("<desc>").append(Markup.escape(chart.description())).append("</desc>\n");
    }

    private static void body(StringBuilder out, Chart chart) {
        chart.marks().forEach(mark -> out.append(element(mark)).append('\n'));
        out.append("</svg>\n");
    }

    private static String element(Mark mark) {
        String ink = name(mark.ink());
        return switch (mark) {
            case Line l ->
                    "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke-width=\"%s\"/>"
                            .formatted(
                                    ink,
                                    number(l.x1()),
                                    number(l.y1()),
                                    number(l.x2()),
                                    number(l.y2()),
                                    number(l.width()));
            case Band b ->
                    "<rect class=\"band %s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                            .formatted(
                                    ink,
                                    number(b.x()),
                                    number(b.y()),
                                    number(b.width()),
                                    number(b.height()));
            case Tint t ->
                    "<rect class=\"band %s\" fill-opacity=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                            .formatted(
                                    ink,
                                    number(t.strength()),
                                    number(t.x()),
                                    number(t.y()),
                                    number(t.width()),
                                    number(t.height()));
            case Diamond d -> polygon(ink, d.corners());
            case Area a ->
                    "<polygon class=\"band %s\" fill-opacity=\"%s\" points=\"%s\"/>"
                            .formatted(ink, number(a.strength()), points(a.corners()));
            case Curve c -> curve(c, ink);
            case Dot d -> dot(d, ink);
            case Label l -> text(l, ink);
        };
    }

    private static String dot(Dot dot, String ink) {
        String style = dot.shape().isFilled() ? ink : ink + " hollow\" stroke-width=\"1.8";
        return dot.corners().isEmpty()
                ? "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
                        .formatted(style, number(dot.x()), number(dot.y()), number(dot.size()))
                : polygon(style, dot.corners());
    }

    private static String curve(Curve curve, String ink) {
        String breaks =
                curve.dash().lengths().stream().map(Svg::number).collect(Collectors.joining(" "));
        return "<polyline class=\"hollow %s\" stroke-width=\"%s\"%s points=\"%s\"/>"
                .formatted(
                        ink,
                        number(curve.width()),
                        breaks.isEmpty() ? "" : " stroke-dasharray=\"" + breaks + '"',
                        points(curve.points()));
    }

    private static String polygon(String style, List<Point> corners) {
        return "<polygon class=\"%s\" points=\"%s\"/>".formatted(style, points(corners));
    }

    private static String points(List<Point> points) {
        return points.stream()
                .map(point -> number(point.x()) + "," + number(point.y()))
                .collect(Collectors.joining(" "));
    }

    private static String text(Label label, String ink) {
        String anchor = label.anchor().name().toLowerCase(Locale.ROOT);
        String full =
                label.text().equals(label.full())
                        ? ""
                        : "<title>" + Markup.escape(label.full()) + "</title>";
        return "<text class=\"%s\" x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\"%s>%s%s</text>"
                .formatted(
                        ink,
                        number(label.x()),
                        number(label.y()),
                        number(label.size()),
                        anchor,
                        label.bold() ? " font-weight=\"600\"" : "",
                        full,
                        Markup.escape(label.text()));
    }

    private static String name(Ink ink) {
        return "ink-" + ink.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
