package org.pykiln.recipe.knob;

import java.util.List;
import java.util.regex.Pattern;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// What the image says of itself besides its recipe.
public final class LabelsKnob implements Knob<String> {
    public static final LabelsKnob LABELS = new LabelsKnob();

    private static final String NONE = "none";
    private static final String PAIR =
            "(?:authors|description|documentation|licenses|revision|source|url|vendor)="
                    + "[A-Za-z0-9](?:[A-Za-z0-9 _.:/@+-]{0,98}[A-Za-z0-9/])?";

    private final Description<String> description =
            new Description<>(
                    "labels",
                    "Labels",
                    Group.CONTENT,
                    new Domain.Text(
                            Pattern.compile("none|%1$s(?:,%1$s){0,7}".formatted(PAIR)),
                            "none, or pairs such as \"vendor=Example,licenses=PSF-2.0\" of authors,"
                                    + " description, documentation, licenses, revision, source, url, vendor;"
                                    + " values of letters, digits, spaces and _ . : / @ + -",
                            List.of(
                                    NONE,
                                    "licenses=PSF-2.0",
                                    "vendor=Example,source=https://example.org/image,licenses=PSF-2.0")),
                    NONE,
                    new Explanation(
                            "Labels that registries and scanners read: each pair becomes"
                                    + " org.opencontainers.image.NAME. Title, version, base and the recipe are"
                                    + " there anyway.",
                            "None on speed or size.",
                            "Labels cannot be seen from inside an image; the engine shows them.",
                            List.of("OCI image specification: annotations")));

    private LabelsKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        if (recipe.get(this).equals(NONE)) {
            return;
        }
        for (String pair : recipe.get(this).split(",")) {
            int equals = pair.indexOf('=');
            plan.label(
                    "org.opencontainers.image." + pair.substring(0, equals),
                    pair.substring(equals + 1));
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        return List.of();
    }
}
