package org.pykiln.pyperf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Reads and writes pyperf's JSON files: versions 1.0, 6 and 5 in, version 1.0 out, byte for byte
/// as pyperf 2.10.0 writes it. A file whose name ends in `.gz` is compressed, any other is not.
public final class PerfJson {
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxStringLength(1 << 26).build())
                    .build();

    private PerfJson() {}

    /// Throws [PerfFileException] with line and column if the file is not one pyperf would load.
    public static PerfSuite read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        }
    }

    /// `name` says what is read: in messages, and by its ending whether it is compressed.
    public static PerfSuite read(String name, InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        if (name.endsWith(".gz")) {
            try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = unzipped.readAllBytes();
            } catch (ZipException | EOFException e) {
                throw new PerfFileException(
                        name, JsonValue.Place.WHOLE_FILE, "not a gzip file: " + e.getMessage());
            }
        }
        return parse(name, decode(name, bytes));
    }

    /// A suite from JSON text, such as the line a pyperf worker prints.
    public static PerfSuite parse(String name, String json) throws PerfFileException {
        return new PerfReader(name).suite(tree(name, json));
    }

    /// The file's content, uncompressed.
    public static byte[] bytes(PerfSuite suite) {
        return PerfWriter.text(suite).getBytes(StandardCharsets.US_ASCII);
    }

    public static void write(PerfSuite suite, OutputStream out) throws IOException {
        out.write(bytes(suite));
    }

    private static String decode(String name, byte[] bytes) throws PerfFileException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            int column = text.length() - text.lastIndexOf('\n');
            throw new PerfFileException(
                    name, new JsonValue.Place(line, column), "not UTF-8 text (nor named .gz)");
        }
        return text;
    }

    private static JsonValue tree(String name, String json) throws PerfFileException {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() == null) {
                throw new PerfFileException(
                        name, new JsonValue.Place(1, 1), "expected a JSON object, found nothing");
            }
            JsonValue value = value(parser);
            if (parser.nextToken() != null) {
                throw new PerfFileException(
                        name, place(parser.currentTokenLocation()), "text after the JSON object");
            }
            return value;
        } catch (PerfFileException e) {
            throw e;
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            throw new PerfFileException(
                    name,
                    location == null ? JsonValue.Place.WHOLE_FILE : place(location),
                    "not valid JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }

    private static JsonValue value(JsonParser parser) throws IOException {
        JsonValue.Place place = place(parser.currentTokenLocation());
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    members.put(key, value(parser));
                }
                yield new JsonValue.Obj(members, place);
            }
            case START_ARRAY -> {
                List<JsonValue> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield new JsonValue.Arr(items, place);
            }
            case VALUE_STRING -> new JsonValue.Scalar(parser.getText(), place);
            case VALUE_NUMBER_INT -> new JsonValue.Scalar(parser.getLongValue(), place);
            case VALUE_NUMBER_FLOAT -> new JsonValue.Scalar(parser.getDoubleValue(), place);
            case VALUE_TRUE -> new JsonValue.Scalar(true, place);
            case VALUE_FALSE -> new JsonValue.Scalar(false, place);
            default -> new JsonValue.Null(place);
        };
    }

    private static JsonValue.Place place(JsonLocation location) {
        return new JsonValue.Place(location.getLineNr(), location.getColumnNr());
    }
}
