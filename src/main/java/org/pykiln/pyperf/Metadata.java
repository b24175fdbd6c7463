package org.pykiln.pyperf;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is known of a run besides its values, as pyperf keeps it: name to value, where a value is a
/// `String`, `Long`, `Double`, `Boolean` or, for `tags` only, a `List<String>`. Immutable and
/// sorted.
///
/// Strings are stripped. What pyperf would refuse (empty strings, line breaks, wrong types of the
/// keys it knows) throws [PerfDataException] with pyperf's message.
public final class Metadata {
    public static final Metadata EMPTY = of(Map.of());

    private final SortedMap<String, Object> entries;

    /// Of entries that were checked already: files have hundreds of thousands of them.
    private Metadata(SortedMap<String, Object> checked) {
        this.entries = Collections.unmodifiableSortedMap(checked);
    }

    /// The entries are checked in the order of the map, as pyperf does.
    public static Metadata of(Map<String, ?> entries) {
        return new Metadata(MetadataRules.checked(entries));
    }

    /// All entries, sorted by name in the order of Python's `sorted`.
    public SortedMap<String, Object> entries() {
        return entries;
    }

    public boolean has(String name) {
        return entries.containsKey(name);
    }

    public Optional<Object> get(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /// The value if it is a string.
    public Optional<String> text(String name) {
        return entries.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /// The value if it is an integer (or, as in Python, true or false: 1 or 0).
    public OptionalLong integer(String name) {
        return switch (entries.get(name)) {
            case Long number -> OptionalLong.of(number);
            case Boolean flag -> OptionalLong.of(flag ? 1 : 0);
            case null, default -> OptionalLong.empty();
        };
    }

    /// The value if it is any number.
    public OptionalDouble number(String name) {
        if (entries.get(name) instanceof Double number) {
            return OptionalDouble.of(number);
        }
        OptionalLong integer = integer(name);
        return integer.isPresent()
                ? OptionalDouble.of((double) integer.getAsLong())
                : OptionalDouble.empty();
    }

    /// The `tags`, empty if there are none.
    public List<String> tags() {
        return entries.get("tags") instanceof List<?> tags
                ? tags.stream().map(String.class::cast).toList()
                : List.of();
    }

    /// A copy with one more entry; an entry of that name is replaced.
    public Metadata with(String name, Object value) {
        return with(Map.of(name, value));
    }

    /// A copy with more entries; entries of the same names are replaced.
    public Metadata with(Map<String, ?> more) {
        return with(of(more));
    }

    /// A copy with the entries of the other too; those of the other win.
    public Metadata with(Metadata other) {
        TreeMap<String, Object> merged = new TreeMap<>(entries);
        merged.putAll(other.entries);
        return new Metadata(merged);
    }

    /// A copy without the named entries.
    public Metadata without(Collection<String> names) {
        TreeMap<String, Object> rest = new TreeMap<>(entries);
        rest.keySet().removeAll(names);
        return new Metadata(rest);
    }

    /// The entries that all have in common, with the values of the first. Numbers are compared as
    /// Python does (1 equals 1.0).
    static Metadata common(List<Metadata> all) {
        if (all.isEmpty()) {
            return EMPTY;
        }
        TreeMap<String, Object> common = new TreeMap<>(all.getFirst().entries);
        for (Metadata other : all.subList(1, all.size())) {
            common.entrySet()
                    .removeIf(entry -> {
                        Object value = other.entries.get(entry.getKey());
                        return value == null || !MetadataRules.same(value, entry.getValue());
                    });
        }
        return new Metadata(common);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Metadata metadata && entries.equals(metadata.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
