package org.pykiln.ui;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.pykiln.job.JobQueue;
import org.pykiln.ui.bench.LiveSessionViewModel;
import org.pykiln.ui.bench.MeasureViewModel;
import org.pykiln.ui.build.BuildsViewModel;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.EngineWatch;
import org.pykiln.ui.common.FxScheduler;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.JobsViewModel;
import org.pykiln.ui.common.LogViewModel;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.RecipeViewModel;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Services;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Zoom;
import org.pykiln.ui.compare.ChartViewModel;
import org.pykiln.ui.compare.KnobEffectViewModel;
import org.pykiln.ui.compare.LiveResults;
import org.pykiln.ui.compare.ReplayViewModel;
import org.pykiln.ui.compare.ResultsViewModel;
import org.pykiln.ui.compare.TableViewModel;
import org.pykiln.ui.configure.ConfigureViewModel;
import org.pykiln.ui.engines.ChoiceViewModel;
import org.pykiln.ui.engines.StorageViewModel;
import org.pykiln.ui.presets.DraftViewModel;
import org.pykiln.ui.presets.PresetPageViewModel;
import org.pykiln.ui.presets.PresetsViewModel;
import org.pykiln.ui.preview.PreviewViewModel;
import org.pykiln.ui.settings.SettingsViewModel;
import org.pykiln.ui.shell.ClosingViewModel;
import org.pykiln.ui.shell.Dividers;
import org.pykiln.ui.shell.DropViewModel;
import org.pykiln.ui.shell.FirstStepsViewModel;
import org.pykiln.ui.shell.JobsDrawerViewModel;
import org.pykiln.ui.shell.ShellViewModel;
import org.pykiln.ui.shell.SupportViewModel;
import org.pykiln.ui.shell.ToastsViewModel;

/// All view models of one window, and how they are put together. Needs no toolkit but for [#views].
final class Studio {
    final RecipeViewModel recipes = new RecipeViewModel();
    final NavigationViewModel navigation = new NavigationViewModel();
    final Zoom zoom = new Zoom();
    final Dividers dividers = new Dividers();
    final EngineViewModel engine;
    final EngineWatch watch;
    final ChoiceViewModel engineChoice;
    final StorageViewModel storage;
    final SettingsViewModel settings;
    final JobsViewModel jobs;
    final ConfigureViewModel configure;
    final PreviewViewModel preview;
    final PresetsViewModel presets;
    final PresetPageViewModel presetPage;
    final DraftViewModel drafts;
    final BuildsViewModel builds;
    final LiveSessionViewModel measuring;
    final MeasureViewModel measure;
    final ResultsViewModel results;
    final TableViewModel table;
    final KnobEffectViewModel effect;
    final ReplayViewModel replay;
    final ChartViewModel charts;
    final ShellViewModel shell;
    final ToastsViewModel toasts;
    final SupportViewModel support;
    final JobsDrawerViewModel drawer;
    final DropViewModel drops;
    final FirstStepsViewModel firstSteps;
    final ClosingViewModel closing;
    private final Dialogs dialogs;
    final FxScheduler fx;

    /// @param elsewhere starts a task of its own for whatever it is given
    Studio(
            Services services,
            Dialogs dialogs,
            FxScheduler fx,
            Executor elsewhere,
            InstantSource clock) {
        this.dialogs = dialogs;
        this.fx = fx;
        Background background = new Background(elsewhere, fx);
        toasts = new ToastsViewModel(fx, clock);
        navigation.showBy(toasts);
        engine = new EngineViewModel(services.engines(), background, dialogs);
        LogViewModel log = new LogViewModel(background, dialogs, navigation);
        JobQueue queue = new JobQueue(elsewhere, clock);
        watch =
                new EngineWatch(
                        engine, services.engines(), background, fx, navigation, queue::isBusy);
        jobs = new JobsViewModel(queue, fx, clock, log, watch::failed);
        engineChoice = new ChoiceViewModel(services.engines(), background, engine);
        settings =
                new SettingsViewModel(
                        services.settings(),
                        fx,
                        dialogs,
                        navigation,
                        engine,
                        zoom,
                        this::copyDiagnostics);
        storage =
                new StorageViewModel(
                        services.engines(), background, dialogs, jobs, navigation, engine);
        configure = new ConfigureViewModel(recipes, engine);
        presets =
                new PresetsViewModel(services.presets(), background, dialogs, recipes, navigation);
        presetPage =
                new PresetPageViewModel(
                        services.presets(), background, dialogs, presets, navigation);
        drafts =
                new DraftViewModel(
                        services.drafts(), services.presets(), background, fx, presets, navigation);
        preview =
                new PreviewViewModel(
                        services.dockerfiles(),
                        background,
                        dialogs,
                        jobs,
                        recipes,
                        navigation,
                        presets.presets());
        builds =
                new BuildsViewModel(
                        services.images(),
                        recipes,
                        jobs,
                        engine,
                        navigation,
                        background,
                        dialogs,
                        fx,
                        clock);
        results = new ResultsViewModel(services.results(), background, dialogs, navigation);
        table = new TableViewModel(results.results(), dialogs, navigation);
        effect =
                new KnobEffectViewModel(
                        services.results(), background, dialogs, navigation, results.results());
        replay = new ReplayViewModel(services.results(), background, results.results());
        charts = new ChartViewModel(results.results(), background, dialogs, navigation);
        LiveResults live =
                new LiveResults(services.results(), background, fx, clock, navigation, results);
        measuring = new LiveSessionViewModel(jobs, navigation, live::follow, this::openResults);
        measure =
                new MeasureViewModel(
                        services.measuring(),
                        services.presets(),
                        services.images(),
                        background,
                        dialogs,
                        recipes,
                        jobs,
                        engine,
                        navigation,
                        measuring);
        support = new SupportViewModel(services.support(), background, dialogs, engine, navigation);
        drawer = new JobsDrawerViewModel(jobs, this::showJob);
        closing = new ClosingViewModel(jobs, dialogs, this::guarded);
        firstSteps = FirstMinute.of(this, services.firstSteps(), services.images(), background);
        settings.mode().subscribe(measure.options().mode()::set);
        settings.jobs()
                .measuring()
                .subscribe(cpus -> measure.options().cpus().set(cpus.orElse("")));
        shell =
                new ShellViewModel(
                        navigation,
                        Map.of(
                                Section.MEASURE, measure::open,
                                Section.RESULTS, this::openResults,
                                Section.PRESETS, presetPage::show,
                                Section.ENGINES, this::openEngines),
                        commands(),
                        this::escape);
        drops =
                new DropViewModel(
                        services.drops(),
                        background,
                        navigation,
                        fx,
                        new DropViewModel.Takers(
                                results::alone,
                                this::compare,
                                presetPage.imports()::take,
                                presets::open),
                        shell::show);
    }

    private void openResults(Path session) {
        results.open(List.of(session));
        navigation.show(Section.RESULTS);
    }

    private void compare(List<Path> files) {
        navigation.show(Section.RESULTS);
        results.take(files);
    }

    private void copyDiagnostics() {
        support.copyDiagnostics(Problem.NONE);
    }

    void openResults() {
        navigation.show(Section.RESULTS);
        results.refresh();
    }

    /// Where its log is, or what came of it.
    private void showJob(JobViewModel job) {
        if (job.job().result().orElse(null) instanceof Path session) {
            navigation.show(Section.RESULTS);
            results.open(List.of(session));
        } else {
            jobs.selected().set(job);
            navigation.show(Section.BUILDS);
        }
    }

    /// Runs the action unless something unsaved would be lost by it.
    private void guarded(Runnable action) {
        presetPage.edit().guarded(() -> presets.guarded(action));
    }

    /// An engine that did not answer a moment ago may do so now.
    private void openEngines() {
        navigation.show(Section.ENGINES);
        if (engine.isUsable()) {
            storage.lookQuietly();
        } else {
            engine.refresh();
        }
    }

    private void compareDockerfiles() {
        navigation.show(Section.CONFIGURE);
        preview.diff().toggle();
    }

    private void goToDifference(Runnable go) {
        navigation.show(Section.CONFIGURE);
        preview.diff().open().set(true);
        go.run();
    }

    /// Closes what was opened beside the section, the latest kind first.
    private boolean escape() {
        if (drawer.close()) {
            return true;
        }
        boolean finding =
                navigation.section().get() == Section.CONFIGURE && preview.find().open().get();
        if (finding) {
            preview.find().close();
        }
        return finding;
    }

    /// Looks for presets, drafts and an engine.
    void start() {
        presets.load();
        drafts.look();
        engine.refresh();
        builds.load();
    }

    private Map<Shortcut, Runnable> commands() {
        return Map.ofEntries(
                Map.entry(Shortcut.BUILD, builds::build),
                Map.entry(Shortcut.MEASURE, measure::open),
                Map.entry(Shortcut.OPEN, presets::openFile),
                Map.entry(Shortcut.SAVE, presets::save),
                Map.entry(Shortcut.SAVE_AS, presets::saveAs),
                Map.entry(Shortcut.UNDO, recipes::undo),
                Map.entry(Shortcut.REDO, recipes::redo),
                Map.entry(Shortcut.FIND, navigation::find),
                Map.entry(Shortcut.JOBS, drawer::toggle),
                Map.entry(Shortcut.CANCEL, jobs::cancelCurrent),
                Map.entry(Shortcut.EXPORT, preview.export()::folder),
                Map.entry(Shortcut.DIFF, this::compareDockerfiles),
                Map.entry(Shortcut.NEXT_DIFFERENCE, () -> goToDifference(preview.diff()::next)),
                Map.entry(
                        Shortcut.PREVIOUS_DIFFERENCE,
                        () -> goToDifference(preview.diff()::previous)),
                Map.entry(Shortcut.ZOOM_IN, zoom::in),
                Map.entry(Shortcut.ZOOM_OUT, zoom::out),
                Map.entry(Shortcut.ZOOM_RESET, zoom::reset));
    }
}
