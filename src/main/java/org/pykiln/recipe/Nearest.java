package org.pykiln.recipe;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the valid text that a mistyped one was probably meant to be.
public final class Nearest {
    private Nearest() {}

    /// The candidate with the smallest edit distance, the first of equals; nothing when there is
    /// none.
    public static Optional<String> to(String text, Collection<String> candidates) {
        String given = text.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .min(
                        Comparator.comparingInt(
                                candidate -> distance(given, candidate.toLowerCase(Locale.ROOT))));
    }

    /// Levenshtein's distance, with a text as long as a file cut to what can be a name.
    private static int distance(String left, String right) {
        String from = left.substring(0, Math.min(left.length(), 200));
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int substitution = diagonal + (from.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
