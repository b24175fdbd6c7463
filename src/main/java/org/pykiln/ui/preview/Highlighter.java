package org.pykiln.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pykiln.ui.preview.Span.Token;

/// Parts a line of a Dockerfile into pieces of one colour. Enough for what PyKiln renders; not a
/// parser.
final class Highlighter {
    private static final Pattern TOKENS =
            Pattern.compile(
                    "(?<comment>^\\s*#.*)"
                            + "|(?<instruction>^(?:FROM|RUN|COPY|ADD|ENV|ARG|LABEL|WORKDIR|CMD"
                            + "|ENTRYPOINT|USER|SHELL|EXPOSE|STOPSIGNAL|VOLUME|HEALTHCHECK)\\b"
                            + "|(?<=\\s)(?:AS|as)(?=\\s+[a-z]))"
                            + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')"
                            + "|(?<variable>\\$\\{[^}]*}|\\$\\w+|\\$\\()"
                            + "|(?<option>(?<=\\s|^)--?[A-Za-z][\\w.+-]*)"
                            + "|(?<continuation>\\\\$)");

    private Highlighter() {}

    static List<Span> spans(String line) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = TOKENS.matcher(line);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                spans.add(new Span(Token.PLAIN, line.substring(end, matcher.start())));
            }
            spans.add(new Span(token(matcher), matcher.group()));
            end = matcher.end();
        }
        if (end < line.length()) {
            spans.add(new Span(Token.PLAIN, line.substring(end)));
        }
        return spans;
    }

    private static Token token(Matcher matcher) {
        if (matcher.group("comment") != null) {
            return Token.COMMENT;
        }
        if (matcher.group("instruction") != null) {
            return Token.INSTRUCTION;
        }
        if (matcher.group("string") != null) {
            return Token.STRING;
        }
        if (matcher.group("variable") != null) {
            return Token.VARIABLE;
        }
        return matcher.group("option") != null ? Token.OPTION : Token.CONTINUATION;
    }
}
