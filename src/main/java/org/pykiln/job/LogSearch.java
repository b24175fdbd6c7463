package org.pykiln.job;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Finds text in the lines of a log, in whatever letters it is written.
public final class LogSearch {
    private LogSearch() {}

    /// @param regex whether the text is a regular expression
    /// @throws PatternSyntaxException when it is no good one
    public static Pattern pattern(String text, boolean regex) {
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile(text, regex ? flags : flags | Pattern.LITERAL);
    }

    /// Numbers of the lines in which the pattern occurs.
    ///
    /// @param stop asked all the time, also within a line, on which some expressions never end
    /// @throws CancellationException soon after `stop` says so
    public static BitSet find(List<LogLine> lines, Pattern pattern, BooleanSupplier stop) {
        BitSet found = new BitSet();
        for (LogLine line : lines) {
            if (pattern.matcher(new Stoppable(line.text(), stop)).find()) {
                found.set(Math.toIntExact(line.number()));
            }
        }
        return found;
    }

    /// A matcher listens to nothing; it is stopped by the text that it reads.
    private record Stoppable(CharSequence text, BooleanSupplier stop) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (stop.getAsBoolean()) {
                throw new CancellationException("search stopped");
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Stoppable(text.subSequence(start, end), stop);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
