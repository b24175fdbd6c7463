package org.pykiln.report;

import java.util.List;

/// A chart, laid out: what is drawn where.
public sealed interface Chart
        permits ForestChart,
                HeatMap,
                WaterfallChart,
                RaincloudChart,
                EcdfChart,
                ParetoChart,
                VarianceChart {
    /// Below this width names and numbers leave no room for the axis, in pixels.
    double SMALLEST_WIDTH = 640;

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

    /// What of it can be opened, in the order of reading.
    default List<Target> targets() {
        return List.of();
    }
}
