package org.pykiln.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.bench.Kit;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.workspace.RecentFolders;
import org.pykiln.workspace.Workspace;

class NeedsTest {
    @TempDir Path home;

    @Test
    void receiptsOfAnyVersionPresetsAndRecentSessionsNeedImages() throws IOException {
        Workspace workspace = new Workspace(home.resolve("workspace"));
        receipt(workspace.receipts().resolve("a.json"), "sha256:a", "mine");
        Files.writeString(workspace.receipts().resolve("broken.json"), "{");
        Path session = home.resolve("two-builds");
        receipt(session.resolve("receipts").resolve("x@2.json"), "sha256:second", "x");
        new RecentFolders(workspace.recentFile()).add(session);

        PresetLibrary presets = new PresetLibrary(workspace.presets());
        Needs needs = Needs.of(workspace, presets);
        assertThat(needs.images())
                .containsEntry("sha256:a", "receipt of mine")
                .containsEntry("sha256:second", "session two-builds: x")
                .hasSize(2);
        assertThat(needs.recipes())
                .containsValue("preset quick")
                .containsKey(presets.list().presets().getFirst().preset().recipe().hash());
        assertThat(needs.kit()).isEqualTo(Kit.HASH);
    }

    private static void receipt(Path file, String digest, String name) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"digest\": \"%s\", \"name\": \"%s\", \"knobs\": {\"no-such-knob\": 1}}"
                        .formatted(digest, name));
    }
}
