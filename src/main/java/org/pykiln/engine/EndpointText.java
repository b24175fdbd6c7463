package org.pykiln.engine;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the endpoint of an engine as a person writes it, and says what was probably meant where it
/// is none.
public final class EndpointText {
    /// What an endpoint is, for a message.
    public static final String EXPECTED =
            "unix:///PATH/OF/SOCKET, tcp://HOST:PORT or npipe:////./pipe/NAME";

    private static final int PLAIN_PORT = 2375;
    private static final int TLS_PORT = 2376;
    private static final int LAST_PORT = 65_535;
    private static final List<String> SCHEMES = List.of("unix", "tcp", "npipe");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(/*)(.*)");
    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9.-]+)(?::(\\d*))?/?");
    private static final Pattern PIPE = Pattern.compile("[\\\\/]*\\.[\\\\/]pipe[\\\\/](.+)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    private EndpointText() {}

    /// What came of reading.
    public sealed interface Read {}

    /// @param uri in the form that engines are opened by
    public record Valid(String uri) implements Read {}

    /// @param reason why it is none
    /// @param nearest the valid form that comes closest; empty when there is none
    public record Invalid(String reason, Optional<String> nearest) implements Read {
        public String message() {
            return "%s; expected %s%s"
                    .formatted(
                            reason, EXPECTED, nearest.map(one -> "; nearest: " + one).orElse(""));
        }
    }

    public static Read read(String written) {
        String text = written.strip();
        if (text.isEmpty()) {
            return new Invalid("there is no endpoint", Optional.empty());
        }
        if (text.chars().anyMatch(c -> c <= ' ' || c == 127 || c == '"' || c == '\'')) {
            String without = text.replaceAll("[\\x00-\\x20\\x7f\"']+", "");
            return invalid("blanks, quotes and control characters are in no endpoint", without);
        }
        return nearest(text)
                .<Read>map(form ->
                        form.equals(text)
                                ? new Valid(text)
                                : new Invalid(reason(text), Optional.of(form)))
                .orElseGet(() -> new Invalid(reason(text), Optional.empty()));
    }

    private static Invalid invalid(String reason, String almost) {
        return new Invalid(reason, nearest(almost));
    }

    private static String reason(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.matches() && scheme.group(1).equalsIgnoreCase("ssh")) {
            return "PyKiln does not speak ssh: forward the socket with ssh -nNT -L"
                    + " /tmp/engine.sock:/var/run/docker.sock "
                    + scheme.group(3);
        }
        return "\"%s\" is no endpoint".formatted(text);
    }

    /// The text itself where it is valid.
    private static Optional<String> nearest(String text) {
        if (text.startsWith("/") && !PIPE.matcher(text).matches()) {
            return socket(text.replaceFirst("^/+", ""));
        }
        if (text.startsWith("\\\\") || PIPE.matcher(text).matches()) {
            return pipe(text);
        }
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.matches() || scheme.group(2).isEmpty() && isPort(scheme.group(3))) {
            return tcp(text, PLAIN_PORT);
        }
        String rest = scheme.group(3);
        return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
            case "unix" -> socket(rest);
            case "tcp", "http" -> tcp(rest, PLAIN_PORT);
            case "https" -> tcp(rest, TLS_PORT);
            case "npipe" -> pipe(rest);
            case "ssh" -> Optional.of("unix:///tmp/engine.sock");
            case String other ->
                    similar(other).flatMap(one -> nearest(one + ":" + scheme.group(2) + rest));
        };
    }

    private static boolean isPort(String text) {
        return text.matches("\\d+/?");
    }

    private static Optional<String> socket(String path) {
        return path.isEmpty() ? Optional.empty() : uri("unix:///" + path);
    }

    private static Optional<String> tcp(String address, int usualPort) {
        Matcher host = HOST.matcher(address);
        if (!host.matches()) {
            return Optional.empty();
        }
        String port = host.group(2);
        return uri("tcp://%s:%d".formatted(host.group(1), port(port, usualPort)))
                .filter(uri -> URI.create(uri).getHost() != null);
    }

    private static int port(@Nullable String text, int usual) {
        if (text == null || text.isEmpty()) {
            return usual;
        }
        int port = text.length() > 5 ? LAST_PORT + 1 : Integer.parseInt(text);
        return port < 1 || port > LAST_PORT ? usual : port;
    }

    private static Optional<String> pipe(String path) {
        Matcher full = PIPE.matcher(path);
        String name = full.matches() ? full.group(1) : path.replaceAll("^[\\\\/]+", "");
        return NAME.matcher(name).matches()
                ? Optional.of("npipe:////./pipe/" + name)
                : Optional.empty();
    }

    private static Optional<String> uri(String text) {
        try {
            return Optional.of(URI.create(text).toString());
        } catch (IllegalArgumentException characters) {
            return Optional.empty();
        }
    }

    /// Of a scheme with a slip of the finger.
    private static Optional<String> similar(String scheme) {
        return SCHEMES.stream()
                .filter(one -> slips(scheme, one) <= 2)
                .min(Comparator.comparingInt(one -> slips(scheme, one)));
    }

    /// Letters of one that the other lacks, counted on both sides.
    private static int slips(String one, String other) {
        StringBuilder rest = new StringBuilder(other);
        int missing = 0;
        for (String letter : one.split("")) {
            int at = rest.indexOf(letter);
            if (at < 0) {
                missing++;
            } else {
                rest.deleteCharAt(at);
            }
        }
        return missing + rest.length();
    }
}
