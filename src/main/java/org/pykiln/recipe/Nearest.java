package org.pykiln.recipe;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the valid texts that a mistyped one was probably meant to be.
public final class Nearest {
    private static final int LONGEST = 200;

    private Nearest() {}

    /// A candidate of which the text is the beginning, or else the one with the smallest edit
    /// distance; of equals the one that begins most alike, then the last one, which of versions is
    /// the newest. Nothing when there is no candidate.
    public static Optional<String> to(String text, Collection<String> candidates) {
        String given = text.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .reduce((best, next) -> rank(given, next) <= rank(given, best) ? next : best);
    }

    /// The candidates that look like the text at all, the most similar first, and of equals in the
    /// order that they come in.
    public static List<String> some(String text, Collection<String> candidates, int most) {
        String given = text.toLowerCase(Locale.ROOT);
        int tolerated = Math.max(2, given.length() / 2);
        return candidates.stream()
                .filter(candidate -> isLike(given, candidate.toLowerCase(Locale.ROOT), tolerated))
                .sorted(Comparator.comparingLong(candidate -> rank(given, candidate)))
                .limit(most)
                .toList();
    }

    private static boolean isLike(String given, String valid, int tolerated) {
        return valid.startsWith(given) && given.length() > tolerated
                || distance(given, valid) <= tolerated;
    }

    /// Small is near.
    private static long rank(String given, String candidate) {
        String valid = candidate.toLowerCase(Locale.ROOT);
        long edits = distance(given, valid);
        long unlike = valid.startsWith(given) ? edits : edits + LONGEST;
        return unlike * LONGEST - commonStart(given, valid);
    }

    private static int commonStart(String left, String right) {
        int length = 0;
        while (length < Math.min(left.length(), LONGEST - 1)
                && length < right.length()
                && left.charAt(length) == right.charAt(length)) {
            length++;
        }
        return length;
    }

    /// Levenshtein's distance, with a text as long as a file cut to what can be a name.
    private static int distance(String left, String right) {
        String from = left.substring(0, Math.min(left.length(), LONGEST));
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
