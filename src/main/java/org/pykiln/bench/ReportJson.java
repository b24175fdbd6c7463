package org.pykiln.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pykiln.pyperf.PerfJson;

/// Reads what the kit's programs print.
final class ReportJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MARKER = "\n==pykiln-unit==\n";

    private ReportJson() {}

    /// @param stdout of `unit.py`, with whatever the benchmark printed before
    /// @throws IOException when there is no whole report
    static WorkerReport worker(String stdout) throws IOException {
        int marker = stdout.lastIndexOf(MARKER);
        if (marker < 0) {
            throw new IOException("the worker process printed no result");
        }
        String[] lines = stdout.substring(marker + MARKER.length()).split("\n", 2);
        if (lines.length != 2) {
            throw new IOException("the worker process printed half a result");
        }
        JsonNode facts = JSON.readTree(lines[0]);
        return new WorkerReport(
                PerfJson.parse("worker", lines[1]),
                texts(facts.path("environment")),
                list(facts.path("libraries")).stream().map(JsonNode::asText).toList(),
                list(facts.path("extensions")).stream().map(JsonNode::asText).toList(),
                facts.path("load").asDouble(),
                peaks(facts.path("memory")),
                host(facts.path("host")));
    }

    private static Map<String, Long> peaks(JsonNode memory) {
        Map<String, Long> peaks = new LinkedHashMap<>();
        if (memory.has("children_peak")) {
            peaks.put(UnitMetadata.CHILDREN_PEAK, memory.path("children_peak").asLong());
        }
        if (memory.has("container_peak")) {
            peaks.put(UnitMetadata.CONTAINER_PEAK, memory.path("container_peak").asLong());
        }
        return peaks;
    }

    private static Map<String, Double> host(JsonNode facts) {
        Map<String, Double> host = new LinkedHashMap<>();
        Map.of(
                        "steal", UnitMetadata.STEAL,
                        "other", UnitMetadata.OTHER_CPU,
                        "mhz", UnitMetadata.FREQUENCY,
                        "seconds", UnitMetadata.SECONDS)
                .forEach((fact, name) -> {
                    if (facts.path(fact).isNumber()) {
                        host.put(name, facts.path(fact).asDouble());
                    }
                });
        return host;
    }

    /// @throws IOException when the text is not what `probe.py` prints
    static Probe probe(String stdout) throws IOException {
        JsonNode facts = JSON.readTree(stdout);
        if (!facts.path("python").isTextual()) {
            throw new IOException("the probe printed no result");
        }
        return new Probe(
                facts.path("python").asText(),
                facts.path("implementation").asText(),
                facts.path("free_threaded").asBoolean(),
                facts.path("kit").asText(),
                facts.path("compiled").asBoolean(),
                facts.path("libc").asText(),
                facts.path("malloc_from").asText(),
                facts.path("load").asDouble(-1),
                numbers(facts.path("cpus")),
                numbers(facts.path("usable_cpus")),
                facts.path("cpu_model").asText(),
                facts.path("governor").asText(),
                facts.path("turbo").asText(),
                facts.path("virtualised").asBoolean(),
                texts(facts.path("checked")));
    }

    private static List<Integer> numbers(JsonNode array) {
        return list(array).stream().map(JsonNode::asInt).toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
        return texts;
    }
}
