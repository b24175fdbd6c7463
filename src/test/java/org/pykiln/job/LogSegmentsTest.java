package org.pykiln.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSegmentsTest {
    @TempDir Path folder;

    @Test
    void whatIsAppendedIsReadInOrder() throws IOException {
        LogSegments log = new LogSegments(folder, "a", 1_000_000);
        log.append(lines(1, 40));
        log.append(List.of());
        log.append(lines(41, 90));
        new LogSegments(folder, "b", 1_000_000).append(lines(1, 3));
        assertThat(LogSegments.read(folder, "a")).isEqualTo(lines(1, 90));
        assertThat(LogSegments.read(folder, "b")).hasSize(3);
        assertThat(LogSegments.read(folder, "c")).isEmpty();
    }

    /// A kill may come between any two bytes.
    @Test
    void atAnyCutWholeLinesAreLeft() throws IOException {
        List<LogLine> lines = lines(1, 12);
        new LogSegments(folder, "a", 1_000_000).append(lines);
        Path file = only("a");
        byte[] whole = Files.readAllBytes(file);
        int before = 0;
        for (int cut = 0; cut <= whole.length; cut++) {
            Files.write(file, Arrays.copyOf(whole, cut));
            List<LogLine> left = LogSegments.read(folder, "a");
            assertThat(left).isEqualTo(lines.subList(0, left.size()));
            assertThat(left.size()).isBetween(before, before + 1);
            before = left.size();
        }
        assertThat(before).isEqualTo(12);
    }

    @Test
    void ofALongLogTheNewestLinesStay() throws IOException {
        LogSegments log = new LogSegments(folder, "a", 400);
        for (int from = 1; from <= 991; from += 10) {
            log.append(lines(from, from + 9));
        }
        List<LogLine> left = LogSegments.read(folder, "a");
        int kept = left.size() - 1;
        assertThat(left.getFirst().text()).isEqualTo(1000 - kept + " earlier lines were not kept");
        assertThat(left.stream().skip(1).map(LogLine::text))
                .isEqualTo(lines(1000 - kept + 1, 1000).stream().map(LogLine::text).toList());
        assertThat(left.stream().skip(1).mapToInt(line -> line.text().length()).sum())
                .isBetween(200, 400);
    }

    @Test
    void aLineThatIsLongerThanAllThatIsKeptIsKeptAlone() throws IOException {
        LogSegments log = new LogSegments(folder, "a", 10);
        String text = "x".repeat(100);
        log.append(List.of(line(1, "a"), line(2, text), line(3, "b")));
        assertThat(LogSegments.read(folder, "a"))
                .extracting(LogLine::text)
                .containsExactly("1 earlier lines were not kept", text, "b");
    }

    @Test
    void nothingIsLeftOfADeletedOne() throws IOException {
        LogSegments log = new LogSegments(folder, "a", 20);
        log.append(lines(1, 50));
        LogSegments.delete(folder, "a");
        LogSegments.delete(folder.resolve("none"), "a");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aKeeperWritesWhatGrowsAndTheRestWhenItIsClosed() throws Exception {
        LogRing ring = new LogRing(100_000);
        try (LogKeeper keeper = new LogKeeper(ring, new LogSegments(folder, "a", 1_000_000))) {
            ring.append(1, Duration.ZERO, LogLine.Kind.OUTPUT, "early");
            while (LogSegments.read(folder, "a").isEmpty()) {
                Thread.sleep(20);
            }
            for (int i = 0; i < 30_000; i++) {
                ring.append(1, Duration.ZERO, LogLine.Kind.OUTPUT, "late " + i);
            }
        }
        assertThat(LogSegments.read(folder, "a")).isEqualTo(ring.lines());
    }

    private Path only(String id) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(id + "."))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<LogLine> lines(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(number -> line(number, "líne ✓ " + number))
                .toList();
    }

    private static LogLine line(long number, String text) {
        return new LogLine(number, 1, Duration.ofMillis(number), LogLine.Kind.OUTPUT, text);
    }
}
