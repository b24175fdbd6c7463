package org.pykiln.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class TarPipeTest {
    @Test
    void passesOnEveryByte() throws IOException {
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        Arrays.fill(bytes, 1_000, 150_000, (byte) 0);
        Arrays.fill(bytes, 250_000, 300_000, (byte) 0);
        try (TarPipe pipe =
                TarPipe.of(out -> {
                    for (int from = 0; from < bytes.length; from += 7_000) {
                        out.write(bytes, from, Math.min(7_000, bytes.length - from));
                    }
                    out.write(0);
                    out.close();
                })) {
            assertThat(pipe.readAllBytes()).isEqualTo(Arrays.copyOf(bytes, bytes.length + 1));
            assertThat(pipe.failure()).isEmpty();
        }
    }

    @Test
    void aFailingWriterNeverLooksComplete() {
        TarPipe pipe =
                TarPipe.of(out -> {
                    Contexts.of("Dockerfile", "FROM scratch\n", "b", "c").writeTo(out);
                    throw new IOException("disk on fire");
                });
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        assertThatIOException().isThrownBy(() -> pipe.transferTo(seen));
        assertThat(pipe.failure().orElseThrow()).hasMessage("disk on fire");
        assertThatIOException().isThrownBy(() -> readTar(seen.toByteArray()));
    }

    @Test
    void cancellingEndsReaderAndWriter() throws IOException {
        TarPipe pipe =
                TarPipe.of(out -> {
                    while (true) {
                        out.write(new byte[] {1, 2, 3});
                    }
                });
        assertThat(pipe.read()).isEqualTo(1);
        pipe.cancel();
        assertThatIOException().isThrownBy(() -> pipe.transferTo(OutputStream.nullOutputStream()));
        assertThat(pipe.failure()).isEmpty();
    }

    @Test
    void aReaderThatGoesAwayIsNoFailureOfTheWriter() throws Exception {
        TarPipe pipe =
                TarPipe.of(out -> {
                    while (true) {
                        out.write(new byte[] {1, 2, 3});
                    }
                });
        assertThat(pipe.read()).isEqualTo(1);
        pipe.close();
        TimeUnit.MILLISECONDS.sleep(50);
        assertThat(pipe.failure()).isEmpty();
    }

    private static void readTar(byte[] bytes) throws IOException {
        try (InputStream in = new ByteArrayInputStream(bytes);
                TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            while (tar.getNextEntry() != null) {
                tar.readAllBytes();
            }
        }
    }
}
