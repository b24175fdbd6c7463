package org.pykiln.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.pykiln.workspace.Workspace;

/// Held while a session measures: two at once would measure each other. The system takes it back
/// when the process ends, however it ends.
final class MeasuringLock implements AutoCloseable {
    private final FileChannel channel;

    private MeasuringLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws BenchException with [BenchProblem.AlreadyMeasuring]
    static MeasuringLock acquire(Workspace workspace, Session session) throws IOException {
        Files.createDirectories(workspace.home());
        Path holder = workspace.home().resolve("measuring.txt");
        FileChannel channel =
                FileChannel.open(
                        workspace.home().resolve("measuring.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new BenchProblem.AlreadyMeasuring(
                            "Another benchmark session is measuring on this computer%s."
                                    .formatted(nameOf(holder)),
                            "Wait for its end or cancel it: two at once would measure each other.")
                    .exception();
        }
        String text = "process %d, %s".formatted(ProcessHandle.current().pid(), session.folder());
        try (FileChannel out =
                FileChannel.open(
                        holder,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
        return new MeasuringLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String nameOf(Path holder) {
        try {
            return " (" + Files.readString(holder) + ")";
        } catch (IOException unknown) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
