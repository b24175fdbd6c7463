package org.pykiln.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pykiln.workspace.Workspace;

/// A kit of two small wheels.
final class FakeKit {
    static final byte[] PYPERF = wheel(Map.of("pyperf/__init__.py", "x = 1\n"));
    static final byte[] PYPERFORMANCE = wheel(Map.of("pyperformance/__init__.py", "y = 2\n"));

    static final KitLock LOCK =
            KitLock.parse(
                    """
                    pyperf==1.0 --hash=sha256:%s
                    pyperformance==2.0 --hash=sha256:%s
                    """
                            .formatted(KitLock.sha256(PYPERF), KitLock.sha256(PYPERFORMANCE)));

    private FakeKit() {}

    /// Complete, so that nothing has to be fetched.
    static Kit in(Workspace workspace) {
        try {
            Files.createDirectories(workspace.kits());
            write(workspace.kits());
            return new Kit(workspace, new HostPip(List.of("no-such-python")), LOCK);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void write(Path folder) throws IOException {
        Files.write(folder.resolve("pyperf-1.0-py3-none-any.whl"), PYPERF);
        Files.write(folder.resolve("pyperformance-2.0-py3-none-any.whl"), PYPERFORMANCE);
    }

    private static byte[] wheel(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
