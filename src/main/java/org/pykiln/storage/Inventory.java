package org.pykiln.storage;

import java.util.List;
import java.util.Optional;
import org.pykiln.storage.Item.Kind;

/// All that PyKiln has on an engine.
///
/// @param items images first, the largest first among their kind
/// @param layersBytes all layers of all images on the engine, PyKiln's or not
/// @param buildCacheBytes what BuildKit keeps for everybody; 0 on engines whose builds do not use
///   it
public record Inventory(List<Item> items, long layersBytes, long buildCacheBytes) {
    public Inventory {
        items = List.copyOf(items);
    }

    public List<Item> going() {
        return items.stream().filter(Item::goes).toList();
    }

    public List<Item> of(Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    public Optional<Item> find(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /// What is free afterwards at least: layers that several of them share are counted for none.
    public static long atLeast(List<Item> items) {
        return items.stream().mapToLong(item -> Math.max(0, item.ownBytes())).sum();
    }
}
