package org.pykiln.engine.docker;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Where an engine listens.
///
/// @param uri `unix:///…`, `tcp://host:port` or `npipe:////./pipe/…`
/// @param certificates folder with `ca.pem`, `cert.pem` and `key.pem`; with it `tcp` speaks TLS
public record Endpoint(String uri, Optional<Path> certificates) {
    /// @throws IllegalArgumentException when the text is not a URI
    public Endpoint {
        URI.create(uri);
    }

    public static Endpoint of(String uri) {
        return new Endpoint(uri, Optional.empty());
    }

    String scheme() {
        String scheme = URI.create(uri).getScheme();
        return scheme == null ? "" : scheme;
    }
}
