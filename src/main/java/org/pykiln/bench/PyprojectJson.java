package org.pykiln.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads the `pyproject.toml` of a benchmark in pyperformance's format. Its table
/// `tool.pykiln.datapoints` holds what that format has no place for: the datapoints in the order of
/// pyperf's worker tasks, with the seconds of one loop iteration.
final class PyprojectJson {
    private static final TomlMapper TOML = new TomlMapper();

    private PyprojectJson() {}

    /// @param folder of the script
    /// @param requirements third-party packages, as pip writes them
    static Benchmark benchmark(String toml, String folder, List<String> requirements) {
        JsonNode root;
        try {
            root = TOML.readTree(toml);
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
        JsonNode tool = root.required("tool").required("pyperformance");
        String name = tool.required("name").asText();
        List<String> tags = new ArrayList<>();
        tool.required("tags").forEach(tag -> tags.add(tag.asText()));
        List<Datapoint> points = new ArrayList<>();
        for (Map.Entry<String, JsonNode> point : root.at("/tool/pykiln/datapoints").properties()) {
            double seconds = point.getValue().asDouble();
            points.add(
                    new Datapoint(
                            point.getKey(), name, folder, List.of(), points.size(), tags, seconds));
        }
        String python = root.required("project").required("requires-python").asText();
        return new Benchmark(name, tags, PythonRange.parse(python), requirements, points, false);
    }
}
