package org.pykiln.preset;

import static org.pykiln.preset.PresetJson.DESCRIPTION_KEY;
import static org.pykiln.preset.PresetJson.KNOBS_KEY;
import static org.pykiln.preset.PresetJson.NAME_KEY;
import static org.pykiln.preset.PresetJson.SCHEMA;
import static org.pykiln.preset.PresetJson.SCHEMA_KEY;
import static org.pykiln.preset.PresetJson.TAGS_KEY;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pykiln.recipe.BadValueException;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Nearest;
import org.pykiln.recipe.Printable;
import org.pykiln.recipe.Recipe;

/// Reads one preset file. It goes on after a wrong value, so that a person sees all problems at
/// once; only what is no JSON ends it early.
final class PresetReaderJson {
    private static final List<String> KEYS =
            List.of(SCHEMA_KEY, NAME_KEY, DESCRIPTION_KEY, TAGS_KEY, KNOBS_KEY);

    private static final Map<String, String> SWITCH_WORDS =
            Map.of("true", "true", "on", "true", "false", "false", "off", "false");

    private final String where;
    private final String text;
    private final JsonParser parser;
    private final List<PresetProblem> problems = new ArrayList<>();

    private String name = "";
    private String description = "";
    private final List<String> tags = new ArrayList<>();
    private Recipe recipe = Recipe.defaults();
    private @Nullable PresetProblem newerSchema;

    PresetReaderJson(String where, String text, JsonParser parser) {
        this.where = where;
        this.text = text;
        this.parser = parser;
    }

    Preset read() {
        try {
            file();
        } catch (JsonProcessingException broken) {
            problems.add(PresetJson.syntax(where, text, parser, broken));
        } catch (IOException neverFromText) {
            throw new UncheckedIOException(neverFromText);
        }
        if (newerSchema != null) {
            // whatever else looks wrong may be right there
            throw new PresetException(newerSchema);
        }
        if (!problems.isEmpty()) {
            problems.sort(
                    Comparator.comparingInt(PresetProblem::line)
                            .thenComparingInt(PresetProblem::column));
            throw new PresetException(problems, null);
        }
        return new Preset(name, description, tags, recipe);
    }

    private void file() throws IOException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            String what = first == null ? "the file is empty" : "the file is " + shown();
            add(first == null ? Position.START : here(), what, "a JSON object", Optional.empty());
            return;
        }
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (isRepeated(seen, key)) {
                continue;
            }
            Position at = here();
            parser.nextToken();
            member(key, at);
        }
        for (String key : List.of(SCHEMA_KEY, NAME_KEY)) {
            if (!seen.contains(key)) {
                add(
                        Position.START,
                        "there is no \"%s\"".formatted(key),
                        key.equals(SCHEMA_KEY)
                                ? "\"schema\": " + SCHEMA
                                : "\"name\": \"the-name-of-the-preset\"",
                        Optional.empty());
            }
        }
        nothingFollows();
    }

    private void member(String key, Position at) throws IOException {
        switch (key) {
            case SCHEMA_KEY -> schema();
            case NAME_KEY -> name = named(NAME_KEY);
            case DESCRIPTION_KEY -> description();
            case TAGS_KEY -> tags();
            case KNOBS_KEY -> knobs();
            default -> {
                add(
                        at,
                        "there is no key \"%s\"".formatted(Printable.of(key)),
                        "one of " + String.join(", ", KEYS),
                        Nearest.to(key, KEYS));
                parser.skipChildren();
            }
        }
    }

    private void schema() throws IOException {
        boolean isNumber = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
        String number = parser.getText();
        if (isNumber && number.equals(String.valueOf(SCHEMA))) {
            return;
        }
        if (isNumber && number.matches("[1-9][0-9]*")) {
            newerSchema =
                    PresetJson.problem(
                            where,
                            here(),
                            "schema cannot be %s: the file was written for a newer PyKiln"
                                    .formatted(Printable.of(number)),
                            "%d, which is all that this PyKiln can read".formatted(SCHEMA));
            return;
        }
        refuse(SCHEMA_KEY, "the number " + SCHEMA, Optional.of(String.valueOf(SCHEMA)));
    }

    private void description() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING
                && Preset.isDescription(parser.getText())) {
            description = parser.getText();
        } else {
            refuse(DESCRIPTION_KEY, Preset.DESCRIPTION_EXPECTED, Optional.empty());
        }
    }

    private void tags() throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            refuse(TAGS_KEY, "a JSON array of words", Optional.empty());
            return;
        }
        Position start = here();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Position at = here();
            String tag = named("a tag");
            if (tags.contains(tag)) {
                add(
                        at,
                        "the tag %s stands there twice".formatted(tag),
                        "it once",
                        Optional.empty());
            } else if (!tag.isEmpty()) {
                tags.add(tag);
            }
        }
        if (tags.size() > Preset.MOST_TAGS) {
            add(start, "too many tags", "at most " + Preset.MOST_TAGS, Optional.empty());
        }
    }

    /// A name, or nothing when it was refused.
    private String named(String subject) throws IOException {
        boolean isText = parser.currentToken() == JsonToken.VALUE_STRING;
        String given = parser.getText();
        if (isText && Preset.isName(given)) {
            return given;
        }
        refuse(
                subject,
                Preset.NAME_EXPECTED,
                isText ? Optional.of(Preset.nameLike(given)) : Optional.empty());
        return "";
    }

    private void knobs() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            refuse(KNOBS_KEY, "a JSON object with a value for each turned knob", Optional.empty());
            return;
        }
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String id = parser.currentName();
            if (isRepeated(seen, id)) {
                continue;
            }
            Position at = here();
            parser.nextToken();
            try {
                turn(Catalogue.knob(id));
            } catch (BadValueException noSuchKnob) {
                problems.add(PresetProblem.of(where, noSuchKnob).at(at));
                parser.skipChildren();
            }
        }
    }

    private void turn(Knob<?> knob) throws IOException {
        JsonToken token = parser.currentToken();
        if (knob.domain() instanceof Domain.Switch) {
            if (token.isBoolean()) {
                recipe = recipe.withText(knob, parser.getText());
            } else {
                refuse(
                        knob.id(),
                        "true or false",
                        Nearest.to(
                                        parser.getText(),
                                        SWITCH_WORDS.keySet().stream().sorted().toList())
                                .map(SWITCH_WORDS::get));
            }
            return;
        }
        try {
            Recipe turned = recipe.withText(knob, parser.getText());
            if (token == JsonToken.VALUE_STRING) {
                recipe = turned;
            } else {
                refuse(knob.id(), "a JSON string", Optional.of('"' + parser.getText() + '"'));
            }
        } catch (BadValueException wrong) {
            boolean isText = token == JsonToken.VALUE_STRING;
            refuse(
                    knob.id(),
                    isText ? wrong.expected() : "a JSON string, " + wrong.expected(),
                    wrong.nearest());
        }
    }

    private boolean isRepeated(Set<String> seen, String key) throws IOException {
        if (seen.add(key)) {
            return false;
        }
        add(
                here(),
                "\"%s\" stands there twice".formatted(Printable.of(key)),
                "each key once",
                Optional.empty());
        parser.nextToken();
        parser.skipChildren();
        return true;
    }

    private void nothingFollows() {
        int end = (int) parser.currentLocation().getCharOffset();
        for (int i = end; i < text.length(); i++) {
            if (" \t\r\n".indexOf(text.charAt(i)) < 0) {
                add(
                        Position.of(text, i),
                        "something follows the preset",
                        "nothing after its last }",
                        Optional.empty());
                return;
            }
        }
    }

    /// Says that the current value is wrong, and steps over it.
    private void refuse(String subject, String expected, Optional<String> nearest)
            throws IOException {
        add(here(), subject + " cannot be " + shown(), expected, nearest);
        parser.skipChildren();
    }

    private String shown() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "a JSON object";
            case START_ARRAY -> "a JSON array";
            case VALUE_STRING -> '"' + Printable.of(parser.getText()) + '"';
            default -> Printable.of(parser.getText());
        };
    }

    private void add(Position at, String what, String expected, Optional<String> nearest) {
        problems.add(new PresetProblem(where, at.line(), at.column(), what, expected, nearest));
    }

    private Position here() {
        return PresetJson.position(parser.currentTokenLocation());
    }
}
