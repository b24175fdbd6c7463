package org.pykiln.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.FxScheduler;
import org.pykiln.ui.common.Notices;
import org.pykiln.ui.common.Problem;

/// What the window says in its corner: a few things at a time, each once. What went well goes by
/// itself after a while, unless somebody is looking at it; what went wrong stays until it is
/// dismissed.
public final class ToastsViewModel implements Notices {
    /// How many are shown at a time; the others wait.
    public static final int MOST = 3;

    /// How long what went well stays.
    static final Duration BRIEF = Duration.ofSeconds(6);

    /// What was dismissed is not said again within this time.
    static final Duration ECHO = Duration.ofSeconds(1);

    private final FxScheduler fx;
    private final InstantSource clock;
    private final ObservableList<ToastViewModel> shown = FXCollections.observableArrayList();
    private final Deque<ToastViewModel> queue = new ArrayDeque<>();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final Map<ToastViewModel, FxScheduler.Pending> leaving = new HashMap<>();
    private final Map<String, Instant> dismissed = new HashMap<>();

    public ToastsViewModel(FxScheduler fx, InstantSource clock) {
        this.fx = fx;
        this.clock = clock;
    }

    /// The oldest first.
    public ObservableList<ToastViewModel> shown() {
        return shown;
    }

    /// How many more there are than are shown.
    public ReadOnlyIntegerProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    @Override
    public void told(String text) {
        add(ToastViewModel.of(text));
    }

    @Override
    public void reported(Problem problem) {
        add(ToastViewModel.of(problem));
    }

    @Override
    public void retracted(Problem problem) {
        String key = ToastViewModel.of(problem).key();
        queue.removeIf(toast -> toast.key().equals(key));
        List.copyOf(shown).stream().filter(toast -> toast.key().equals(key)).forEach(this::remove);
        refill();
    }

    @Override
    public void settled() {
        queue.removeIf(toast -> toast.problem().isPresent() && toast.isForeseen());
        List.copyOf(shown).stream()
                .filter(toast -> toast.problem().isPresent() && toast.isForeseen())
                .forEach(this::remove);
        refill();
    }

    private void add(ToastViewModel toast) {
        Optional<ToastViewModel> same =
                Stream.concat(shown.stream(), queue.stream())
                        .filter(other -> other.key().equals(toast.key()))
                        .findFirst();
        if (same.isPresent()) {
            same.get().again();
            restart(same.get());
        } else if (!isEcho(toast)) {
            makeRoom();
            queue.add(toast);
            refill();
        }
    }

    private boolean isEcho(ToastViewModel toast) {
        Instant now = clock.instant();
        dismissed.values().removeIf(when -> when.plus(ECHO).isBefore(now));
        return dismissed.containsKey(toast.key());
    }

    /// What went well and is read by now goes before anything has to wait for it.
    private void makeRoom() {
        if (shown.size() == MOST) {
            shown.stream().filter(leaving::containsKey).findFirst().ifPresent(this::remove);
        }
    }

    private void refill() {
        while (shown.size() < MOST && !queue.isEmpty()) {
            ToastViewModel next = queue.remove();
            shown.add(next);
            restart(next);
        }
        waiting.set(queue.size());
    }

    private void restart(ToastViewModel toast) {
        hold(toast);
        release(toast);
    }

    /// Somebody points at it or is in it: it stays.
    public void hold(ToastViewModel toast) {
        FxScheduler.Pending pending = leaving.remove(toast);
        if (pending != null) {
            pending.cancel();
        }
    }

    /// Nobody does any more.
    public void release(ToastViewModel toast) {
        if (toast.problem().isEmpty() && shown.contains(toast) && !leaving.containsKey(toast)) {
            leaving.put(toast, fx.later(BRIEF, () -> dismiss(toast)));
        }
    }

    public void dismiss(ToastViewModel toast) {
        if (shown.contains(toast)) {
            remove(toast);
            dismissed.put(toast.key(), clock.instant());
            refill();
        }
    }

    /// Those that wait, too.
    public void dismissAll() {
        queue.clear();
        List.copyOf(shown).forEach(this::remove);
        refill();
    }

    public void dismissNewest() {
        if (!shown.isEmpty()) {
            dismiss(shown.getLast());
        }
    }

    /// Does what a problem offers; the problem is taken for settled.
    public void run(ToastViewModel toast, Command remedy) {
        remove(toast);
        refill();
        remedy.action().run();
    }

    private void remove(ToastViewModel toast) {
        hold(toast);
        shown.remove(toast);
    }
}
