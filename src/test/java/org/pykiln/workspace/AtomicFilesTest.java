package org.pykiln.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir private Path folder;

    @Test
    void createsNothingOverAFileThatIsThere() throws IOException {
        Path file = folder.resolve("a/one.json");
        create(file, "first");
        assertThatThrownBy(() -> create(file, "second"))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("first");
        assertThat(names(folder.resolve("a"))).containsExactly("one.json");
    }

    @Test
    void ofManyThatCreateTheSameFileOneDoes() throws Exception {
        Path file = folder.resolve("one.json");
        CountDownLatch together = new CountDownLatch(1);
        List<Integer> done = new CopyOnWriteArrayList<>();
        List<Thread> threads =
                IntStream.range(0, 16)
                        .mapToObj(number ->
                                Thread.ofVirtual()
                                        .start(() -> {
                                            try {
                                                together.await();
                                                create(file, String.valueOf(number));
                                                done.add(number);
                                            } catch (IOException | InterruptedException late) {
                                                // one of the other fifteen was first
                                            }
                                        }))
                        .toList();
        together.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(done).hasSize(1);
        assertThat(file).hasContent(String.valueOf(done.getFirst()));
        assertThat(names(folder)).containsExactly("one.json");
    }

    @Test
    void whatIsSetAsideTakesNobodysPlace() throws IOException {
        Path aside = folder.resolve("aside");
        for (String content : List.of("1", "2", "3")) {
            AtomicFiles.setAside(Files.writeString(folder.resolve("x.json"), content), aside);
        }
        Path plain = AtomicFiles.setAside(Files.writeString(folder.resolve("plain"), "4"), aside);
        assertThat(plain).isEqualTo(aside.resolve("plain")).hasContent("4");
        assertThat(names(aside)).containsExactly("plain", "x-2.json", "x-3.json", "x.json");
        assertThat(aside.resolve("x.json")).hasContent("1");
        assertThat(aside.resolve("x-3.json")).hasContent("3");
        assertThat(names(folder)).containsExactly("aside");
    }

    private static void create(Path file, String text) throws IOException {
        AtomicFiles.create(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
