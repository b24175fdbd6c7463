package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;

/// The guide's table of shortcuts is what the window obeys. `-Dgolden.update` writes it anew.
class ShortcutsGuideTest {
    private static final Path CHAPTER = Path.of("docs", "guide", "window.md");
    private static final String HEAD = "| keys | what |\n| --- | --- |\n";

    @Test
    void theGuideNamesAllKeys() throws IOException {
        String chapter = Files.readString(CHAPTER);
        int at = chapter.indexOf(HEAD);
        String text = at < 0 ? chapter : chapter.substring(0, at);
        if (System.getProperty("golden.update") != null) {
            Files.writeString(CHAPTER, text + table());
        }
        assertThat(Files.readString(CHAPTER))
                .as("written by -Dgolden.update")
                .isEqualTo(text + table());
    }

    @Test
    void noKeysMeanTwoThings() {
        Set<KeyCombination> all = new HashSet<>();
        for (Shortcut shortcut : Shortcut.values()) {
            shortcut.allKeys().forEach(keys -> assertThat(all.add(keys)).as("%s", keys).isTrue());
        }
        for (Section section : Section.values()) {
            assertThat(all.add(Shortcut.of(section))).as("%s", section).isTrue();
        }
    }

    private static String table() {
        String sections =
                Arrays.stream(Section.values())
                        .map(section ->
                                line(
                                        Shortcut.of(section),
                                        "Go to " + section.label() + ": " + section.purpose()))
                        .collect(Collectors.joining());
        String others =
                Arrays.stream(Shortcut.values())
                        .map(shortcut -> line(shortcut.keys(), shortcut.what()))
                        .collect(Collectors.joining());
        return HEAD + sections + others + "| `Esc` | Dismiss what was said last |\n";
    }

    private static String line(KeyCombination keys, String what) {
        return "| `%s` | %s |\n"
                .formatted(
                        keys.getName()
                                .replace("Shift+Shortcut", "Shortcut+Shift")
                                .replace("Shortcut", "Ctrl")
                                .replace("Equals", "=")
                                .replace("Minus", "-")
                                .replace("Period", "."),
                        what);
    }
}
