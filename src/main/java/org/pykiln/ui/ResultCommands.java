package org.pykiln.ui;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.report.ChartFile;
import org.pykiln.report.Palette;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.compare.ChartViewModel;
import org.pykiln.ui.compare.ResultsViewModel;

/// What can be done with results.
final class ResultCommands {
    private static final String NONE = "no results are open";

    private final Studio studio;
    private final Themes themes;
    private final List<Command> all = new ArrayList<>();

    ResultCommands(Studio studio, Themes themes) {
        this.studio = studio;
        this.themes = themes;
    }

    List<Command> all() {
        open(studio.results);
        boolean shown = studio.results.results().get() != null;
        add(shown, "Write a report of the results", studio.results::writeReport);
        add(shown, "Write a bundle of the session", studio.results::writeBundle);
        add(shown, "Copy the rows of the results as Markdown", studio.table::copyMarkdown);
        add(shown, "Copy the rows of the results as CSV", studio.table::copyCsv);
        add(shown, "Show all rows of the results", studio.table::showAll);
        all.add(
                new Command("Copy what the knob is worth as Markdown", studio.effect::copyMarkdown)
                        .when(shown, NONE)
                        .when(!studio.effect.lines().isEmpty(), "no knob is looked at"));
        charts(studio.charts);
        return all;
    }

    private void add(boolean shown, String name, Runnable action) {
        all.add(new Command(name, action).when(shown, NONE));
    }

    private void open(ResultsViewModel results) {
        all.add(new Command("Open a session", results::openSession));
        all.add(new Command("Open a bundle", results::openBundle));
        all.add(new Command("Open pyperf files", results::openFiles));
        all.add(
                new Command(
                        "Compare what is on the clipboard: files, or the text of a pyperf file",
                        Shortcut.PASTE.keys().getDisplayText(),
                        "",
                        () -> {
                            studio.navigation.show(Section.RESULTS);
                            results.paste();
                        }));
    }

    private void charts(ChartViewModel charts) {
        boolean drawn = charts.plot().get().isPresent();
        charts.kinds()
                .forEach(kind ->
                        all.add(
                                new Command(
                                                "Draw the results as " + kind.label(),
                                                () -> {
                                                    studio.navigation.show(Section.RESULTS);
                                                    charts.kind().set(kind);
                                                })
                                        .when(charts.kind().get() != kind, "they are drawn so")));
        add(
                drawn,
                "Save the chart as SVG",
                () -> charts.save(ChartFile.SVG, charts.drawing(palette(), 1)));
        add(
                drawn,
                "Save the chart as PNG",
                () -> charts.save(ChartFile.PNG, charts.drawing(palette(), 1)));
        add(
                drawn,
                "Save the chart as PNG, twice as large",
                () -> charts.save(ChartFile.PNG, charts.drawing(palette(), 2)));
        add(
                drawn,
                "Save the numbers of the chart as CSV",
                () -> charts.save(ChartFile.CSV, charts.drawing(palette(), 1)));
        add(drawn, "Copy the chart as a picture", () -> charts.copy(charts.drawing(palette(), 2)));
        all.add(
                new Command("Go back from the datapoint to the chart before", charts::back)
                        .when(drawn, NONE)
                        .when(charts.kind().get().isOfOneDatapoint(), "no datapoint is drawn"));
    }

    private Palette palette() {
        return themes.isDark() ? Palette.DARK : Palette.LIGHT;
    }
}
