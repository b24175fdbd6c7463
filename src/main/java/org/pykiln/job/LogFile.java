package org.pykiln.job;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.pykiln.workspace.AtomicFiles;

/// A log as a compressed text file: in each line kind, step, milliseconds and what was said.
final class LogFile {
    private LogFile() {}

    /// @param most characters that are kept; where there are more, the newest lines
    static void write(Path file, List<LogLine> lines, long most) throws IOException {
        int from = lines.size();
        long left = most;
        while (from > 0 && left >= lines.get(from - 1).text().length()) {
            from--;
            left -= lines.get(from).text().length();
        }
        int dropped = from;
        AtomicFiles.write(
                file,
                out -> {
                    GZIPOutputStream packed = new GZIPOutputStream(out);
                    Writer text =
                            new BufferedWriter(
                                    new OutputStreamWriter(packed, StandardCharsets.UTF_8));
                    if (dropped > 0) {
                        text.write(encoded(dropped(dropped)));
                    }
                    for (LogLine line : lines.subList(dropped, lines.size())) {
                        text.write(encoded(line));
                    }
                    text.flush();
                    packed.finish();
                });
    }

    /// Numbered from 1.
    ///
    /// @throws IOException when it cannot be read, or is not such a file
    static List<LogLine> read(Path file) throws IOException {
        List<LogLine> lines = new ArrayList<>();
        try (InputStream packed = Files.newInputStream(file);
                InputStream plain = new GZIPInputStream(packed);
                BufferedReader text =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                lines.add(decoded(lines.size() + 1, line));
            }
        }
        return lines;
    }

    /// Stands in front of a log whose beginning is gone.
    static LogLine dropped(long lines) {
        return new LogLine(
                1,
                0,
                Duration.ZERO,
                LogLine.Kind.NOTE,
                "%d earlier lines were not kept".formatted(lines));
    }

    static String encoded(LogLine line) {
        return "%c %d %d %s\n"
                .formatted(
                        line.kind().name().charAt(0),
                        line.step(),
                        line.at().toMillis(),
                        line.text());
    }

    static LogLine decoded(long number, String line) throws IOException {
        String[] parts = line.split(" ", 4);
        try {
            return new LogLine(
                    number,
                    Integer.parseInt(parts[1]),
                    Duration.ofMillis(Long.parseLong(parts[2])),
                    kind(parts[0]),
                    parts[3]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException damaged) {
            throw new IOException("line %d is not one of a log".formatted(number), damaged);
        }
    }

    private static LogLine.Kind kind(String letter) {
        return Arrays.stream(LogLine.Kind.values())
                .filter(kind -> kind.name().startsWith(letter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(letter));
    }
}
