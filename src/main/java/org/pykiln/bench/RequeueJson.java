package org.pykiln.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/// `requeue.json` of a session.
final class RequeueJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RequeueJson() {}

    static String text(Requeue requeue) {
        ObjectNode json = JSON.createObjectNode();
        json.put("judged", requeue.judged());
        ObjectNode disturbed = json.putObject("disturbed");
        requeue.disturbed()
                .forEach((datapoint, rounds) -> {
                    ObjectNode one = disturbed.putObject(datapoint);
                    rounds.forEach((round, reason) -> one.put(round + "", reason));
                });
        return json.toPrettyString() + "\n";
    }

    /// @throws IOException when the text is not what [#text] writes
    static Requeue read(String text) throws IOException {
        JsonNode json = JSON.readTree(text);
        if (!json.path("judged").isInt() || !json.path("disturbed").isObject()) {
            throw new IOException("not a list of disturbed rounds");
        }
        SortedMap<String, SortedMap<Integer, String>> disturbed = new TreeMap<>();
        for (var datapoint : json.path("disturbed").properties()) {
            SortedMap<Integer, String> rounds = new TreeMap<>();
            for (var round : datapoint.getValue().properties()) {
                rounds.put(number(round.getKey()), round.getValue().asText());
            }
            disturbed.put(datapoint.getKey(), rounds);
        }
        return new Requeue(json.path("judged").asInt(), disturbed);
    }

    private static int number(String text) throws IOException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noRound) {
            throw new IOException("no round: " + text, noRound);
        }
    }
}
