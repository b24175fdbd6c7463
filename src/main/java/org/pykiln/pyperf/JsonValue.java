package org.pykiln.pyperf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A parsed JSON value that knows its place in the file, so that what is wrong with it can be shown
/// there.
sealed interface JsonValue {
    record Place(int line, int column) {
        static final Place WHOLE_FILE = new Place(0, 0);
    }

    record Obj(LinkedHashMap<String, JsonValue> members, Place place) implements JsonValue {
        @Nullable JsonValue get(String key) {
            return members.get(key);
        }
    }

    record Arr(List<JsonValue> items, Place place) implements JsonValue {}

    /// A string, `Long`, `Double` or `Boolean`.
    record Scalar(Object value, Place place) implements JsonValue {}

    record Null(Place place) implements JsonValue {}

    Place place();

    /// The value as plain Java; null, maps and lists included.
    default @Nullable Object plain() {
        return switch (this) {
            case Scalar scalar -> scalar.value;
            case Arr array -> array.items.stream().map(item -> item.plain()).toList();
            case Obj object -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                object.members.forEach((key, value) -> members.put(key, value.plain()));
                yield members;
            }
            case Null nothing -> null;
        };
    }
}
