package org.pykiln.report;

import java.util.List;
import java.util.Optional;
import org.pykiln.stats.Comparison;

/// What the charts of one set of results are drawn from.
///
/// @param comparison without candidates where one image was measured alone
/// @param units of each datapoint, in the order of the results
/// @param pareto what speed costs
/// @param waterfall where the results are those of a ladder
/// @param memory peak memory, compared as times are; its verdicts mean smaller and larger
/// @param variances where the errors come from, one a candidate; empty where it was not asked
public record ChartData(
        Comparison comparison,
        List<DatapointUnits> units,
        Pareto pareto,
        Optional<Waterfall> waterfall,
        Optional<Comparison> memory,
        List<Variance> variances) {

    public ChartData {
        units = List.copyOf(units);
        variances = List.copyOf(variances);
    }

    /// The names of all datapoints that have units.
    public List<String> datapoints() {
        return units.stream().map(DatapointUnits::datapoint).toList();
    }

    Optional<DatapointUnits> units(String datapoint) {
        return units.stream().filter(one -> one.datapoint().equals(datapoint)).findFirst();
    }

    Optional<Comparison> compared() {
        return Optional.of(comparison).filter(one -> !one.candidates().isEmpty());
    }
}
