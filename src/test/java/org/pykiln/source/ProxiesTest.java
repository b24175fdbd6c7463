package org.pykiln.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
    private static final String ADDRESS = "https://www.python.org/ftp/python/3.13.5/x.tar.xz";

    @ParameterizedTest
    @CsvSource({
        "https_proxy, http://proxy.example:3128, proxy.example:3128",
        "HTTPS_PROXY, proxy.example:3128, proxy.example:3128",
        "all_proxy, http://proxy.example, proxy.example:80",
        "http_proxy, http://proxy.example:3128, ''",
        "https_proxy, socks5://proxy.example:1080, ''",
        "https_proxy, ' ', ''",
        "https_proxy, 'not a uri', ''"
    })
    void theEnvironmentNamesTheProxy(String variable, String value, String expected) {
        assertThat(proxy(Map.of(variable, value))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "*, ''",
        "python.org, ''",
        ".python.org, ''",
        "www.python.org:443, ''",
        "'a.example, python.org', ''",
        "thon.org, proxy:1",
        "python.org.example, proxy:1"
    })
    void someHostsAreReachedWithout(String exceptions, String expected) {
        assertThat(proxy(Map.of("https_proxy", "proxy:1", "NO_PROXY", exceptions)))
                .isEqualTo(expected);
    }

    @Test
    void withoutVariablesThereIsNone() {
        assertThat(proxy(Map.of())).isEmpty();
    }

    private static String proxy(Map<String, String> environment) {
        Proxy proxy = new Proxies(environment).select(URI.create(ADDRESS)).getFirst();
        return proxy.address() instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : "";
    }
}
