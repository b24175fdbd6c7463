package org.pykiln.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.pykiln.plan.PythonRelease;

/// One download. The bytes come on a thread of their own, so that the caller's thread can stop it
/// also while the server says nothing.
final class Download {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final long TICK_MILLIS = 100;

    /// Ten times the largest archive there is.
    private static final long LARGEST = 256L << 20;

    private final PythonRelease release;
    private final URI address;
    private final Duration patience;
    private final ProxySelector proxies;

    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong(-1);
    private final AtomicLong lastByte = new AtomicLong(System.nanoTime());

    Download(PythonRelease release, URI address, Duration patience, ProxySelector proxies) {
        this.release = release;
        this.address = address;
        this.patience = patience;
        this.proxies = proxies;
    }

    /// Returns when the stream holds the verified archive; fails with anything else in it.
    void archive(OutputStream out, FetchProgress progress, BooleanSupplier cancelled)
            throws IOException {
        String sum = run(out, progress, cancelled);
        if (!sum.equals(release.sha256())) {
            throw new DistfileException(
                    new DistfileProblem.WrongChecksum(release, address.toString(), sum), null);
        }
    }

    /// Returns the SHA-256 of what the stream holds.
    String run(OutputStream out, FetchProgress progress, BooleanSupplier cancelled)
            throws IOException {
        try (ExecutorService worker = Executors.newVirtualThreadPerTaskExecutor()) {
            return await(worker.submit(() -> copy(out)), progress, cancelled);
        }
    }

    private String await(Future<String> sum, FetchProgress progress, BooleanSupplier cancelled)
            throws IOException {
        try {
            while (true) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("cancelled");
                }
                if (System.nanoTime() - lastByte.get() > patience.toNanos()) {
                    throw unreachable("no byte for %d s".formatted(patience.toSeconds()), null);
                }
                try {
                    String result = sum.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
                    tell(progress);
                    return result;
                } catch (TimeoutException notYet) {
                    tell(progress);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } finally {
            sum.cancel(true);
        }
    }

    private void tell(FetchProgress progress) {
        long size = total.get();
        progress.fetched(done.get(), size < 0 ? OptionalLong.empty() : OptionalLong.of(size));
    }

    private String copy(OutputStream out) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .proxy(proxies)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            try {
                HttpRequest request = HttpRequest.newBuilder(address).GET().build();
                return copy(client.send(request, HttpResponse.BodyHandlers.ofInputStream()), out);
            } finally {
                client.shutdownNow();
            }
        }
    }

    private String copy(HttpResponse<InputStream> response, OutputStream out) throws IOException {
        try (InputStream in = response.body()) {
            if (response.statusCode() != 200) {
                throw new DistfileException(
                        new DistfileProblem.NotOffered(release, address, response.statusCode()),
                        null);
            }
            response.headers().firstValueAsLong("Content-Length").ifPresent(total::set);
            Sha256 sum = new Sha256();
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                lastByte.set(System.nanoTime());
                if (done.addAndGet(n) > LARGEST) {
                    throw unreachable("it sends more than any archive has", null);
                }
                sum.add(buffer, n);
                write(out, buffer, n);
            }
            return sum.hex();
        }
    }

    private static void write(OutputStream out, byte[] bytes, int length) throws IOException {
        try {
            out.write(bytes, 0, length);
        } catch (IOException full) {
            throw new DiskException(full);
        }
    }

    private IOException failure(@Nullable Throwable cause) throws IOException {
        return switch (cause) {
            case DiskException disk -> disk.unwrap();
            case DistfileException known -> throw known;
            case IOException network -> throw unreachable(Distfiles.reason(network), network);
            case null, default -> throw new IllegalStateException(cause);
        };
    }

    private DistfileException unreachable(String reason, @Nullable Throwable cause) {
        return new DistfileException(
                new DistfileProblem.Unreachable(release, address, reason), cause);
    }

    /// Tells a full disk from a broken connection; both are an IOException.
    private static final class DiskException extends IOException {
        private static final long serialVersionUID = 1;

        private final IOException disk;

        DiskException(IOException disk) {
            super(disk);
            this.disk = disk;
        }

        IOException unwrap() {
            return disk;
        }
    }
}
