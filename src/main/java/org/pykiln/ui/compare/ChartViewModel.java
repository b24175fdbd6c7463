package org.pykiln.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.pykiln.report.ChartData;
import org.pykiln.report.ChartFile;
import org.pykiln.report.ChartKind;
import org.pykiln.report.Palette;
import org.pykiln.report.Plot;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.ResultServices.Results;
import org.pykiln.workspace.AtomicFiles;

/// Which chart of the results is shown, and of which datapoint where it shows one.
public final class ChartViewModel {
    /// How a chart is written.
    ///
    /// @param width of the chart in pixels
    /// @param scale pixels of a picture for one of the chart
    public record Drawing(double width, Palette palette, int scale) {}

    /// Before it was drawn for the first time.
    private static final double USUAL_WIDTH = 1000;

    private final Background background;
    private final Dialogs dialogs;
    private final NavigationViewModel navigation;
    private final ObservableList<ChartKind> kinds = FXCollections.observableArrayList();
    private final ObservableList<String> datapoints = FXCollections.observableArrayList();
    private final ObjectProperty<ChartKind> kind = new SimpleObjectProperty<>(ChartKind.FOREST);
    private final StringProperty datapoint = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Plot>> plot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private double width = USUAL_WIDTH;
    private Optional<ChartKind> openedFrom = Optional.empty();
    private Optional<ChartData> data = Optional.empty();

    public ChartViewModel(
            ObservableValue<@Nullable Results> results,
            Background background,
            Dialogs dialogs,
            NavigationViewModel navigation) {
        this.background = background;
        this.dialogs = dialogs;
        this.navigation = navigation;
        results.subscribe(this::show);
        kind.subscribe(now -> update());
        datapoint.subscribe(now -> update());
    }

    /// Those that the results can be drawn as.
    public ObservableList<ChartKind> kinds() {
        return kinds;
    }

    /// Those that have units.
    public ObservableList<String> datapoints() {
        return datapoints;
    }

    public ObjectProperty<ChartKind> kind() {
        return kind;
    }

    /// Name of the datapoint that charts of one datapoint show.
    public StringProperty datapoint() {
        return datapoint;
    }

    /// What is drawn; nothing before anything was opened.
    public ReadOnlyObjectProperty<Optional<Plot>> plot() {
        return plot.getReadOnlyProperty();
    }

    /// Shows every unit of a datapoint.
    ///
    /// @param name null for a geometric mean, which has no units
    public void open(@Nullable String name) {
        if (name == null || !datapoints.contains(name)) {
            return;
        }
        if (!kind.get().isOfOneDatapoint()) {
            openedFrom = Optional.of(kind.get());
        }
        datapoint.set(name);
        kind.set(ChartKind.RAINCLOUD);
    }

    /// Goes back to the chart from which a datapoint was opened.
    public void back() {
        kind.set(openedFrom.filter(kinds::contains).orElse(kinds.getFirst()));
    }

    /// @param pixels how wide it is on the screen
    void drawn(double pixels) {
        width = pixels;
    }

    /// As wide as it was drawn last.
    ///
    /// @param scale pixels of a picture for one of the chart
    public Drawing drawing(Palette palette, int scale) {
        return new Drawing(width, palette, scale);
    }

    /// Asks where to.
    public void save(ChartFile format, Drawing drawing) {
        Optional<Plot> drawn = plot.get();
        if (drawn.isEmpty()) {
            return;
        }
        dialogs.saveFile("Save the chart", dialog(format), name() + format.ending())
                .ifPresent(file -> write(drawn.get(), file, format, drawing));
    }

    private static Dialogs.Kind dialog(ChartFile format) {
        return switch (format) {
            case SVG -> Dialogs.Kind.SVG;
            case PNG -> Dialogs.Kind.PNG;
            case CSV -> Dialogs.Kind.CSV;
        };
    }

    /// `raincloud-nbody`, fit for files.
    private String name() {
        String name =
                kind.get().isOfOneDatapoint()
                        ? kind.get().id() + "-" + datapoint.get()
                        : kind.get().id();
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._+-]+", "-");
    }

    private void write(Plot drawn, Path file, ChartFile format, Drawing drawing) {
        background.run(
                () -> {
                    byte[] bytes =
                            format.bytes(
                                    drawn, drawing.width(), drawing.palette(), drawing.scale());
                    AtomicFiles.write(file, out -> out.write(bytes));
                    return file;
                },
                written -> navigation.tell("Chart written to " + written),
                navigation::report);
    }

    /// To the clipboard, as a picture.
    public void copy(Drawing drawing) {
        plot.get()
                .ifPresent(drawn ->
                        background.run(
                                () ->
                                        ChartFile.PNG.bytes(
                                                drawn,
                                                drawing.width(),
                                                drawing.palette(),
                                                drawing.scale()),
                                png -> {
                                    dialogs.copyPicture(png);
                                    navigation.tell("Chart copied");
                                },
                                navigation::report));
    }

    private void show(@Nullable Results results) {
        if (results == null) {
            return;
        }
        data = Optional.empty();
        ChartData next = results.charts();
        String before = datapoint.get();
        datapoints.setAll(next.datapoints());
        datapoint.set(
                datapoints.contains(before) ? before : datapoints.stream().findFirst().orElse(""));
        List<ChartKind> offered = ChartKind.offered(next);
        if (!kinds.equals(offered)) {
            kinds.setAll(offered);
        }
        if (!kinds.isEmpty() && !kinds.contains(kind.get())) {
            kind.set(kinds.getFirst());
        }
        data = Optional.of(next);
        update();
    }

    private void update() {
        data.ifPresent(known -> plot.set(kind.get().of(known, datapoint.get())));
    }
}
