package org.pykiln.source;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The proxy that the environment names, as `curl` and `pip` understand it: `https_proxy` or
/// `http_proxy` by the scheme of the address, else `all_proxy`, in small or capital letters; none
/// for the hosts of `no_proxy`. Other proxies than HTTP ones, and passwords in their addresses, are
/// not supported.
final class Proxies extends ProxySelector {
    private final Map<String, String> environment;

    Proxies(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public List<Proxy> select(URI address) {
        String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
        boolean direct = host.isEmpty() || exceptions().anyMatch(one -> covers(one, host));
        return List.of(
                direct
                        ? Proxy.NO_PROXY
                        : variable(address.getScheme() + "_proxy")
                                .or(() -> variable("all_proxy"))
                                .flatMap(Proxies::proxy)
                                .orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        // whoever downloads hears of it
    }

    private Stream<String> exceptions() {
        return Stream.of(variable("no_proxy").orElse("").split(","))
                .map(one -> one.strip().toLowerCase(Locale.ROOT))
                .filter(one -> !one.isEmpty());
    }

    /// A name stands for its subdomains too, with a dot before it or without.
    private static boolean covers(String exception, String host) {
        String name = exception.replaceFirst("^[.]", "").replaceFirst(":\\d+$", "");
        return exception.equals("*") || host.equals(name) || host.endsWith("." + name);
    }

    private Optional<String> variable(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .flatMap(one -> Optional.ofNullable(environment.get(one)).stream())
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static Optional<Proxy> proxy(String text) {
        try {
            URI uri = URI.create(text.contains("://") ? text.strip() : "http://" + text.strip());
            boolean usable = "http".equals(uri.getScheme()) && uri.getHost() != null;
            int port = uri.getPort() < 0 ? 80 : uri.getPort();
            return usable
                    ? Optional.of(
                            new Proxy(
                                    Proxy.Type.HTTP,
                                    InetSocketAddress.createUnresolved(uri.getHost(), port)))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
