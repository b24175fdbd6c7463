package org.pykiln.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pykiln.recipe.Printable;

/// What of the engine's host the processes of a session may use.
///
/// @param cpuset such as `1` or `0,2-3`; empty for the last CPU where there are several
/// @param memoryBytes of each image's container, swap excluded; 0 for no limit
public record Limits(Optional<String> cpuset, long memoryBytes) {
    /// What nobody limits.
    public static final Limits USUAL = new Limits(Optional.empty(), 0);

    /// In less than this some interpreters do not even start.
    private static final long LEAST_MEMORY = 64L << 20;

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}) ?([mg])(i?b)?");

    /// Reads CPUs and memory as a person writes them.
    ///
    /// @param name of the option, for the message
    /// @param text blank for what is usual
    /// @throws BenchException with [BenchProblem.BadLimit]
    public static Optional<String> cpuset(String name, String text) {
        String list = text.replaceAll("\\s+", "");
        if (list.isEmpty()) {
            return Optional.empty();
        }
        try {
            CpuSet.parse(list);
            return Optional.of(list);
        } catch (IllegalArgumentException notAList) {
            throw bad(name, text, "numbers of CPUs such as 1 or 0,2-3");
        }
    }

    /// @param name of the option, for the message
    /// @param text such as `512m` or `2g`; blank for no limit
    /// @return bytes
    /// @throws BenchException with [BenchProblem.BadLimit]
    public static long memory(String name, String text) {
        if (text.isBlank()) {
            return 0;
        }
        Matcher size = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw bad(name, text, "a size such as 512m or 2g");
        }
        long bytes = Long.parseLong(size.group(1)) << (size.group(2).equals("g") ? 30 : 20);
        if (bytes < LEAST_MEMORY) {
            String least = text(LEAST_MEMORY);
            throw bad(name, text, "at least %s; nearest: %s".formatted(least, least));
        }
        return bytes;
    }

    private static BenchException bad(String name, String text, String expected) {
        return new BenchProblem.BadLimit(
                        "%s cannot be \"%s\"; expected %s"
                                .formatted(name, Printable.of(text), expected))
                .exception();
    }

    /// A size as [#memory] reads it; empty for none.
    public static String text(long bytes) {
        if (bytes == 0) {
            return "";
        }
        return bytes % (1L << 30) == 0 ? (bytes >> 30) + "g" : (bytes >> 20) + "m";
    }

    /// What is wrong with the wanted CPUs on a host; empty when it has them all.
    ///
    /// @param cpus of the host; none where they are not known
    public String unmet(List<Integer> cpus) {
        return cpuset.map(CpuSet::parse).orElse(List.of()).stream()
                .filter(cpu -> !cpus.isEmpty() && !cpus.contains(cpu))
                .findFirst()
                .map(missing ->
                        "The engine's host has no CPU %d; expected some of %s; nearest: %d"
                                .formatted(
                                        missing,
                                        cpus.stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(", ")),
                                        cpus.getLast()))
                .orElse("");
    }
}
