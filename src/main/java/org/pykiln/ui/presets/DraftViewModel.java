package org.pykiln.ui.presets;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.DraftServices;
import org.pykiln.ui.common.DraftServices.Draft;
import org.pykiln.ui.common.DraftServices.Left;
import org.pykiln.ui.common.DraftServices.LeftDraft;
import org.pykiln.ui.common.FxScheduler;
import org.pykiln.ui.common.FxScheduler.Pending;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.PresetServices;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.RecipeViewModel;
import org.pykiln.ui.common.Section;

/// Keeps what is unsaved, and offers what a window left that ended without closing.
public final class DraftViewModel {
    /// Long enough not to write at every click, short enough to lose next to nothing.
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

    private final DraftServices services;
    private final PresetServices files;
    private final Background background;
    private final FxScheduler fx;
    private final PresetsViewModel presets;
    private final RecipeViewModel recipes;
    private final NavigationViewModel navigation;
    private final Deque<LeftDraft> left = new ArrayDeque<>();
    private final Deque<LeftDraft> taken = new ArrayDeque<>();
    private final ReadOnlyStringWrapper offer = new ReadOnlyStringWrapper("");
    private Pending pending = Pending.NONE;
    private Optional<Draft> wanted = Optional.empty();
    private boolean writing;
    private boolean complained;

    public DraftViewModel(
            DraftServices services,
            PresetServices files,
            Background background,
            FxScheduler fx,
            PresetsViewModel presets,
            NavigationViewModel navigation) {
        this.services = services;
        this.files = files;
        this.background = background;
        this.fx = fx;
        this.presets = presets;
        this.recipes = presets.recipes();
        this.navigation = navigation;
        recipes.recipe().subscribe(now -> touched());
        recipes.name().subscribe(now -> touched());
        recipes.dirty().subscribe(now -> touched());
    }

    /// What there is to restore; empty when nothing was left, or all is answered.
    public ReadOnlyStringProperty offer() {
        return offer.getReadOnlyProperty();
    }

    /// Looks for what other windows left.
    public void look() {
        background.run(services::left, this::found, navigation::report);
    }

    /// Goes on where the other window was cut off.
    public void restore() {
        LeftDraft found = left.peek();
        if (found != null) {
            presets.guarded(() -> withSource(found));
        }
    }

    public void discard() {
        LeftDraft found = left.poll();
        if (found != null) {
            show();
            background.run(
                    () -> {
                        services.discard(found);
                        return found;
                    },
                    gone -> {},
                    navigation::report);
        }
    }

    /// The window closes in order.
    public void end() {
        pending.cancel();
        services.end();
    }

    /// What can be done by its name, as things are now.
    public List<Command> commands() {
        LeftDraft found = left.peek();
        if (found == null) {
            return List.of();
        }
        String name = found.draft().name();
        return List.of(
                new Command("Restore the unsaved changes of " + name, this::restore),
                new Command("Discard the unsaved changes of " + name, this::discard));
    }

    private void found(Left found) {
        left.addAll(found.drafts());
        found.problem().ifPresent(navigation::report);
        show();
    }

    private void show() {
        LeftDraft next = left.peek();
        offer.set(next == null ? "" : words(next));
    }

    private static String words(LeftDraft found) {
        Draft draft = found.draft();
        String changed =
                Catalogue.difference(draft.source().recipe(), draft.recipe()).stream()
                        .map(Knob::label)
                        .collect(Collectors.joining(", "));
        return "PyKiln ended without closing on %s. Unsaved in %s: %s."
                .formatted(
                        TIME.format(found.kept().atZone(ZoneId.systemDefault())),
                        draft.name(),
                        changed.isEmpty() ? "its name" : changed);
    }

    /// The file may have been changed or removed since; then the draft has none to be saved to.
    private void withSource(LeftDraft found) {
        NamedRecipe source = found.draft().source();
        if (source.file().isEmpty()) {
            put(found, source);
            return;
        }
        background.run(
                () -> files.open(source.file().get()),
                now -> put(found, now.equals(source) ? now : detached(source)),
                gone -> put(found, detached(source)));
    }

    private NamedRecipe detached(NamedRecipe source) {
        navigation.report(
                new Problem(
                        "The file of %s is not as it was when its changes were made."
                                .formatted(source.name()),
                        "They are restored, and saving them asks where to.",
                        ""));
        return source.unsaved(source.name());
    }

    private void put(LeftDraft found, NamedRecipe source) {
        left.remove(found);
        show();
        recipes.open(source);
        recipes.turnAll(found.draft().recipe());
        recipes.name().set(found.draft().name());
        navigation.show(Section.CONFIGURE);
        taken.add(found);
        due();
    }

    private void touched() {
        pending.cancel();
        pending = Pending.NONE;
        if (recipes.dirty().get()) {
            pending = fx.later(PAUSE, this::due);
        } else if (wanted.isPresent()) {
            want(Optional.empty());
        }
    }

    private void due() {
        pending.cancel();
        pending = Pending.NONE;
        want(now());
    }

    private Optional<Draft> now() {
        return recipes.dirty().get()
                ? Optional.of(
                        new Draft(recipes.source().get(), recipes.name().get(), recipes.get()))
                : Optional.empty();
    }

    private void want(Optional<Draft> draft) {
        wanted = draft;
        write();
    }

    /// One at a time, or else an older one might come last. What was taken over from another window
    /// goes when it is safe here.
    private void write() {
        if (writing) {
            return;
        }
        writing = true;
        Optional<Draft> draft = wanted;
        List<LeftDraft> superseded = List.copyOf(taken);
        background.run(
                () -> {
                    if (draft.isPresent()) {
                        services.keep(draft.get());
                    } else {
                        services.drop();
                    }
                    for (LeftDraft one : superseded) {
                        services.discard(one);
                    }
                    return superseded;
                },
                gone -> {
                    taken.removeAll(gone);
                    written(draft);
                },
                problem -> {
                    complain(problem);
                    written(draft);
                });
    }

    private void written(Optional<Draft> draft) {
        writing = false;
        if (!wanted.equals(draft)) {
            write();
        }
    }

    /// Once: it would come back with every change.
    private void complain(Problem problem) {
        if (!complained) {
            complained = true;
            navigation.report(
                    new Problem(
                            "What is unsaved cannot be kept for the case of a crash.",
                            problem.text(),
                            problem.help()));
        }
    }
}
