package org.pykiln.preset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Printable;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.knob.BaseKnob;
import org.pykiln.recipe.knob.PythonKnob;

/// Preset files as JSON.
final class PresetJson {
    /// The only format there is so far.
    static final int SCHEMA = 1;

    static final String SCHEMA_KEY = "schema";
    static final String NAME_KEY = "name";
    static final String DESCRIPTION_KEY = "description";
    static final String TAGS_KEY = "tags";
    static final String KNOBS_KEY = "knobs";

    private static final int DEEPEST = 16;

    private static final JsonFactory JSON =
            new JsonFactoryBuilder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build();

    private PresetJson() {}

    /// @param where for the problems: the file
    /// @throws PresetException with everything that is wrong
    static Preset read(String where, byte[] content) {
        if (content.length > PresetFile.LARGEST) {
            throw new PresetException(
                    problem(
                            where,
                            Position.START,
                            "the file is too large for a preset",
                            "at most %d KiB".formatted(PresetFile.LARGEST / 1024)));
        }
        String text = decode(where, content);
        try (JsonParser parser = JSON.createParser(text)) {
            return new PresetReaderJson(where, text, parser).read();
        } catch (IOException onlyFromClosing) {
            throw new UncheckedIOException(onlyFromClosing);
        }
    }

    /// The names in the list of shipped presets.
    static List<String> index(String text) throws IOException {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("not a JSON array");
            }
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                names.add(parser.getText());
            }
        }
        return names;
    }

    static byte[] write(Preset preset) {
        return text(preset).getBytes(StandardCharsets.UTF_8);
    }

    /// Knobs in the order of the catalogue. Base and Python always stand there, so that a person
    /// who reads the file sees what it is about.
    static String text(Preset preset) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.setPrettyPrinter(printer());
            json.writeStartObject();
            json.writeNumberField(SCHEMA_KEY, SCHEMA);
            json.writeStringField(NAME_KEY, preset.name());
            json.writeStringField(DESCRIPTION_KEY, preset.description());
            json.writeArrayFieldStart(TAGS_KEY);
            for (String tag : preset.tags()) {
                json.writeString(tag);
            }
            json.writeEndArray();
            json.writeObjectFieldStart(KNOBS_KEY);
            for (Knob<?> knob : Catalogue.knobs()) {
                write(json, preset.recipe(), knob);
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return out.append('\n').toString();
    }

    private static <V> void write(JsonGenerator json, Recipe recipe, Knob<V> knob)
            throws IOException {
        boolean always = knob == BaseKnob.BASE || knob == PythonKnob.PYTHON;
        if (!always && !recipe.isTurned(knob)) {
            return;
        }
        if (knob.domain() instanceof Domain.Switch) {
            json.writeBooleanField(knob.id(), Boolean.TRUE.equals(recipe.get(knob)));
        } else {
            json.writeStringField(knob.id(), recipe.text(knob));
        }
    }

    private static DefaultPrettyPrinter printer() {
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance()
                                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                                .withArrayValueSpacing(Separators.Spacing.AFTER)
                                .withObjectEmptySeparator("")
                                .withArrayEmptySeparator(""))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance);
    }

    private static String decode(String where, byte[] content) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer decoded = CharBuffer.allocate(content.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(content), decoded, true);
        String text = decoded.flip().toString();
        if (result.isError()) {
            throw new PresetException(
                    problem(
                            where,
                            Position.of(text, text.length()),
                            "bytes that are not UTF-8",
                            "a text file in UTF-8"));
        }
        if (text.startsWith("\ufeff")) {
            throw new PresetException(
                    problem(
                            where,
                            Position.START,
                            "the file starts with a byte order mark",
                            "{ as its first character"));
        }
        return text;
    }

    /// What is said of text that is not JSON.
    static PresetProblem syntax(
            String where, String text, JsonParser parser, JsonProcessingException broken) {
        JsonLocation location = broken.getLocation();
        Position at = position(location == null ? parser.currentLocation() : location);
        return switch (broken) {
            case JsonEOFException cut ->
                    problem(
                            where,
                            Position.of(text, text.length()),
                            "the file ends too early",
                            "a whole JSON object");
            case StreamConstraintsException excess ->
                    problem(where, at, "the file is nested or long beyond measure", "a preset");
            default ->
                    problem(
                            where,
                            at,
                            "this is not JSON: " + Printable.of(broken.getOriginalMessage()),
                            "");
        };
    }

    static Position position(JsonLocation location) {
        return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    static PresetProblem problem(String where, Position at, String what, String expected) {
        return new PresetProblem(where, at.line(), at.column(), what, expected, Optional.empty());
    }
}
