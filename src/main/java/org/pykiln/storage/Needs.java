package org.pykiln.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.pykiln.bench.BenchException;
import org.pykiln.bench.Kit;
import org.pykiln.bench.LayerStore;
import org.pykiln.bench.PlannedImage;
import org.pykiln.bench.Session;
import org.pykiln.image.Receipts;
import org.pykiln.preset.KnownPreset;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.workspace.RecentFolders;
import org.pykiln.workspace.Workspace;

/// What of an engine's contents is needed, and by whom.
///
/// @param images content address to what needs the image
/// @param recipes hash of a recipe to the preset of it
/// @param kit content hash of the kit that this version measures with
/// @param layers content hashes of the packages that are in the workspace
public record Needs(
        Map<String, String> images, Map<String, String> recipes, String kit, Set<String> layers) {
    public Needs {
        images = Map.copyOf(images);
        recipes = Map.copyOf(recipes);
        layers = Set.copyOf(layers);
    }

    /// Receipts, presets, and the sessions that were measured last: one that goes on wants the very
    /// images that it began with.
    public static Needs of(Workspace workspace, PresetLibrary presets) throws IOException {
        Map<String, String> images = new HashMap<>();
        for (Path folder : new RecentFolders(workspace.recentFile()).list()) {
            sessionImages(folder, images);
        }
        addReceipts(workspace.receipts(), "receipt of ", images);
        Map<String, String> recipes = new HashMap<>();
        for (KnownPreset preset : presets.list().presets()) {
            recipes.putIfAbsent(preset.preset().recipe().hash(), "preset " + preset.name());
        }
        return new Needs(images, recipes, Kit.HASH, LayerStore.hashes(workspace));
    }

    private static void sessionImages(Path folder, Map<String, String> images) throws IOException {
        String session = "session " + folder.getFileName();
        addReceipts(folder.resolve("receipts"), session + ": ", images);
        try {
            if (Session.exists(folder)) {
                for (PlannedImage image : Session.open(folder).plan().images()) {
                    images.put(image.id(), session + ": " + image.name());
                }
            }
        } catch (BenchException ofAnotherVersion) {
            // it cannot go on with this version either
            return;
        }
    }

    private static void addReceipts(Path folder, String what, Map<String, String> images)
            throws IOException {
        new Receipts(folder).digests().forEach((digest, name) -> images.put(digest, what + name));
    }
}
