package org.pykiln.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The log of a build that runs, on disk as it grows: text files `ID.log-N`, where N is the number
/// of the first line. Each holds at most half of what is kept, so that the oldest can go when a
/// third begins. A kill at any moment leaves whole lines, and at most the beginning of one more,
/// which is not read.
final class LogSegments {
    private final Path folder;
    private final String id;
    private final long mostOfOne;
    private long first;
    private long length;

    /// @param most characters that are kept, the newest
    LogSegments(Path folder, String id, long most) {
        this.folder = folder;
        this.id = id;
        this.mostOfOne = most / 2;
    }

    /// @param lines that follow those appended before
    void append(List<LogLine> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (LogLine line : lines) {
            int more = line.text().length();
            if (first == 0 || (length > 0 && length + more > mostOfOne)) {
                flush(text);
                begin(line.number());
            }
            text.append(LogFile.encoded(line));
            length += more;
        }
        flush(text);
    }

    private void begin(long number) throws IOException {
        List<Path> there = files(folder, id);
        for (Path file : there.subList(0, Math.max(0, there.size() - 1))) {
            Files.delete(file);
        }
        first = number;
        length = 0;
    }

    private void flush(StringBuilder text) throws IOException {
        if (!text.isEmpty()) {
            Files.write(
                    folder.resolve(prefix(id) + first),
                    text.toString().getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            text.setLength(0);
        }
    }

    /// As far as it came; numbered from 1. Nothing where there is none.
    static List<LogLine> read(Path folder, String id) throws IOException {
        List<LogLine> lines = new ArrayList<>();
        for (Path file : files(folder, id)) {
            long number = number(file);
            if (lines.isEmpty() && number > 1) {
                lines.add(LogFile.dropped(number - 1));
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                lines.add(LogFile.decoded(lines.size() + 1, line));
            }
        }
        return lines;
    }

    static void delete(Path folder, String id) throws IOException {
        for (Path file : files(folder, id)) {
            Files.deleteIfExists(file);
        }
    }

    /// Oldest first.
    private static List<Path> files(Path folder, String id) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, prefix(id) + "*")) {
            all.forEach(files::add);
        }
        files.sort(Comparator.comparingLong(LogSegments::number));
        return files;
    }

    private static long number(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
        } catch (NumberFormatException notOurs) {
            return Long.MAX_VALUE;
        }
    }

    private static String prefix(String id) {
        return id + ".log-";
    }
}
