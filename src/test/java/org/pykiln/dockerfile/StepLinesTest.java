package org.pykiln.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pykiln.dockerfile.StepLines.Place;
import org.pykiln.recipe.Catalogue;
import org.pykiln.testing.RecipeGenerator;

class StepLinesTest {
    private static final String TWO_STAGES =
            """
            # a comment
            FROM debian:trixie-slim AS build
            SHELL ["/bin/bash", "-c"]
            RUN set -eux; \\
                apt-get update; \\
                # in the middle
                if true; then ./configure --prefix=/usr \\
                    --with-lto; fi
            WORKDIR /src
            COPY a b

            FROM debian:trixie-slim
            SHELL ["/bin/bash", "-c"]
            RUN set -eux; make -j "$(nproc)"; \\
                ldconfig
            CMD ["python3"]
            """;

    @Test
    void theClassicBuilderCountsAllInstructionsOfTheFile() {
        assertThat(at(1, "FROM debian:trixie-slim AS build")).contains(new Place(2, 2));
        assertThat(
                        at(
                                3,
                                "RUN set -eux;     apt-get update;     if true; then ./configure --prefix=/usr         --with-lto; fi"))
                .contains(new Place(4, 8));
        assertThat(at(7, "SHELL [\"/bin/bash\", \"-c\"]")).contains(new Place(13, 13));
        assertThat(at(2, "SHELL [\"/bin/bash\", \"-c\"]")).contains(new Place(3, 3));
        assertThat(at(4, "")).contains(new Place(9, 9));
    }

    @Test
    void stepsThatTheBuilderAddsAreNowhere() {
        assertThat(at(10, "LABEL org.pykiln.session=7")).isEmpty();
        assertThat(at(40, "")).isEmpty();
    }

    @Test
    void buildKitCountsOnlyWhatChangesFilesAndEachStageAnew() {
        String run = "RUN set -eux; make -j \"$(nproc)\";     ldconfig";
        assertThat(at(2, "[stage-1 2/2] " + run)).contains(new Place(14, 15));
        assertThat(at(3, "[build 3/4] WORKDIR /src")).contains(new Place(9, 9));
        assertThat(at(1, "[build 1/4] FROM debian:trixie-slim AS build")).contains(new Place(2, 2));
    }

    @Test
    void equalTextsAreToldApartByWhicheverNumberFits() {
        String twice = "FROM a AS x\nRUN true\nCOPY a b\nFROM x\nENV A=b\nRUN true\n";
        assertThat(StepLines.of(twice, 2, "RUN true")).contains(new Place(2, 2));
        assertThat(StepLines.of(twice, 6, "RUN true")).contains(new Place(6, 6));
        // Podman's third of its second stage, BuildKit's first: no image is fetched there
        assertThat(StepLines.of(twice, 3, "RUN true")).contains(new Place(6, 6));
        assertThat(StepLines.of(twice, 1, "[stage-1 1/1] RUN true")).contains(new Place(6, 6));
    }

    @Test
    void aShortenedTextIsStillFound() {
        assertThat(at(3, "RUN set -eux;     apt-get update;   ")).contains(new Place(4, 8));
        assertThat(at(3, "RUN")).isEmpty();
    }

    @Test
    void theCommandThatRanLastNamesTheLine() {
        Place first = new Place(4, 8);
        assertThat(StepLines.failed(TWO_STAGES, first, "apt-get update")).hasValue(5);
        assertThat(StepLines.failed(TWO_STAGES, first, "./configure --prefix=/usr --with-lto"))
                .hasValue(7);
        assertThat(StepLines.failed(TWO_STAGES, new Place(14, 15), "make -j 2")).hasValue(14);
        assertThat(StepLines.failed(TWO_STAGES, new Place(14, 15), "ldconfig")).hasValue(15);
        assertThat(StepLines.failed(TWO_STAGES, first, "curl -O x")).isEqualTo(OptionalInt.empty());
    }

    /// Whatever PyKiln renders, in both dialects: each instruction is found by its own text.
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void findsEveryInstructionOfEveryRecipe(Dialect dialect) {
        RecipeGenerator.recipes(3, 60)
                .forEach(recipe -> {
                    Dockerfile file = Renderer.render(Catalogue.plan(recipe), dialect);
                    int line = 1;
                    int step = 0;
                    for (List<Instruction> paragraph : file.paragraphs()) {
                        for (Instruction instruction : paragraph) {
                            int end = line + instruction.lines().size() - 1;
                            if (!(instruction instanceof Instruction.Comment)) {
                                assertThat(StepLines.of(file.text(), ++step, joined(instruction)))
                                        .contains(new Place(line, end));
                            }
                            line = end + 1;
                        }
                        line++;
                    }
                });
    }

    /// As the classic builder says it.
    private static String joined(Instruction instruction) {
        List<String> parts = new ArrayList<>();
        instruction.lines().forEach(line -> parts.add(line.text().replaceFirst(" \\\\$", " ")));
        return String.join("", parts);
    }

    private static Optional<Place> at(int step, String text) {
        return StepLines.of(TWO_STAGES, step, text);
    }
}
