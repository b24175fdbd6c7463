package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.report.ChartFile;
import org.pykiln.report.ChartKind;
import org.pykiln.report.Palette;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.ui.common.ResultServices.Results;
import org.pykiln.ui.compare.ChartViewModel;
import org.pykiln.ui.compare.ChartViewModel.Drawing;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

class ChartViewModelTest {
    private static final Drawing TWICE = new Drawing(700, Palette.LIGHT, 2);

    @TempDir Path folder;

    private final ManualScheduler fx = new ManualScheduler();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final NavigationViewModel navigation = new NavigationViewModel();
    private final SimpleObjectProperty<@Nullable Results> results = new SimpleObjectProperty<>();
    private final ChartViewModel model =
            new ChartViewModel(results, new Background(Runnable::run, fx), dialogs, navigation);

    private void open(String session) throws ProblemException {
        results.set(new FakeServices(folder).results(List.of(Path.of(session)), Optional.empty()));
    }

    @Test
    void nothingIsDrawnBeforeAnythingIsOpened() {
        assertThat(model.plot().get()).isEmpty();
        model.save(ChartFile.SVG, TWICE);
        model.open("nbody");
        assertThat(dialogs.asked).isEmpty();
    }

    @Test
    void aDatapointIsOpenedAndLeftAgain() throws ProblemException {
        open("three");
        assertThat(model.kinds())
                .containsExactly(
                        ChartKind.FOREST,
                        ChartKind.HEAT,
                        ChartKind.RAINCLOUD,
                        ChartKind.ECDF,
                        ChartKind.PARETO);
        model.kind().set(ChartKind.HEAT);
        model.open("go");
        assertThat(model.kind().get()).isEqualTo(ChartKind.RAINCLOUD);
        assertThat(title()).startsWith("go: every unit");
        model.kind().set(ChartKind.ECDF);
        model.open("pickle");
        model.back();
        assertThat(model.kind().get()).isEqualTo(ChartKind.HEAT);
        model.open(null);
        assertThat(model.kind().get()).isEqualTo(ChartKind.HEAT);
    }

    /// Another baseline or another session keeps what is looked at, where it is there too.
    @Test
    void whatIsLookedAtStays() throws ProblemException {
        open("three");
        model.open("go");
        open("two");
        assertThat(model.kind().get()).isEqualTo(ChartKind.RAINCLOUD);
        assertThat(model.datapoint().get()).isEqualTo("go");
        assertThat(title()).isEqualTo("go: every unit of debian-o2, debian-o3");
    }

    @Test
    void aChartIsSavedAndCopied() throws IOException, ProblemException {
        open("three");
        model.open("go");
        for (ChartFile format : ChartFile.values()) {
            Path file = folder.resolve("chart" + format.ending());
            dialogs.file = Optional.of(file);
            model.save(format, TWICE);
            fx.run();
            assertThat(Files.size(file)).isPositive();
            assertThat(navigation.notice().get()).isEqualTo("Chart written to " + file);
        }
        assertThat(dialogs.asked)
                .containsExactly(
                        "Save the chart raincloud-go.svg",
                        "Save the chart raincloud-go.png",
                        "Save the chart raincloud-go.csv");
        model.copy(TWICE);
        fx.run();
        assertThat(dialogs.picture).isEqualTo(Files.readAllBytes(folder.resolve("chart.png")));
    }

    private String title() {
        return model.plot().get().orElseThrow().draw(700).title();
    }
}
