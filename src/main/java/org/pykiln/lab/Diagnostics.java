package org.pykiln.lab;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.pykiln.workspace.Workspace;

/// Facts that help to find out what is wrong, as a text that may be shown to anybody.
public final class Diagnostics {
    private Diagnostics() {}

    /// One fact a line, without folders of the user, their name, endpoints, proxies and secrets.
    ///
    /// @param facts by what they are
    /// @param environment of this process, which may name proxies
    public static String text(
            SequencedMap<String, String> facts,
            Workspace workspace,
            Map<String, String> environment) {
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("a path in the home folder", Path.of(System.getProperty("user.home", "/")));
        folders.put("a path in the workspace", workspace.home());
        return text(facts, PrivateText.of(environment, folders));
    }

    static String text(SequencedMap<String, String> facts, PrivateText privacy) {
        return privacy.clean(
                        facts.entrySet().stream()
                                .map(fact -> "%s: %s\n".formatted(fact.getKey(), fact.getValue()))
                                .collect(Collectors.joining()))
                .text();
    }
}
