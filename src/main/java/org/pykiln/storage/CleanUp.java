package org.pykiln.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerFacts;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.Sweep;
import org.pykiln.storage.Item.Fate;
import org.pykiln.storage.Item.Kind;

/// Removes from an engine what a person has seen and agreed to. What has come into use since then
/// stays, and nothing goes that was not shown.
public final class CleanUp {
    private final Engine engine;
    private final Storage storage;

    public CleanUp(Engine engine, Storage storage) {
        this.engine = engine;
        this.storage = storage;
    }

    /// What happens, in order.
    public sealed interface Event {
        /// Containers are watched for a while: one that changes is somebody's.
        record Watching(int containers) implements Event {}

        /// @param number from 1
        record Removing(int number, int of, Item item) implements Event {}

        record Removed(Item item) implements Event {}

        record Kept(Item item, String why) implements Event {}
    }

    /// @param kept what did not go, with the reason
    /// @param layersBefore all layers of all images on the engine, in bytes
    /// @param layersAfter the same afterwards
    public record Report(
            List<Item> removed, List<Event.Kept> kept, long layersBefore, long layersAfter) {
        public Report {
            removed = List.copyOf(removed);
            kept = List.copyOf(kept);
        }

        /// What became free: the layers that are gone, and the volumes. Somebody else may build
        /// meanwhile, so it is never less than what the removed things had for themselves.
        public long freedBytes() {
            long volumes =
                    Inventory.atLeast(
                            removed.stream().filter(item -> item.kind().isVolume()).toList());
            return Math.max(Inventory.atLeast(removed), layersBefore - layersAfter + volumes);
        }
    }

    /// Removes what is agreed, as long as nothing uses it at this moment.
    ///
    /// @param alsoNeeded whether that which is needed goes too; otherwise it must still be nobody's
    /// @throws java.util.concurrent.CancellationException when cancelled, between two things
    public Report run(
            List<Item> agreed,
            boolean alsoNeeded,
            Consumer<Event> listener,
            Cancellation cancellation) {
        Inventory now = storage.inventory();
        Set<String> sweepable = sweepable(agreed, listener, cancellation);
        List<Item> removed = new ArrayList<>();
        List<Event.Kept> kept = new ArrayList<>();
        int number = 0;
        for (Item item : agreed) {
            cancellation.throwIfCancelled();
            listener.accept(new Event.Removing(++number, agreed.size(), item));
            String obstacle = obstacle(item, now, alsoNeeded, sweepable);
            if (obstacle.isEmpty()) {
                obstacle = remove(item);
            }
            if (obstacle.isEmpty()) {
                removed.add(item);
                listener.accept(new Event.Removed(item));
            } else {
                Event.Kept stays = new Event.Kept(item, obstacle);
                kept.add(stays);
                listener.accept(stays);
            }
        }
        return new Report(removed, kept, now.layersBytes(), engine.disk().layersBytes());
    }

    /// The ended steps of a build are removed only once they have lain still for the sweep's grace.
    private Set<String> sweepable(
            List<Item> agreed, Consumer<Event> listener, Cancellation cancellation) {
        List<String> wanted = agreed.stream().map(Item::id).toList();
        Sweep sweep = new Sweep(engine);
        List<ContainerFacts> found =
                sweep.preview().stream().filter(one -> wanted.contains(one.id())).toList();
        if (!found.isEmpty()) {
            listener.accept(new Event.Watching(found.size()));
        }
        return sweep.settled(found, cancellation).stream()
                .map(ContainerFacts::id)
                .collect(Collectors.toSet());
    }

    /// Why it must stay; empty when it may go.
    private static String obstacle(
            Item agreed, Inventory now, boolean alsoNeeded, Set<String> sweepable) {
        if (agreed.kind() == Kind.CONTAINER) {
            return sweepable.contains(agreed.id()) ? "" : "it has changed since";
        }
        return now.find(agreed.id())
                .map(item ->
                        item.goes() || alsoNeeded && item.fate() == Fate.STAYS ? "" : item.why())
                .orElse("it is gone already, or is not PyKiln's any more");
    }

    private String remove(Item item) {
        try {
            switch (item.kind()) {
                case IMAGE, LEFTOVER -> engine.removeImage(item.id());
                case CONTAINER -> engine.removeContainer(item.id());
                case KIT, LAYER -> engine.removeVolume(item.id());
            }
            return "";
        } catch (EngineException refused) {
            return refused.problem().message();
        }
    }
}
