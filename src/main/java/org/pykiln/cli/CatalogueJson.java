package org.pykiln.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.pykiln.engine.EngineArchitecture;
import org.pykiln.engine.EngineArchitecture.Execution;
import org.pykiln.engine.EngineCandidate;
import org.pykiln.preset.KnownPreset;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Knob;

/// What `--json` prints of presets, knobs, findings and engines. Stable: fields may be added only.
final class CatalogueJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CatalogueJson() {}

    static String presets(List<KnownPreset> presets) {
        ArrayNode array = MAPPER.createArrayNode();
        for (KnownPreset known : presets) {
            ObjectNode json = array.addObject();
            json.put("name", known.name());
            json.put("description", known.preset().description());
            json.put("file", known.label());
            json.put("shipped", known.isShipped());
            known.preset().tags().forEach(json.putArray("tags")::add);
        }
        return array.toPrettyString();
    }

    static String knobs(List<Knob<?>> knobs) {
        ArrayNode array = MAPPER.createArrayNode();
        knobs.forEach(knob -> knob(array.addObject(), knob));
        return array.toPrettyString();
    }

    private static <V> void knob(ObjectNode json, Knob<V> knob) {
        Domain<V> domain = knob.domain();
        json.put("id", knob.id());
        json.put("label", knob.label());
        json.put("group", knob.group().label());
        json.put(
                "type",
                switch (domain) {
                    case Domain.OneOf<V> choice -> "choice";
                    case Domain.Switch onOff -> "switch";
                    case Domain.Text text -> "text";
                });
        domain.suggestions().stream().map(domain::text).forEach(json.putArray("values")::add);
        json.put("default", domain.text(knob.defaultValue()));
        json.put("explanation", knob.explain().what());
        json.put("effect", knob.explain().effect());
        json.put("proof", knob.explain().proof());
        knob.explain().sources().forEach(json.putArray("sources")::add);
    }

    static String findings(List<Finding> findings) {
        ArrayNode array = MAPPER.createArrayNode();
        for (Finding finding : findings) {
            ObjectNode json = array.addObject();
            json.put("severity", finding.severity().word());
            json.put("code", finding.code());
            finding.knobs().forEach(json.putArray("knobs")::add);
            json.put("summary", finding.summary());
            json.put("remedy", finding.remedy().map(remedy -> remedy.change()).orElse(null));
        }
        return array.toPrettyString();
    }

    static String engines(Map<EngineCandidate, ExecutedArchitectures> engines) {
        ArrayNode array = MAPPER.createArrayNode();
        engines.forEach((candidate, executed) -> {
            ObjectNode json = array.addObject();
            json.put("candidate", candidate.name());
            json.put("endpoint", candidate.endpoint());
            json.put("usable", candidate.usable());
            json.put("reason", candidate.reason());
            json.put("version", candidate.facts().map(facts -> facts.version()).orElse(null));
            json.put("api", candidate.facts().map(facts -> facts.apiVersion()).orElse(null));
            ArrayNode architectures = json.putArray("architectures");
            executed.all().stream()
                    .filter(EngineArchitecture::isExecuted)
                    .forEach(one ->
                            architectures
                                    .addObject()
                                    .put("name", one.name())
                                    .put("how", one.execution().word()));
            executed.names(Execution.NONE).forEach(json.putArray("notExecuted")::add);
            executed.help().forEach(json.putArray("help")::add);
        });
        return array.toPrettyString();
    }
}
