package org.pykiln.report;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// All kinds of chart, in the order in which they are offered. A new one is one line here.
public enum ChartKind {
    FOREST(
            "forest",
            "Forest",
            "each datapoint's ratio with its interval",
            false,
            (data, datapoint) ->
                    data.compared()
                            .map(all ->
                                    new Plot(
                                            width -> ForestChart.of(all, width),
                                            () -> CsvTable.of(all)))),
    HEAT(
            "heat",
            "Heat map",
            "each datapoint of each image at one glance",
            false,
            (data, datapoint) ->
                    data.compared()
                            .map(all ->
                                    new Plot(
                                            width -> HeatMap.of(all, width),
                                            () -> CsvTable.of(all)))),
    RAINCLOUD(
            "raincloud",
            "Raincloud",
            "every unit of one datapoint, and the order of the run",
            true,
            (data, datapoint) ->
                    data.units(datapoint)
                            .map(units ->
                                    new Plot(
                                            width -> RaincloudChart.of(units, width),
                                            () -> UnitsCsv.ofRaincloud(units)))),
    ECDF(
            "ecdf",
            "ECDF",
            "the share of units of one datapoint that took at most so long",
            true,
            (data, datapoint) ->
                    data.units(datapoint)
                            .map(units ->
                                    new Plot(
                                            width -> EcdfChart.of(units, width),
                                            () -> UnitsCsv.ofSteps(units)))),
    PARETO(
            "pareto",
            "Pareto",
            "time against image size, peak memory and build time",
            false,
            (data, datapoint) ->
                    Optional.of(data.pareto())
                            .filter(pareto -> !pareto.costs().isEmpty())
                            .map(pareto ->
                                    new Plot(
                                            width -> ParetoChart.of(pareto, width),
                                            () -> ParetoCsv.of(pareto)))),
    WATERFALL(
            "waterfall",
            "Waterfall",
            "what each step of a ladder is worth",
            false,
            (data, datapoint) ->
                    data.waterfall()
                            .map(waterfall ->
                                    new Plot(
                                            width -> WaterfallChart.of(waterfall, width),
                                            () -> WaterfallCsv.of(waterfall)))),
    VARIANCE(
            "variance",
            "Variance",
            "where the error of each ratio comes from: builds, processes or iterations",
            false,
            (data, datapoint) ->
                    Optional.of(data.variances())
                            .filter(variances -> !variances.isEmpty())
                            .map(variances ->
                                    new Plot(
                                            width -> VarianceChart.of(variances, width),
                                            () -> VarianceCsv.of(variances))));

    private final String id;
    private final String label;
    private final String about;
    private final boolean ofOneDatapoint;
    private final BiFunction<ChartData, String, Optional<Plot>> plot;

    ChartKind(
            String id,
            String label,
            String about,
            boolean ofOneDatapoint,
            BiFunction<ChartData, String, Optional<Plot>> plot) {
        this.id = id;
        this.label = label;
        this.about = about;
        this.ofOneDatapoint = ofOneDatapoint;
        this.plot = plot;
    }

    /// Its name on the command line.
    public String id() {
        return id;
    }

    /// Its name in the window.
    public String label() {
        return label;
    }

    /// What it shows, for a hint.
    public String about() {
        return about;
    }

    /// Whether it shows one datapoint, which has to be chosen.
    public boolean isOfOneDatapoint() {
        return ofOneDatapoint;
    }

    /// @param datapoint its name; of no account for charts of all datapoints
    /// @return nothing where the results do not hold what it shows
    public Optional<Plot> of(ChartData data, String datapoint) {
        return plot.apply(data, datapoint);
    }

    /// The kinds that can be drawn of these results.
    public static List<ChartKind> offered(ChartData data) {
        String any = data.datapoints().stream().findFirst().orElse("");
        return Stream.of(values()).filter(kind -> kind.of(data, any).isPresent()).toList();
    }
}
