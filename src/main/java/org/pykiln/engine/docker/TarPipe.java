package org.pykiln.engine.docker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pykiln.engine.BuildRequest;

/// Lets an HTTP request read what a [BuildRequest.Context] writes, without holding it in memory.
///
/// When the writer fails, or the pipe is cancelled, the reader must not simply see the end: an HTTP
/// client ends a chunked body properly even while it is failing, and a tar that is cut between two
/// entries looks complete, so the engine would go on with half a context. Therefore a block that no
/// tar reader accepts goes out before the error.
final class TarPipe extends FilterInputStream {
    private static final int BUFFER = 1 << 16;
    private static final int TAR_BLOCK = 512;

    private volatile @Nullable Throwable failure;
    private volatile boolean cancelled;
    private volatile boolean readerGone;
    private int poison = 2 * TAR_BLOCK;

    private TarPipe(PipedInputStream in) {
        super(in);
    }

    static TarPipe of(BuildRequest.Context context) {
        PipedInputStream in = new PipedInputStream(BUFFER);
        TarPipe pipe = new TarPipe(in);
        try {
            PipedOutputStream out = new PipedOutputStream(in);
            Thread.ofVirtual().name("context").start(() -> pipe.write(context, out));
        } catch (IOException connected) {
            throw new IllegalStateException(connected);
        }
        return pipe;
    }

    /// What the writer threw of its own, and not because nobody reads any more.
    Optional<Throwable> failure() {
        return cancelled || readerGone ? Optional.empty() : Optional.ofNullable(failure);
    }

    /// Makes the reader fail at its next read.
    void cancel() {
        cancelled = true;
        try {
            in.close();
        } catch (IOException nothingToRelease) {
            return;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = -1;
        try {
            count = cancelled ? -1 : super.read(bytes, offset, length);
        } catch (IOException closed) {
            if (!cancelled) {
                throw closed;
            }
        }
        if (count >= 0 || (failure == null && !cancelled)) {
            return count;
        }
        if (poison == 0) {
            throw new IOException("the context is incomplete", failure);
        }
        count = Math.min(poison, length);
        Arrays.fill(bytes, offset, offset + count, (byte) 0xff);
        poison -= count;
        return count;
    }

    private void write(BuildRequest.Context context, PipedOutputStream out) {
        try (out) {
            writeAll(context, new UntilDone(out));
        } catch (IOException readerGone) {
            return;
        }
    }

    /// Notes a failure before the pipe closes, or the reader would take the end for a good one.
    private void writeAll(BuildRequest.Context context, UntilDone out) {
        try {
            context.writeTo(out);
            out.done();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }

    /// Holds back zero bytes until something else follows, and at the end of all until the writer
    /// has returned: a tar stream that is closed by an exception passing through still writes the
    /// zeros that say "complete".
    private final class UntilDone extends OutputStream {
        private final OutputStream out;
        private long zeros;

        UntilDone(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int end = offset + length;
            while (end > offset && bytes[end - 1] == 0) {
                end--;
            }
            if (end > offset) {
                release();
                pass(bytes, offset, end - offset);
            }
            zeros += offset + length - end;
        }

        void done() throws IOException {
            release();
            out.flush();
        }

        private void release() throws IOException {
            byte[] block = new byte[(int) Math.min(zeros, BUFFER)];
            while (zeros > 0) {
                int count = (int) Math.min(zeros, block.length);
                pass(block, 0, count);
                zeros -= count;
            }
        }

        private void pass(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                readerGone = true;
                throw e;
            }
        }
    }
}
