package org.pykiln.ui.shell;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/// Where the words of a query stand in a name, in whatever letters and order.
///
/// @param rank small is good: the sum over all words of where they stand; middles of words count
///   more, and beginnings of several words (`codo` for `Copy the Dockerfile`) most
/// @param marks which letters of the name stand for the query
record Match(int rank, BitSet marks) {
    /// Nothing where one of the words does not stand there at all.
    static Optional<Match> of(String name, String query) {
        String text = name.toLowerCase(Locale.ROOT);
        BitSet marks = new BitSet();
        int rank = 0;
        for (String word : query.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            int start = start(text, word);
            int at = start >= 0 ? start : text.indexOf(word);
            if (at >= 0) {
                rank += start >= 0 ? start : text.length() + at;
                marks.set(at, at + word.length());
            } else {
                Optional<BitSet> beginnings = new Beginnings(text, word).find();
                if (beginnings.isEmpty()) {
                    return Optional.empty();
                }
                rank += 2 * text.length() + beginnings.get().nextSetBit(0);
                marks.or(beginnings.get());
            }
        }
        return Optional.of(new Match(rank, marks));
    }

    /// Where the text has the word as the beginning of one of its own, or -1.
    private static int start(String text, String word) {
        int at = text.indexOf(word);
        while (at >= 0 && !isStart(text, at)) {
            at = text.indexOf(word, at + 1);
        }
        return at;
    }

    private static boolean isStart(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    /// Whether a word is put together from beginnings of the text's words, in their order.
    private static final class Beginnings {
        private final String text;
        private final String word;
        private final BitSet places = new BitSet();

        /// Pairs of places that lead nowhere, so that none is tried twice.
        private final BitSet dead = new BitSet();

        Beginnings(String text, String word) {
            this.text = text;
            this.word = word;
        }

        Optional<BitSet> find() {
            return follows(0, -1) ? Optional.of(places) : Optional.empty();
        }

        /// @param before place of the letter before in the text
        private boolean follows(int letter, int before) {
            if (letter == word.length()) {
                return true;
            }
            int state = letter * (text.length() + 1) + before + 1;
            if (dead.get(state)) {
                return false;
            }
            for (int at = before + 1; at < text.length(); at++) {
                boolean joins = letter > 0 && at == before + 1 || isStart(text, at);
                if (joins && text.charAt(at) == word.charAt(letter) && follows(letter + 1, at)) {
                    places.set(at);
                    return true;
                }
            }
            dead.set(state);
            return false;
        }
    }
}
