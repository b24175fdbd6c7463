package org.pykiln.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pykiln.bench.BenchException;
import org.pykiln.bench.Limits;
import org.pykiln.bench.Mode;
import org.pykiln.engine.EndpointText;
import org.pykiln.recipe.Nearest;
import org.pykiln.recipe.Printable;

/// Settings as their file keeps them. Each value that cannot be read is complained of and has its
/// default; the others hold.
final class SettingsJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String THEME = "theme";
    private static final String ZOOM = "zoom";
    private static final String MODE = "mode";
    private static final String ENGINE = "engine";
    private static final String BUILDS = "builds";
    private static final String BUILD_CPUS = "buildCpus";
    private static final String MEASURE_CPUS = "measureCpus";

    private final List<String> complaints = new ArrayList<>();

    private SettingsJson() {}

    /// @param complaints what is wrong, what was expected and the nearest valid value, a line each
    record Read(Settings settings, List<String> complaints) {}

    static Read read(String text) {
        Optional<String> complaint = noObject(text);
        if (complaint.isPresent()) {
            return new Read(Settings.DEFAULTS, complaint.stream().toList());
        }
        JsonNode root = object(text);
        SettingsJson reader = new SettingsJson();
        Settings settings =
                new Settings(
                        reader.constant(
                                root, THEME, Settings.Theme.values(), Settings.DEFAULTS.theme()),
                        reader.number(
                                root,
                                ZOOM,
                                Settings.LEAST_ZOOM,
                                Settings.MOST_ZOOM,
                                Settings.DEFAULTS.zoom()),
                        reader.constant(root, MODE, Mode.values(), Settings.DEFAULTS.mode()),
                        reader.engine(root),
                        reader.number(
                                root,
                                BUILDS,
                                Settings.LEAST_BUILDS,
                                Settings.MOST_BUILDS,
                                Settings.DEFAULTS.builds()),
                        reader.cpus(root, BUILD_CPUS),
                        reader.cpus(root, MEASURE_CPUS));
        return new Read(settings, List.copyOf(reader.complaints));
    }

    /// What is wrong with a text that holds no settings at all.
    static Optional<String> noObject(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            return root != null && root.isObject()
                    ? Optional.empty()
                    : Optional.of("1:1: expected an object in braces");
        } catch (JsonProcessingException broken) {
            return Optional.of(complaint(broken));
        }
    }

    /// @param before text of the file as it is; what this version does not know of it is kept
    static String text(Settings settings, String before) {
        ObjectNode root = object(before);
        root.put(THEME, word(settings.theme()));
        root.put(ZOOM, settings.zoom());
        root.put(MODE, word(settings.mode()));
        put(root, ENGINE, settings.engine());
        root.put(BUILDS, settings.builds());
        put(root, BUILD_CPUS, settings.buildCpus());
        put(root, MEASURE_CPUS, settings.measureCpus());
        return root.toPrettyString() + "\n";
    }

    private static void put(ObjectNode root, String field, Optional<String> text) {
        root.remove(field);
        text.ifPresent(chosen -> root.put(field, chosen));
    }

    private static ObjectNode object(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode there
                    ? there
                    : JsonNodeFactory.instance.objectNode();
        } catch (JsonProcessingException broken) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private <E extends Enum<E>> E constant(JsonNode root, String field, E[] values, E otherwise) {
        JsonNode node = root.path(field);
        if (node.isMissingNode()) {
            return otherwise;
        }
        Optional<E> found =
                Arrays.stream(values)
                        .filter(value -> word(value).equals(node.asText()))
                        .findFirst();
        if (found.isEmpty()) {
            List<String> words = Arrays.stream(values).map(SettingsJson::word).toList();
            complain(
                    field,
                    node,
                    words.stream().collect(Collectors.joining(", ")),
                    Nearest.to(node.asText(), words));
        }
        return found.orElse(otherwise);
    }

    private int number(JsonNode root, String field, int least, int most, int otherwise) {
        JsonNode node = root.path(field);
        if (node.isMissingNode()) {
            return otherwise;
        }
        int number = node.asInt();
        int nearest = Math.clamp(number, least, most);
        if (!node.isIntegralNumber() || number != nearest) {
            complain(
                    field,
                    node,
                    "a whole number from %d to %d".formatted(least, most),
                    node.isNumber() ? Optional.of("" + nearest) : Optional.empty());
            return otherwise;
        }
        return number;
    }

    private Optional<String> cpus(JsonNode root, String field) {
        JsonNode node = root.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        try {
            return Limits.cpuset("\"" + field + "\"", node.asText());
        } catch (BenchException notAList) {
            complaints.add(notAList.problem().message());
            return Optional.empty();
        }
    }

    private Optional<String> engine(JsonNode root) {
        JsonNode node = root.path(ENGINE);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        return switch (EndpointText.read(node.asText())) {
            case EndpointText.Valid(String uri) -> Optional.of(uri);
            case EndpointText.Invalid bad -> {
                complain(ENGINE, node, EndpointText.EXPECTED, bad.nearest());
                yield Optional.empty();
            }
        };
    }

    private void complain(String field, JsonNode node, String expected, Optional<String> nearest) {
        complaints.add(
                "\"%s\" cannot be %s; expected %s%s"
                        .formatted(
                                field,
                                Printable.of(node.toString()),
                                expected,
                                nearest.map(one -> "; nearest: " + one).orElse("")));
    }

    private static String complaint(JsonProcessingException broken) {
        JsonLocation place = broken.getLocation();
        return Stream.of(
                        place == null ? "" : place.getLineNr() + ":" + place.getColumnNr() + ":",
                        Printable.of(broken.getOriginalMessage()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
