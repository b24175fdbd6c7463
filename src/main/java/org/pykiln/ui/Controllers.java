package org.pykiln.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.pykiln.ui.bench.BenchmarksController;
import org.pykiln.ui.bench.HostController;
import org.pykiln.ui.bench.LiveSessionController;
import org.pykiln.ui.bench.MeasureController;
import org.pykiln.ui.bench.SessionOptionsController;
import org.pykiln.ui.bench.UnfinishedController;
import org.pykiln.ui.build.BuildBarController;
import org.pykiln.ui.build.BuildsController;
import org.pykiln.ui.build.FailureController;
import org.pykiln.ui.build.LayersController;
import org.pykiln.ui.build.LogController;
import org.pykiln.ui.build.ReceiptController;
import org.pykiln.ui.build.StepsController;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.common.Views;
import org.pykiln.ui.compare.ChartController;
import org.pykiln.ui.compare.ConclusionController;
import org.pykiln.ui.compare.ImagesController;
import org.pykiln.ui.compare.KnobEffectController;
import org.pykiln.ui.compare.PublishedController;
import org.pykiln.ui.compare.ReplayController;
import org.pykiln.ui.compare.ResultsBarController;
import org.pykiln.ui.compare.ResultsController;
import org.pykiln.ui.compare.TableController;
import org.pykiln.ui.configure.ConfigureController;
import org.pykiln.ui.configure.ExplanationController;
import org.pykiln.ui.engines.EngineController;
import org.pykiln.ui.engines.EnginesController;
import org.pykiln.ui.engines.StorageController;
import org.pykiln.ui.presets.DraftController;
import org.pykiln.ui.presets.PresetBarController;
import org.pykiln.ui.presets.PresetComparisonController;
import org.pykiln.ui.presets.PresetController;
import org.pykiln.ui.presets.PresetsController;
import org.pykiln.ui.preview.PreviewController;
import org.pykiln.ui.preview.PreviewDiffController;
import org.pykiln.ui.preview.PreviewFindController;
import org.pykiln.ui.settings.JobSettingsController;
import org.pykiln.ui.settings.SettingsController;
import org.pykiln.ui.shell.ClosingController;
import org.pykiln.ui.shell.DropController;
import org.pykiln.ui.shell.FirstStepsController;
import org.pykiln.ui.shell.JobsDrawerController;
import org.pykiln.ui.shell.PaletteController;
import org.pykiln.ui.shell.PaletteViewModel;
import org.pykiln.ui.shell.ShellController;
import org.pykiln.ui.shell.StatusBarController;
import org.pykiln.ui.shell.ToastsController;

/// Which controller is given what.
final class Controllers {
    private final Studio studio;
    private final Themes themes;
    private final Map<Class<?>, Supplier<?>> all = new HashMap<>();

    private Controllers(Studio studio, Themes themes) {
        this.studio = studio;
        this.themes = themes;
    }

    static Views views(Studio studio, Themes themes) {
        Controllers controllers = new Controllers(studio, themes);
        Views views = new Views(type -> controllers.all.get(type));
        controllers.shell(views);
        controllers.engines();
        controllers.settings();
        controllers.configure();
        controllers.presets();
        controllers.preview();
        controllers.builds();
        controllers.measuring();
        controllers.results();
        return views;
    }

    private <T> void make(Class<T> type, Supplier<T> controller) {
        all.put(type, controller);
    }

    private void shell(Views views) {
        PaletteViewModel palette = new PaletteViewModel(() -> Commands.of(studio, themes));
        studio.shell.command(Shortcut.THEME, themes::toggle);
        studio.shell.command(Shortcut.PALETTE, palette::show);
        make(
                ShellController.class,
                () -> new ShellController(studio.shell, views, studio.dividers, themes));
        make(ToastsController.class, () -> new ToastsController(studio.toasts, studio.support));
        make(DropController.class, () -> new DropController(studio.drops));
        make(JobsDrawerController.class, () -> new JobsDrawerController(studio.drawer));
        make(FirstStepsController.class, () -> new FirstStepsController(studio.firstSteps));
        make(ClosingController.class, () -> new ClosingController(studio.closing, studio.jobs));
        make(PaletteController.class, () -> new PaletteController(palette));
        make(
                StatusBarController.class,
                () -> new StatusBarController(studio.shell, studio.engine, studio.drawer));
    }

    private void engines() {
        make(
                EngineController.class,
                () -> new EngineController(studio.engine, studio.engineChoice));
        make(StorageController.class, () -> new StorageController(studio.storage));
        make(EnginesController.class, () -> new EnginesController(studio.engine));
    }

    private void settings() {
        studio.settings.theme().bindBidirectional(themes.choice());
        make(SettingsController.class, () -> new SettingsController(studio.settings));
        make(JobSettingsController.class, () -> new JobSettingsController(studio.settings.jobs()));
    }

    private void configure() {
        make(
                ConfigureController.class,
                () -> new ConfigureController(studio.configure, studio.navigation, studio.fx));
        make(ExplanationController.class, () -> new ExplanationController(studio.configure));
    }

    private void presets() {
        make(PresetBarController.class, () -> new PresetBarController(studio.presets));
        make(PresetsController.class, () -> new PresetsController(studio.presetPage));
        make(PresetController.class, () -> new PresetController(studio.presetPage));
        make(
                PresetComparisonController.class,
                () -> new PresetComparisonController(studio.presetPage));
        make(DraftController.class, () -> new DraftController(studio.drafts));
    }

    private void preview() {
        make(PreviewController.class, () -> new PreviewController(studio.preview));
        make(PreviewFindController.class, () -> new PreviewFindController(studio.preview));
        make(PreviewDiffController.class, () -> new PreviewDiffController(studio.preview));
    }

    private void builds() {
        make(
                BuildsController.class,
                () -> new BuildsController(studio.builds, studio.engine, studio.presets::guarded));
        make(
                BuildBarController.class,
                () -> new BuildBarController(studio.builds, studio.presets::guarded));
        make(StepsController.class, () -> new StepsController(studio.builds));
        make(FailureController.class, () -> new FailureController(studio.builds));
        make(ReceiptController.class, () -> new ReceiptController(studio.builds.shown().receipt()));
        make(LayersController.class, () -> new LayersController(studio.builds.shown().layers()));
        make(
                LogController.class,
                () -> new LogController(studio.jobs.log(), studio.navigation, studio.fx));
    }

    private void measuring() {
        make(
                BenchmarksController.class,
                () -> new BenchmarksController(studio.measure.benchmarks()));
        make(
                SessionOptionsController.class,
                () -> new SessionOptionsController(studio.measure.options()));
        make(HostController.class, () -> new HostController(studio.measure.host()));
        make(
                UnfinishedController.class,
                () -> new UnfinishedController(studio.measure.unfinished()));
        make(LiveSessionController.class, () -> new LiveSessionController(studio.measuring));
        make(MeasureController.class, () -> new MeasureController(studio.measure, studio.engine));
    }

    private void results() {
        make(
                ResultsController.class,
                () -> new ResultsController(studio.results, studio.effect, studio.replay));
        make(ResultsBarController.class, () -> new ResultsBarController(studio.results));
        make(ConclusionController.class, () -> new ConclusionController(studio.results));
        make(
                TableController.class,
                () -> new TableController(studio.table, studio.charts, studio.navigation));
        make(ImagesController.class, () -> new ImagesController(studio.results));
        make(KnobEffectController.class, () -> new KnobEffectController(studio.effect));
        make(PublishedController.class, () -> new PublishedController(studio.results));
        make(ChartController.class, () -> new ChartController(studio.charts, themes));
        make(ReplayController.class, () -> new ReplayController(studio.replay));
    }
}
