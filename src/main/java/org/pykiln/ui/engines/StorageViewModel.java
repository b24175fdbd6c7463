package org.pykiln.ui.engines;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.pykiln.engine.EngineFacts;
import org.pykiln.storage.CleanUp;
import org.pykiln.storage.Inventory;
import org.pykiln.storage.Item;
import org.pykiln.storage.Item.Kind;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.EngineServices;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.JobsViewModel;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Texts;

/// What PyKiln has on the engine's disk, and the clean-up of what nobody needs.
public final class StorageViewModel {
    private static final Inventory NOTHING = new Inventory(List.of(), 0, 0);
    private static final String NO_ENGINE = "This is known as soon as an engine answers.";
    private static final String NOT_YET = "The engine was not asked yet.";
    private static final String ADDING_UP = "The engine adds up what everything takes.";

    private final EngineServices services;
    private final Background background;
    private final Dialogs dialogs;
    private final JobsViewModel jobs;
    private final NavigationViewModel navigation;
    private final ReadOnlyObjectWrapper<Inventory> inventory = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper report = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper();
    private Optional<String> lookedAt = Optional.of("");
    private final ReadOnlyBooleanWrapper previewing = new ReadOnlyBooleanWrapper();

    public StorageViewModel(
            EngineServices services,
            Background background,
            Dialogs dialogs,
            JobsViewModel jobs,
            NavigationViewModel navigation,
            EngineViewModel engine) {
        this.services = services;
        this.background = background;
        this.dialogs = dialogs;
        this.jobs = jobs;
        this.navigation = navigation;
        engine.status().subscribe(now -> follow(now.engine().map(EngineFacts::id)));
    }

    /// What another engine has is another matter.
    private void follow(Optional<String> engineId) {
        usable.set(engineId.isPresent());
        if (!engineId.equals(lookedAt)) {
            lookedAt = engineId;
            previewing.set(false);
            report.set("");
            inventory.set(NOTHING);
            summary.set(engineId.isPresent() ? NOT_YET : NO_ENGINE);
            if (engineId.isPresent() && navigation.section().get() == Section.ENGINES) {
                lookQuietly();
            }
        }
    }

    public ReadOnlyObjectProperty<Inventory> inventory() {
        return inventory.getReadOnlyProperty();
    }

    /// What there is, or why that is not known.
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /// What came of the last clean-up; empty before the first.
    public ReadOnlyStringProperty report() {
        return report.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty looking() {
        return looking.getReadOnlyProperty();
    }

    /// Whether there is an engine to ask.
    public ReadOnlyBooleanProperty usable() {
        return usable.getReadOnlyProperty();
    }

    /// Whether what would go is shown, and waits for an answer.
    public ReadOnlyBooleanProperty previewing() {
        return previewing.getReadOnlyProperty();
    }

    /// Looks, unless that would disturb a job: the engine reads every volume for it.
    public void lookQuietly() {
        if (jobs.isBusy()) {
            summary.set("A job is running, and adding up what everything takes would disturb it.");
        } else {
            look();
        }
    }

    public void look() {
        look(() -> {});
    }

    private void look(Runnable then) {
        if (looking.get() || !usable.get()) {
            return;
        }
        Optional<String> asked = lookedAt;
        looking.set(true);
        previewing.set(false);
        summary.set(ADDING_UP);
        background.run(
                services::storage,
                found -> {
                    looking.set(false);
                    if (asked.equals(lookedAt)) {
                        inventory.set(found);
                        summary.set(text(found));
                        then.run();
                    }
                },
                problem -> {
                    looking.set(false);
                    inventory.set(NOTHING);
                    summary.set("This could not be found out: " + problem.text());
                });
    }

    private static String text(Inventory found) {
        List<Item> images = found.of(Kind.IMAGE);
        List<Item> leftovers = found.of(Kind.LEFTOVER);
        List<Item> volumes = found.items().stream().filter(item -> item.kind().isVolume()).toList();
        return "%s, %s that no other image has; %s of builds, %s; %s of kits and packages, %s.\nThe engine's images of all kinds take %s, its build cache %s."
                .formatted(
                        Texts.count(images.size(), "image"),
                        Texts.bytes(Inventory.atLeast(images)),
                        Texts.count(leftovers.size(), "leftover"),
                        Texts.bytes(Inventory.atLeast(leftovers)),
                        Texts.count(volumes.size(), "volume"),
                        Texts.bytes(Inventory.atLeast(volumes)),
                        Texts.bytes(found.layersBytes()),
                        Texts.bytes(found.buildCacheBytes()));
    }

    /// Looks again and shows exactly what would go.
    public void prepare() {
        report.set("");
        look(() -> {
            boolean any = !going().isEmpty();
            previewing.set(any);
            report.set(any ? "" : "There is nothing to clean up.");
        });
    }

    public List<Item> going() {
        return inventory.get().going();
    }

    /// What the confirming button says.
    public String question() {
        return "Remove these %d, %s at least"
                .formatted(going().size(), Texts.bytes(Inventory.atLeast(going())));
    }

    public void leaveAll() {
        previewing.set(false);
    }

    /// Removes what is shown, as a job.
    public void clean() {
        if (previewing.get()) {
            submit("Clean up", going(), false);
        }
    }

    /// Removes one thing after asking; it may be needed.
    public void remove(Item item) {
        if (item.isRemovable()
                && dialogs.confirm(
                        "Remove %s %s?".formatted(item.kind().word(), item.title()),
                        "It takes %s for itself. %s: %s."
                                .formatted(
                                        Texts.bytes(Math.max(0, item.ownBytes())),
                                        item.goes() ? "Nobody needs it" : "It is needed",
                                        item.why()),
                        "Remove it")) {
            submit("Remove " + item.title(), List.of(item), true);
        }
    }

    private void submit(String name, List<Item> agreed, boolean alsoNeeded) {
        previewing.set(false);
        report.set("");
        jobs.submit(
                name,
                context -> services.clean(agreed, alsoNeeded, context),
                this::cleaned,
                this::failed);
    }

    private void cleaned(CleanUp.Report done) {
        StringBuilder text =
                new StringBuilder(
                        "%d removed, %s freed."
                                .formatted(done.removed().size(), Texts.bytes(done.freedBytes())));
        done.kept()
                .forEach(kept ->
                        text.append("\nKept %s: %s".formatted(kept.item().title(), kept.why())));
        look();
        report.set(text.toString());
    }

    private void failed(Problem problem) {
        navigation.report(problem);
        look();
    }

    /// Goes to the section, and looks.
    public void show() {
        navigation.show(Section.ENGINES);
        lookQuietly();
    }
}
