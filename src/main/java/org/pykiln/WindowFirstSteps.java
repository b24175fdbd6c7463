package org.pykiln;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pykiln.ui.common.FirstStep;
import org.pykiln.ui.common.FirstStepMemory;
import org.pykiln.workspace.AtomicFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The first steps that were taken, in a file: a word a line.
record WindowFirstSteps(Path file) implements FirstStepMemory {
    private static final Logger LOG = LoggerFactory.getLogger(WindowFirstSteps.class);

    @Override
    public Set<FirstStep> taken() {
        List<String> words;
        try {
            words = Files.readAllLines(file);
        } catch (IOException nothingKept) {
            words = List.of();
        }
        Set<FirstStep> taken = EnumSet.noneOf(FirstStep.class);
        for (FirstStep step : FirstStep.values()) {
            if (words.contains(word(step))) {
                taken.add(step);
            }
        }
        return taken;
    }

    @Override
    public void keep(Set<FirstStep> taken) {
        String text =
                taken.stream().sorted().map(s -> word(s) + "\n").collect(Collectors.joining());
        try {
            AtomicFiles.write(file, text);
        } catch (IOException notWritable) {
            LOG.error("the first steps cannot be kept", notWritable);
        }
    }

    private static String word(FirstStep step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
