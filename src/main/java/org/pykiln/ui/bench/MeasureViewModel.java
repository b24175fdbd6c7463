package org.pykiln.ui.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.ImageServices;
import org.pykiln.ui.common.ImageServices.BuiltImage;
import org.pykiln.ui.common.JobsViewModel;
import org.pykiln.ui.common.MeasureServices;
import org.pykiln.ui.common.MeasureServices.Forecast;
import org.pykiln.ui.common.MeasureServices.MeasureRequest;
import org.pykiln.ui.common.MeasureServices.Subject;
import org.pykiln.ui.common.MeasureServices.Subject.OfImage;
import org.pykiln.ui.common.MeasureServices.Subject.OfPreset;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.PresetServices;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.RecipeViewModel;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Texts;

/// Picks what is measured, how, and against what.
public final class MeasureViewModel {
    private final MeasureServices services;
    private final PresetServices presets;
    private final ImageServices images;
    private final Background background;
    private final Dialogs dialogs;
    private final RecipeViewModel recipes;
    private final EngineViewModel engine;
    private final NavigationViewModel navigation;
    private final LiveSessionViewModel live;
    private final ObservableList<SubjectViewModel> subjects = FXCollections.observableArrayList();
    private final BenchmarksViewModel benchmarks;
    private final SessionOptionsViewModel options;
    private final HostViewModel host;
    private final UnfinishedViewModel unfinished;
    private final ObservableList<String> picked = FXCollections.observableArrayList();
    private final StringProperty baseline = new SimpleStringProperty("");
    private final StringProperty folder = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper plan = new ReadOnlyStringWrapper("");

    public MeasureViewModel(
            MeasureServices services,
            PresetServices presets,
            ImageServices images,
            Background background,
            Dialogs dialogs,
            RecipeViewModel recipes,
            JobsViewModel jobs,
            EngineViewModel engine,
            NavigationViewModel navigation,
            LiveSessionViewModel live) {
        this.services = services;
        this.presets = presets;
        this.images = images;
        this.background = background;
        this.dialogs = dialogs;
        this.recipes = recipes;
        this.engine = engine;
        this.navigation = navigation;
        this.live = live;
        this.benchmarks = new BenchmarksViewModel(services.benchmarks(), this::refresh);
        this.options = new SessionOptionsViewModel(this::refresh);
        this.host = new HostViewModel(services, background, engine, jobs, options);
        this.unfinished = new UnfinishedViewModel(services, background, navigation, live);
        engine.status()
                .subscribe(status -> {
                    if (status.isUsable() && !subjects.isEmpty()) {
                        reload();
                    }
                });
    }

    /// The recipe that is being worked on, then all other presets, then built images.
    public ObservableList<SubjectViewModel> subjects() {
        return subjects;
    }

    public BenchmarksViewModel benchmarks() {
        return benchmarks;
    }

    /// Names of what will be measured: the baseline is one of them.
    public ObservableList<String> picked() {
        return picked;
    }

    public StringProperty baseline() {
        return baseline;
    }

    public SessionOptionsViewModel options() {
        return options;
    }

    public HostViewModel host() {
        return host;
    }

    public UnfinishedViewModel unfinished() {
        return unfinished;
    }

    public LiveSessionViewModel live() {
        return live;
    }

    public StringProperty folder() {
        return folder;
    }

    /// Why nothing can be started; empty when it can. Stays empty until somebody tried.
    public ReadOnlyStringProperty complaint() {
        return complaint.getReadOnlyProperty();
    }

    /// What is going to happen, in one sentence.
    public ReadOnlyStringProperty plan() {
        return plan.getReadOnlyProperty();
    }

    /// Shows the section, with what there is to measure right now.
    public void open() {
        navigation.show(Section.MEASURE);
        reload();
    }

    /// Reads presets and images again, and looks at the host; what was picked stays picked.
    public void reload() {
        host.refresh();
        unfinished.reload();
        background.run(
                () -> {
                    List<NamedRecipe> offered = presets.presets().presets();
                    return new Offer(offered, engine.isUsable() ? images.images() : List.of());
                },
                this::offered,
                navigation::report);
        if (folder.get().isEmpty()) {
            folder.set(services.proposeSessionFolder().toString());
        }
    }

    public void chooseFolder() {
        dialogs.chooseFolder("Folder for the session", Optional.empty())
                .ifPresent(chosen -> folder.set(chosen.toString()));
    }

    public void start() {
        if (!engine.isUsable()) {
            engine.refresh();
        }
        complaint.set(obstacle());
        if (!complaint.get().isEmpty()) {
            return;
        }
        MeasureRequest request = request(Path.of(folder.get()));
        navigation.dismiss();
        folder.set(services.proposeSessionFolder().toString());
        live.run(
                String.join(", ", picked),
                request.folder(),
                (steering, context) -> services.measure(request, steering, context),
                unfinished::reload);
    }

    private MeasureRequest request(Path to) {
        return new MeasureRequest(
                chosen().stream().map(SubjectViewModel::subject).toList(),
                baseline.get(),
                benchmarks.picked(),
                options.mode().get(),
                options.precision(),
                options.builds().get(),
                options.limits(),
                to);
    }

    private record Offer(List<NamedRecipe> presets, List<BuiltImage> images) {}

    /// Why what is picked cannot be measured; empty when it can.
    public String obstacle() {
        if (!engine.isUsable()) {
            return "There is no container engine to measure with.";
        }
        if (picked.isEmpty()) {
            return "Pick at least one preset or image.";
        }
        if (new LinkedHashSet<>(picked).size() < picked.size()) {
            return "Two of the picked have the same name; results could not tell them apart.";
        }
        if (benchmarks.picked().isEmpty()) {
            return "Pick at least one benchmark.";
        }
        if (!options.complaint().get().isEmpty()) {
            return options.complaint().get();
        }
        if (folder.get().isBlank()) {
            return "Say which folder the session goes to.";
        }
        return live.isMeasuring(Path.of(folder.get()))
                ? "A session is being measured into this folder."
                : "";
    }

    private List<SubjectViewModel> chosen() {
        return subjects.stream().filter(subject -> subject.picked().get()).toList();
    }

    private void offered(Offer offer) {
        Set<Subject> before = new LinkedHashSet<>();
        chosen().forEach(subject -> before.add(subject.subject()));
        List<SubjectViewModel> next = new ArrayList<>();
        NamedRecipe current = recipes.named();
        add(next, new OfPreset(current));
        for (NamedRecipe preset : offer.presets()) {
            if (!preset.name().equals(current.name())) {
                add(next, new OfPreset(preset));
            }
        }
        offer.images().forEach(image -> add(next, new OfImage(image)));
        next.forEach(subject -> subject.picked().set(before.contains(subject.subject())));
        subjects.setAll(next);
        if (before.isEmpty()) {
            subjects.getFirst().picked().set(true);
        }
        refresh();
    }

    private void add(List<SubjectViewModel> list, Subject subject) {
        SubjectViewModel item = new SubjectViewModel(subject);
        item.picked().subscribe(now -> refresh());
        list.add(item);
    }

    private void refresh() {
        List<String> names = chosen().stream().map(SubjectViewModel::name).toList();
        if (!names.equals(picked)) {
            picked.setAll(names);
        }
        if (!names.contains(baseline.get())) {
            baseline.set(names.isEmpty() ? "" : names.getFirst());
        }
        host.judge(chosen().stream().map(SubjectViewModel::subject).toList());
        plan.set(forecast());
        if (!complaint.get().isEmpty()) {
            complaint.set(obstacle());
        }
    }

    private String forecast() {
        if (picked.isEmpty() || benchmarks.picked().isEmpty()) {
            return "";
        }
        if (!options.complaint().get().isEmpty()) {
            return "";
        }
        Forecast forecast = services.forecast(request(Path.of("")));
        return "%s × %s × %s = %d processes, one at a time: %s %s%s"
                .formatted(
                        Texts.count(forecast.images(), "image"),
                        Texts.count(forecast.datapoints(), "datapoint"),
                        Texts.count(options.mode().get().rounds(), "round"),
                        forecast.units(),
                        options.precision().isPresent() ? "at most" : "about",
                        Texts.clock(forecast.estimate()),
                        chosen().stream().allMatch(SubjectViewModel::isImage)
                                ? ""
                                : ", when all is built");
    }
}
