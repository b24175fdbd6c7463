package org.pykiln.wheels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An environment marker of a requirement, such as `python_version >= "3.14"`: comparisons joined
/// by `and`, `or` and parentheses, as the dependency specifiers of packaging say, without `~=`,
/// `===` and `extra`.
///
/// @param text as it stands behind the semicolon
public record Marker(String text) {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(\\(|\\)|<=|>=|==|!=|<|>|not\\s+in\\b|[a-z_]+|'[^']*'|\"[^\"]*\")\\s*");
    private static final Pattern VERSION =
            Pattern.compile("(\\d+(?:\\.\\d+)*)(?:(a|b|rc)(\\d+))?\\+?");

    /// @throws IllegalArgumentException when the text is no marker
    public Marker {
        tokens(text);
    }

    /// @param environment values of the variables, such as `python_version` or `platform_machine`
    /// @throws IllegalArgumentException when the marker asks for another variable, or is none
    public boolean holds(Map<String, String> environment) {
        Reading reading = new Reading(tokens(text), environment);
        boolean holds = reading.or();
        if (reading.at < reading.tokens.size()) {
            throw notAMarker(text);
        }
        return holds;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw notAMarker(text);
            }
            tokens.add(matcher.group(1).replaceAll("^not\\s+in$", "not in"));
            end = matcher.end();
        }
        return tokens;
    }

    private static IllegalArgumentException notAMarker(String text) {
        return new IllegalArgumentException(
                "\"%s\" is no marker; expected one such as python_version >= \"3.14\""
                        .formatted(text));
    }

    private static final class Reading {
        private final List<String> tokens;
        private final Map<String, String> environment;
        private int at;

        Reading(List<String> tokens, Map<String, String> environment) {
            this.tokens = tokens;
            this.environment = environment;
        }

        boolean or() {
            boolean holds = and();
            while (isNext("or")) {
                holds |= and();
            }
            return holds;
        }

        private boolean and() {
            boolean holds = one();
            while (isNext("and")) {
                holds &= one();
            }
            return holds;
        }

        private boolean one() {
            if (isNext("(")) {
                boolean holds = or();
                if (!isNext(")")) {
                    throw notAMarker(String.join(" ", tokens));
                }
                return holds;
            }
            String left = next();
            String operator = next();
            String right = next();
            boolean versions = left.contains("version") || right.contains("version");
            return compare(value(left), operator, value(right), versions);
        }

        private String next() {
            if (at == tokens.size()) {
                throw notAMarker(String.join(" ", tokens));
            }
            return tokens.get(at++);
        }

        private boolean isNext(String token) {
            boolean next = at < tokens.size() && tokens.get(at).equals(token);
            at += next ? 1 : 0;
            return next;
        }

        private String value(String token) {
            if (token.startsWith("'") || token.startsWith("\"")) {
                return token.substring(1, token.length() - 1);
            }
            String value = environment.get(token);
            if (value == null) {
                throw new IllegalArgumentException(
                        "a marker asks for %s; expected one of %s"
                                .formatted(token, environment.keySet().stream().sorted().toList()));
            }
            return value;
        }
    }

    private static boolean compare(String left, String operator, String right, boolean versions) {
        if (versions && right.endsWith(".*")) {
            boolean same = (left + ".").startsWith(right.substring(0, right.length() - 1));
            return operator.equals("==") == same;
        }
        int order = versions ? order(left, right) : left.compareTo(right);
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "in" -> right.contains(left);
            case "not in" -> !right.contains(left);
            default -> throw notAMarker(left + " " + operator + " " + right);
        };
    }

    private static int order(String left, String right) {
        int[] a = numbers(left);
        int[] b = numbers(right);
        return Arrays.compare(a, b);
    }

    /// Four numbers of the release, and behind them what a pre-release is less than its release by.
    private static int[] numbers(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a version: " + version);
        }
        int[] numbers = new int[6];
        String[] parts = matcher.group(1).split("\\.");
        for (int part = 0; part < Math.min(4, parts.length); part++) {
            numbers[part] = Integer.parseInt(parts[part]);
        }
        String stage = matcher.group(2);
        numbers[4] = stage == null ? 0 : stage.equals("a") ? -3 : stage.equals("b") ? -2 : -1;
        numbers[5] = stage == null ? 0 : Integer.parseInt(matcher.group(3));
        return numbers;
    }
}
