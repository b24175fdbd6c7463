package org.pykiln;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pykiln.bench.BenchmarkCatalogue;
import org.pykiln.lab.LabOrder;
import org.pykiln.lab.Subject;
import org.pykiln.ui.common.MeasureServices.MeasureRequest;
import org.pykiln.ui.common.MeasureServices.Subject.OfImage;
import org.pykiln.ui.common.MeasureServices.Subject.OfPreset;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.workspace.FileStem;

/// What the window is asked to measure, as the lab takes it.
final class WindowOrders {
    private WindowOrders() {}

    /// The baseline first, which is what the lab takes for it.
    static LabOrder of(MeasureRequest request) {
        return order(
                request.subjects().stream()
                        .sorted(Comparator.comparing(one -> !one.name().equals(request.baseline())))
                        .map(WindowOrders::subject)
                        .toList(),
                request);
    }

    /// The same with numbers for names: good for a forecast, also before all names are different.
    static LabOrder numbered(MeasureRequest request) {
        List<Subject> subjects = new ArrayList<>();
        request.subjects()
                .forEach(
                        one -> subjects.add(subject(one).named(Integer.toString(subjects.size()))));
        return order(subjects, request);
    }

    private static LabOrder order(List<Subject> subjects, MeasureRequest request) {
        return new LabOrder(
                        subjects,
                        BenchmarkCatalogue.shipped().select(request.benchmarks()),
                        request.mode(),
                        request.precision())
                .withBuilds(request.builds())
                .withLimits(request.limits());
    }

    private static Subject subject(org.pykiln.ui.common.MeasureServices.Subject subject) {
        return switch (subject) {
            case OfPreset(NamedRecipe named) ->
                    new Subject.OfRecipe(FileStem.of(named.name(), "image"), named.recipe());
            case OfImage(var image) ->
                    new Subject.OfImage(FileStem.of(image.name(), "image"), image.id());
        };
    }
}
