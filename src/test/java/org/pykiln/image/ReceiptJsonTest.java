package org.pykiln.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.testing.RecipeGenerator;

class ReceiptJsonTest {
    @TempDir Path folder;

    @Test
    void aReceiptReadsBackAsItWas() {
        Random random = new Random(1);
        RecipeGenerator.recipes(1, 1_000)
                .map(recipe -> receipt(recipe, random))
                .forEach(receipt ->
                        assertThat(ReceiptJson.read(ReceiptJson.write(receipt)))
                                .isEqualTo(receipt));
    }

    @Test
    void theWorkspaceKeepsTheNewestOfEachRecipe() throws IOException {
        Random random = new Random(2);
        Receipts receipts = new Receipts(folder.resolve("made/when/needed"));
        for (Recipe recipe : RecipeGenerator.recipes(2, 50).distinct().toList()) {
            receipts.keep(receipt(recipe, random));
            Receipt newest = receipt(recipe, random);
            receipts.keep(newest);

            assertThat(receipts.of(recipe)).contains(newest);
        }
    }

    /// Scripts rely on these names.
    @Test
    void theJsonHasTheFieldsOfTheDesign() throws IOException {
        Receipt receipt = receipt(Recipe.defaults(), new Random(3));

        JsonNode json = JsonMapper.builder().build().readTree(ReceiptJson.write(receipt));

        assertThat(json.path("id").asText()).isEqualTo(Recipe.defaults().hash());
        assertThat(json.path("image").asText()).isEqualTo(receipt.image());
        assertThat(json.path("digest").asText()).isEqualTo(receipt.digest());
        assertThat(json.path("seconds").isNumber()).isTrue();
        assertThat(json.path("bytes").isIntegralNumber()).isTrue();
        assertThat(json.path("proofs")).hasSameSizeAs(receipt.proofs());
        for (JsonNode proof : json.path("proofs")) {
            assertThat(proof.properties().stream().map(field -> field.getKey()))
                    .containsExactly("knob", "claim", "holds", "seen");
        }
    }

    private static Receipt receipt(Recipe recipe, Random random) {
        List<ProofResult> proofs =
                Catalogue.plan(recipe).proofs().stream()
                        .map(proof -> ProofResult.of(proof, random.nextBoolean(), seen(random)))
                        .toList();
        return new Receipt(
                "näme \"+" + random.nextInt(),
                recipe,
                ImageBuilder.reference(recipe),
                "sha256:" + random.nextLong(),
                random.nextLong() >>> 1,
                random.nextInt(100_000) / 1000.0,
                random.nextInt(30),
                random.nextInt(30),
                Renderer.render(Catalogue.plan(recipe)).text(),
                "20.10 at unix:///x",
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                proofs);
    }

    private static String seen(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append((char) random.nextInt(0xd800));
        }
        return text.toString();
    }
}
