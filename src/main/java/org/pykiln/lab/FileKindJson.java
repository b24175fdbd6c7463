package org.pykiln.lab;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.pykiln.preset.PresetFile;

/// Tells presets and pyperf files apart by the keys of their outermost object.
final class FileKindJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private FileKindJson() {}

    static Optional<FileKind> of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            boolean compressed = file.toString().endsWith(".gz");
            return of((compressed ? new GZIPInputStream(in) : in).readNBytes(PresetFile.LARGEST));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// @param beginning may end in the middle, and hold anything
    static Optional<FileKind> of(byte[] beginning) {
        try (JsonParser parser = JSON.createParser(beginning)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                Optional<FileKind> kind = byKey(parser.currentName());
                if (kind.isPresent()) {
                    return kind;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (IOException noJsonFromHere) {
            return Optional.empty();
        }
    }

    private static Optional<FileKind> byKey(String key) {
        return switch (key) {
            case "schema", "knobs" -> Optional.of(FileKind.PRESET);
            case "benchmarks" -> Optional.of(FileKind.PYPERF);
            default -> Optional.empty();
        };
    }
}
