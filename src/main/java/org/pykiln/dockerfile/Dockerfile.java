package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A rendered build plan.
public record Dockerfile(List<List<Instruction>> paragraphs) {
    public Dockerfile {
        paragraphs = paragraphs.stream().map(List::copyOf).toList();
    }

    /// The file's lines with the knobs behind each; paragraphs are parted by an empty line.
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (List<Instruction> paragraph : paragraphs) {
            if (!lines.isEmpty()) {
                lines.add(Line.plain(""));
            }
            paragraph.forEach(instruction -> lines.addAll(instruction.lines()));
        }
        return lines;
    }

    /// The file's text; every line ends in `\n`.
    public String text() {
        return lines().stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }
}
