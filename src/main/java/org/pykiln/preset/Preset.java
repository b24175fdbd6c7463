package org.pykiln.preset;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.pykiln.recipe.Printable;
import org.pykiln.recipe.Recipe;

/// A recipe saved under a name.
///
/// @param name as [#isName] has it, such as `debian-o2`
/// @param description one line of plain text, at most [#LONGEST_DESCRIPTION] characters; may be
///   empty
/// @param tags at most [#MOST_TAGS] different words, each written like a name
public record Preset(String name, String description, List<String> tags, Recipe recipe) {
    public static final int LONGEST_DESCRIPTION = 300;
    public static final int MOST_TAGS = 16;

    public static final String NAME_EXPECTED =
            "lower-case letters, digits and . _ -, first a letter or digit, at most 64 characters";
    public static final String DESCRIPTION_EXPECTED =
            "one line of plain text without control characters, at most "
                    + LONGEST_DESCRIPTION
                    + " characters";

    private static final int LONGEST_NAME = 64;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern NUMBERED = Pattern.compile("-[0-9]+$");
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^a-z0-9._]+");

    /// @throws IllegalArgumentException when a part is not as said above; files are checked by
    ///   [PresetFile], with positions
    public Preset {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a name: expected " + NAME_EXPECTED);
        }
        if (!isDescription(description)) {
            throw new IllegalArgumentException("not a description: " + DESCRIPTION_EXPECTED);
        }
        tags = List.copyOf(tags);
        if (tags.size() > MOST_TAGS
                || new HashSet<>(tags).size() < tags.size()
                || !tags.stream().allMatch(Preset::isName)) {
            throw new IllegalArgumentException("not tags: each " + NAME_EXPECTED);
        }
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    public static boolean isDescription(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_DESCRIPTION
                && text.codePoints().allMatch(Printable::isPlain);
    }

    /// The name that looks most like any text: what a "save as" field would suggest.
    public static String nameLike(String text) {
        String name =
                NOT_IN_NAMES
                        .matcher(text.toLowerCase(Locale.ROOT))
                        .replaceAll("-")
                        .replaceFirst("^[._-]+", "")
                        .replaceFirst("[._-]+$", "");
        return name.isEmpty() ? "preset" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /// The name itself where nobody has it; else the next of `NAME-2`, `NAME-3` and so on.
    public static String freeName(String name, Set<String> taken) {
        String unnumbered = NUMBERED.matcher(name).replaceFirst("");
        // of ha-2020 the number is a part of the name
        String stem = taken.contains(unnumbered) ? unnumbered : name;
        String free = name;
        for (int number = 2; taken.contains(free); number++) {
            String ending = "-" + number;
            free = stem.substring(0, Math.min(stem.length(), LONGEST_NAME - ending.length()));
            free += ending;
        }
        return free;
    }
}
