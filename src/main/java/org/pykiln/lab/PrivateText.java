package org.pykiln.lab;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds in a text what belongs to this machine and its user alone: folders, endpoints of engines,
/// proxies, and whatever looks like a password or a key.
///
/// @param patterns by what they find, in words
record PrivateText(SequencedMap<String, Pattern> patterns) {
    /// A value ends where a quoted text does, so that JSON stays JSON.
    private static final String REST = "[^\\s\"'\\\\,;]+";

    private static final SequencedMap<String, Pattern> ANYWHERE = new LinkedHashMap<>();

    static {
        // first, since what follows would leave the rest of it
        ANYWHERE.put(
                "a private key",
                Pattern.compile(
                        "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|$)",
                        Pattern.DOTALL));
        ANYWHERE.put(
                "a proxy setting",
                insensitive("\\b(?:https?|ftp|all|no)_proxy\\s*[=:]\\s*" + REST));
        ANYWHERE.put(
                "an address with a user name or a password",
                insensitive("\\b[a-z][a-z0-9+.-]*://[^\\s/@\"'\\\\]+@" + REST));
        ANYWHERE.put(
                "the endpoint of an engine", insensitive("\\b(?:unix|npipe|tcp|ssh)://" + REST));
        ANYWHERE.put(
                "credentials", insensitive("\\bauthorization\\s*[=:]\\s*(?:\\w+\\s+)?" + REST));
        ANYWHERE.put(
                "a password or a token",
                insensitive("(?:password|passwd|secret|token|api[_-]?key)\\s*[=:]\\s*" + REST));
    }

    private static Pattern insensitive(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    PrivateText {
        patterns = new LinkedHashMap<>(patterns);
    }

    /// @param environment of this process, which may name proxies
    /// @param folders such as the user's home and the workspace, by what they are
    static PrivateText of(Map<String, String> environment, Map<String, Path> folders) {
        SequencedMap<String, Pattern> patterns = new LinkedHashMap<>(ANYWHERE);
        new TreeMap<>(environment)
                .forEach((name, value) -> {
                    if (name.toLowerCase(Locale.ROOT).endsWith("_proxy") && value.length() > 3) {
                        patterns.put("the value of " + name, Pattern.compile(Pattern.quote(value)));
                    }
                });
        folders.entrySet().stream()
                .filter(folder -> isPersonal(folder.getValue()))
                // the longer one first: the workspace may lie in the home folder
                .sorted((one, other) -> length(other) - length(one))
                .forEach(folder -> patterns.put(folder.getKey(), below(folder.getValue())));
        return new PrivateText(patterns);
    }

    private static int length(Map.Entry<String, Path> folder) {
        return folder.getValue().toString().length();
    }

    /// `/root` is the home folder of every container too.
    private static boolean isPersonal(Path folder) {
        return folder.getNameCount() > 1;
    }

    /// The folder and what lies in it, as it is written and as JSON writes it.
    private static Pattern below(Path folder) {
        String plain = folder.toString();
        String escaped = plain.replace("\\", "\\\\");
        return Pattern.compile(
                "(?:%s|%s)(?![A-Za-z0-9_-])[^\\s\"',;:]*"
                        .formatted(Pattern.quote(plain), Pattern.quote(escaped)));
    }

    /// @param text with a mark in place of everything private
    /// @param removed how often, by what it was
    record Cleaned(String text, SequencedMap<String, Integer> removed) {}

    Cleaned clean(String text) {
        SequencedMap<String, Integer> removed = new LinkedHashMap<>();
        String cleaned = text;
        for (var pattern : patterns.entrySet()) {
            Matcher matcher = pattern.getValue().matcher(cleaned);
            int times = (int) matcher.results().count();
            if (times > 0) {
                removed.put(pattern.getKey(), times);
                cleaned = matcher.replaceAll(Matcher.quoteReplacement("(removed)"));
            }
        }
        return new Cleaned(cleaned, removed);
    }

    /// What the first private part is, and where.
    Optional<String> find(String text) {
        for (var pattern : patterns.entrySet()) {
            Optional<MatchResult> found = pattern.getValue().matcher(text).results().findFirst();
            if (found.isPresent()) {
                long line = text.substring(0, found.get().start()).lines().count();
                return Optional.of("%s, in line %d".formatted(pattern.getKey(), Math.max(1, line)));
            }
        }
        return Optional.empty();
    }
}
