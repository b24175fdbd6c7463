package org.pykiln.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pykiln.engine.EngineDisk;

class DiskJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void readsWhatAnEngineTells() throws JsonProcessingException {
        EngineDisk disk =
                DiskJson.read(
                        JSON.readTree(
                                """
                                {"LayersSize": 1092588,
                                 "Images": [
                                  {"Id": "sha256:a", "RepoTags": ["x:1", "y:2"], "Created": 60,
                                   "Size": 1000, "SharedSize": 400, "Labels": {"k": "v"}, "Containers": 2},
                                  {"Id": "sha256:b", "RepoTags": ["<none>:<none>"], "Size": 5,
                                   "SharedSize": -1, "Labels": null, "Containers": -1},
                                  {"Id": "sha256:c", "RepoTags": null, "Size": 7}],
                                 "Volumes": [
                                  {"Name": "v", "Labels": {"l": "1"}, "UsageData": {"Size": 99, "RefCount": 1}},
                                  {"Name": "w", "Labels": null, "UsageData": null}],
                                 "BuildCache": [
                                  {"Size": 10, "Shared": false}, {"Size": 100, "Shared": true}, {"Size": 1}]}
                                """));
        assertThat(disk.layersBytes()).isEqualTo(1092588);
        assertThat(disk.buildCacheBytes()).isEqualTo(11);
        assertThat(disk.images().get(0))
                .isEqualTo(
                        new EngineDisk.Image(
                                "sha256:a",
                                List.of("x:1", "y:2"),
                                Map.of("k", "v"),
                                Instant.ofEpochSecond(60),
                                1000,
                                400,
                                2));
        assertThat(disk.images().get(0).ownBytes()).isEqualTo(600);
        assertThat(disk.images().get(1).tags()).isEmpty();
        assertThat(disk.images().get(1).ownBytes()).isEqualTo(5);
        assertThat(disk.images().get(2).labels()).isEmpty();
        assertThat(disk.volumes())
                .containsExactly(
                        new EngineDisk.Volume("v", Map.of("l", "1"), 99, 1),
                        new EngineDisk.Volume("w", Map.of(), EngineDisk.UNKNOWN, 0));
        assertThat(DiskJson.read(JSON.readTree("{\"Images\":null,\"Volumes\":null}")))
                .isEqualTo(new EngineDisk(0, List.of(), List.of(), 0));
    }
}
