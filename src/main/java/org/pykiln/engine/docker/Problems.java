package org.pykiln.engine.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;

/// Reads out of docker-java's exceptions, and out of an engine's sentences, what went wrong.
final class Problems {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NO_CONTAINER = Pattern.compile("(?i)no such container:? ?(\\S*)");
    private static final Pattern NO_IMAGE =
            Pattern.compile(
                    "(?i)(?:no such image:? ?|pull access denied for |manifest for |repository )(\\S*)");

    private Problems() {}

    /// An [EngineException] for what docker-java or its transport threw; anything else, such as a
    /// cancellation, as it is.
    static RuntimeException of(RuntimeException e, Endpoint endpoint) {
        Optional<EngineProblem> problem =
                e instanceof DockerException ? Optional.of(refusal(e)) : transport(e, endpoint);
        return problem.<RuntimeException>map(p -> new EngineException(p, e)).orElse(e);
    }

    /// The words of the engine without status line and JSON around them.
    static String words(Throwable e) {
        String message =
                String.valueOf(e.getMessage()).replaceFirst("^(Status \\d+: )+", "").strip();
        if (message.startsWith("{")) {
            try {
                return JSON.readTree(message).path("message").asText(message).strip();
            } catch (JsonProcessingException plain) {
                return message;
            }
        }
        return message;
    }

    /// What any message of an engine reveals, whatever was being done.
    static Optional<EngineProblem> ofMessage(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left on device") || lower.contains("disk quota exceeded")) {
            return Optional.of(
                    new EngineProblem.OutOfSpace("The engine's disk is full: " + message));
        }
        if (lower.contains("exec format error")
                || lower.contains("does not match the specified platform")
                || lower.contains("no match for platform")
                || lower.contains("unknown operating system or architecture")
                || lower.contains("not supported on this platform")) {
            return Optional.of(
                    new EngineProblem.Unsupported(
                            "The engine cannot run this architecture: " + message));
        }
        if (lower.contains("client version") && lower.contains("too ")) {
            return Optional.of(new EngineProblem.ApiMismatch(message));
        }
        return Optional.empty();
    }

    /// What a message reveals that ended a build.
    static Optional<EngineProblem> ofBuildMessage(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("dockerfile parse error")
                || lower.contains("requires buildkit")
                || lower.contains("cannot locate specified dockerfile")
                || lower.contains("cannot be empty")) {
            return Optional.of(
                    new EngineProblem.DockerfileRejected(
                            "The engine does not accept the Dockerfile: " + message));
        }
        return ofMessage(message);
    }

    private static EngineProblem refusal(RuntimeException e) {
        String words = words(e);
        Optional<EngineProblem> known = ofMessage(words);
        if (known.isPresent()) {
            return known.get();
        }
        Matcher container = NO_CONTAINER.matcher(words);
        if (container.find()) {
            return new EngineProblem.ContainerMissing(container.group(1), words);
        }
        Matcher image = NO_IMAGE.matcher(words);
        if (e instanceof NotFoundException && image.find()) {
            return new EngineProblem.ImageMissing(image.group(1), words);
        }
        return new EngineProblem.Unexpected(words);
    }

    /// A build that was refused before its first step.
    static RuntimeException ofBuild(RuntimeException e, Endpoint endpoint) {
        String words = words(e);
        Optional<EngineProblem> known = ofBuildMessage(words);
        if (e instanceof DockerException && known.isPresent()) {
            return new EngineException(known.get(), e);
        }
        if (e instanceof BadRequestException) {
            return new EngineException(
                    new EngineProblem.DockerfileRejected(
                            "The engine does not accept the build: " + words),
                    e);
        }
        return of(e, endpoint);
    }

    /// docker-java wraps what its transport throws, sometimes twice.
    private static Optional<EngineProblem> transport(RuntimeException e, Endpoint endpoint) {
        if (e instanceof EngineException) {
            return Optional.empty();
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return Optional.of(transport(io, endpoint));
            }
        }
        return e instanceof DockerClientException
                ? Optional.of(new EngineProblem.Unexpected(words(e)))
                : Optional.empty();
    }

    private static EngineProblem transport(IOException e, Endpoint endpoint) {
        String uri = endpoint.uri();
        String words = String.valueOf(e.getMessage());
        if (e instanceof AccessDeniedException
                || words.toLowerCase(Locale.ROOT).contains("permission denied")) {
            return new EngineProblem.PermissionDenied(uri, permissionDenied(endpoint));
        }
        if (words.contains("Broken pipe") || words.contains("reset by peer")) {
            return new EngineProblem.Unexpected(
                    "The engine at %s broke off the connection (%s); its own log tells why."
                            .formatted(uri, words));
        }
        return new EngineProblem.Unreachable(
                uri,
                switch (e) {
                    case SSLException _ -> "No TLS connection with %s: %s".formatted(uri, words);
                    case UnknownHostException _ -> "No host of that name: " + words;
                    default -> "The engine at %s does not answer: %s".formatted(uri, words);
                });
    }

    static String permissionDenied(Endpoint endpoint) {
        return "This user may not speak to %s. Add yourself to the group that owns the socket (sudo usermod -aG docker \"$USER\"), then log in again; or use a rootless engine."
                .formatted(endpoint.uri());
    }
}
