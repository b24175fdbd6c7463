package org.pykiln.engine.docker;

import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.LocalDirectorySSLConfig;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.core.SSLConfig;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens docker-java clients. The library's own configuration reads the environment, properties
/// files and contexts, and mixes them (a context's certificates switch TLS on for another host);
/// here an endpoint is all there is.
// The configuration interface still asks for the deprecated type.
@SuppressWarnings("deprecation")
record Connection(Endpoint endpoint, RemoteApiVersion version) implements DockerClientConfig {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /// More than streams are ever open at once; the pool makes a caller wait when it is exhausted.
    private static final int MAX_CONNECTIONS = 64;

    /// A build step may be silent for an hour, so streams have no response timeout.
    static DockerClientImpl open(Endpoint endpoint, RemoteApiVersion version) {
        return open(endpoint, version, CONNECT_TIMEOUT, Optional.empty());
    }

    static DockerClientImpl open(
            Endpoint endpoint,
            RemoteApiVersion version,
            Duration connectTimeout,
            Optional<Duration> responseTimeout) {
        Connection connection = new Connection(endpoint, version);
        ZerodepDockerHttpClient.Builder http =
                new ZerodepDockerHttpClient.Builder()
                        .dockerHost(connection.getDockerHost())
                        .maxConnections(MAX_CONNECTIONS)
                        .connectionTimeout(connectTimeout);
        SSLConfig tls = connection.getSSLConfig();
        if (tls != null) {
            http.sslConfig(tls);
        }
        responseTimeout.ifPresent(http::responseTimeout);
        // the library declares less than it returns
        return (DockerClientImpl) DockerClientImpl.getInstance(connection, http.build());
    }

    @Override
    public URI getDockerHost() {
        return URI.create(endpoint.uri());
    }

    @Override
    public RemoteApiVersion getApiVersion() {
        return version;
    }

    @Override
    public @Nullable SSLConfig getSSLConfig() {
        return endpoint.certificates()
                .map(folder -> new LocalDirectorySSLConfig(folder.toString()))
                .orElse(null);
    }

    @Override
    public @Nullable String getRegistryUsername() {
        return null;
    }

    @Override
    public @Nullable String getRegistryPassword() {
        return null;
    }

    @Override
    public @Nullable String getRegistryEmail() {
        return null;
    }

    @Override
    public @Nullable String getRegistryUrl() {
        return null;
    }

    @Override
    public @Nullable AuthConfig effectiveAuthConfig(String imageName) {
        return null;
    }

    @Override
    public AuthConfigurations getAuthConfigurations() {
        return new AuthConfigurations();
    }
}
