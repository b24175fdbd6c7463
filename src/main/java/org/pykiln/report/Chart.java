package org.pykiln.report;

import java.util.List;

/// A chart, laid out: what is drawn where.
public sealed interface Chart permits ForestChart, HeatMap, VarianceChart, WaterfallChart {
    /// What the chart shows, for screen readers.
    String title();

    /// The same in sentences.
    String description();

    /// In pixels.
    double width();

    /// In pixels.
    double height();

    /// What is drawn, in order.
    List<Mark> marks();
}
