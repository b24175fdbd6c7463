package org.pykiln.recipe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The immutable description of one image: a value for every knob. Knobs that were not turned have
/// their default and are not kept, so a recipe means the same after new knobs came to the
/// catalogue.
public final class Recipe {
    private static final Recipe DEFAULTS = new Recipe(Map.of());

    private final Map<Knob<?>, Object> turned;
    private final @Nullable Set<Knob<?>> read;

    private Recipe(Map<Knob<?>, Object> turned) {
        this(turned, null);
    }

    private Recipe(Map<Knob<?>, Object> turned, @Nullable Set<Knob<?>> read) {
        this.turned = Map.copyOf(turned);
        this.read = read;
    }

    public static Recipe defaults() {
        return DEFAULTS;
    }

    /// An equal recipe that notes down whichever knobs it is asked about, also through recipes that
    /// are made from it.
    Recipe noting(Set<Knob<?>> asked) {
        return new Recipe(turned, asked);
    }

    @SuppressWarnings("unchecked") // `with` is the only way in, and it takes a V for a Knob<V>
    public <V> V get(Knob<V> knob) {
        if (read != null) {
            read.add(knob);
        }
        Object value = turned.get(knob);
        return value == null ? knob.defaultValue() : (V) value;
    }

    /// The value as it stands in preset files.
    public <V> String text(Knob<V> knob) {
        return knob.domain().text(get(knob));
    }

    public <V> Recipe with(Knob<V> knob, V value) {
        Map<Knob<?>, Object> next = new HashMap<>(turned);
        if (value.equals(knob.defaultValue())) {
            next.remove(knob);
        } else {
            next.put(knob, value);
        }
        return new Recipe(next, read);
    }

    /// @throws BadValueException when the text is no value of the knob
    public <V> Recipe withText(Knob<V> knob, String text) {
        Domain<V> domain = knob.domain();
        V value =
                domain.parse(text)
                        .orElseThrow(() ->
                                new BadValueException(
                                        "%s cannot be \"%s\""
                                                .formatted(knob.id(), Printable.of(text)),
                                        domain.expected(),
                                        Nearest.to(
                                                text,
                                                domain.suggestions().stream()
                                                        .map(domain::text)
                                                        .toList())));
        return with(knob, value);
    }

    public boolean isTurned(Knob<?> knob) {
        if (read != null) {
            read.add(knob);
        }
        return turned.containsKey(knob);
    }

    /// Content address: equal recipes have equal hashes, in every version of PyKiln that knows
    /// their knobs. 64 hexadecimal digits.
    public String hash() {
        askedAll();
        StringBuilder canonical = new StringBuilder("pykiln-recipe-1\n");
        turned.keySet().stream()
                .map(knob -> knob.id() + "=" + text(knob) + "\n")
                .sorted()
                .forEach(canonical::append);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public boolean equals(Object other) {
        askedAll();
        return other instanceof Recipe recipe && turned.equals(recipe.turned);
    }

    @Override
    public int hashCode() {
        askedAll();
        return turned.hashCode();
    }

    @Override
    public String toString() {
        askedAll();
        return turned.keySet().stream()
                .map(knob -> knob.id() + "=" + text(knob))
                .sorted()
                .toList()
                .toString();
    }

    private void askedAll() {
        if (read != null) {
            read.addAll(Catalogue.knobs());
        }
    }
}
