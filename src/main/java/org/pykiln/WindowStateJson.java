package org.pykiln;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.WindowState;
import org.pykiln.ui.common.WindowState.Frame;

/// The window's state as a file keeps it. What cannot be read is as for the first time: a window
/// that does not open for a misplaced comma would be worse than one that forgot its size.
final class WindowStateJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WindowStateJson() {}

    static String text(WindowState state) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("section", word(state.section()));
        root.put("dialect", word(state.dialect()));
        state.frame().ifPresent(frame -> root.set("frame", frame(frame)));
        ObjectNode dividers = root.putObject("dividers");
        new TreeMap<>(state.dividers()).forEach(dividers::put);
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode frame(Frame frame) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("x", frame.x());
        node.put("y", frame.y());
        node.put("width", frame.width());
        node.put("height", frame.height());
        node.put("maximised", frame.maximised());
        return node;
    }

    static WindowState read(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException broken) {
            return WindowState.FIRST;
        }
        return new WindowState(
                constant(root.path("section"), Section.values(), WindowState.FIRST.section()),
                constant(root.path("dialect"), Dialect.values(), WindowState.FIRST.dialect()),
                frame(root.path("frame")),
                dividers(root.path("dividers")));
    }

    private static Optional<Frame> frame(JsonNode node) {
        double width = node.path("width").asDouble();
        double height = node.path("height").asDouble();
        return width > 0 && height > 0
                ? Optional.of(
                        new Frame(
                                node.path("x").asDouble(),
                                node.path("y").asDouble(),
                                width,
                                height,
                                node.path("maximised").asBoolean()))
                : Optional.empty();
    }

    private static Map<String, Double> dividers(JsonNode node) {
        Map<String, Double> dividers = new HashMap<>();
        node.properties()
                .forEach(entry -> {
                    double position = entry.getValue().asDouble(-1);
                    if (position >= 0 && position <= 1) {
                        dividers.put(entry.getKey(), position);
                    }
                });
        return dividers;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(JsonNode node, E[] values, E otherwise) {
        return Arrays.stream(values)
                .filter(value -> word(value).equals(node.asText()))
                .findFirst()
                .orElse(otherwise);
    }
}
