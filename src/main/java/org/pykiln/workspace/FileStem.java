package org.pykiln.workspace;

/// Names of files that are made from names of people.
public final class FileStem {
    private static final int LONGEST = 120;

    private FileStem() {}

    /// The text with nothing that a file system could take amiss: letters, digits and `._+=-`, of
    /// which the first is a letter or a digit. Two texts may become one.
    ///
    /// @param otherwise when nothing is left of it
    public static String of(String text, String otherwise) {
        String safe = text.replaceAll("[^A-Za-z0-9._+=-]+", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        return safe.isEmpty() ? otherwise : safe.substring(0, Math.min(safe.length(), LONGEST));
    }
}
