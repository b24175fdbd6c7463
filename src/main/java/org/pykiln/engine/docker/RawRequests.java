package org.pykiln.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Asks an engine what docker-java has no command for, over the same connections. Failures are
/// docker-java's own.
record RawRequests(DockerHttpClient http) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    JsonNode get(String path) {
        Request request = Request.builder().method(Request.Method.GET).path(path).build();
        try (DockerHttpClient.Response response = http.execute(request)) {
            byte[] body = response.getBody().readAllBytes();
            int status = response.getStatusCode();
            if (status != OK) {
                String words = new String(body, StandardCharsets.UTF_8);
                throw status == NOT_FOUND
                        ? new NotFoundException(words)
                        : new DockerException(words, status);
            }
            return JSON.readTree(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
