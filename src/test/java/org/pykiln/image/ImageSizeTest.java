package org.pykiln.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.engine.ImageLayer;
import org.pykiln.image.ImageSize.Part;

class ImageSizeTest {
    @Test
    void theBaseImageEndsWhereTheLastStageIsMarked() {
        ImageSize size =
                ImageSize.of(
                        List.of(
                                new ImageLayer("/bin/sh -c #(nop) ADD file:7 in / ", 75),
                                new ImageLayer("/bin/sh -c #(nop)  CMD [\"bash\"]", 0),
                                new ImageLayer(
                                        "/bin/sh -c #(nop)  LABEL org.pykiln.stage=image", 0),
                                new ImageLayer("/bin/sh -c #(nop) COPY dir:1 in /usr/local ", 20),
                                new ImageLayer("/bin/sh -c set -eux; ldconfig", 5)));
        assertThat(size.parts())
                .containsExactly(
                        new Part("ADD file:7 in /", 75, true),
                        new Part("COPY dir:1 in /usr/local", 20, false),
                        new Part("RUN set -eux; ldconfig", 5, false));
        assertThat(size.bytes()).isEqualTo(100);
        assertThat(size.baseBytes()).isEqualTo(75);
    }

    @Test
    void anImageOfAnotherMakeHasNoBase() {
        ImageSize size = ImageSize.of(List.of(new ImageLayer("", 3), new ImageLayer("x", 4)));
        assertThat(size.parts()).noneMatch(Part::base);
        assertThat(size.bytes()).isEqualTo(7);
    }

    /// As the classic builder, BuildKit and Podman write it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/bin/sh -c #(nop) WORKDIR /usr/src | WORKDIR /usr/src",
                "/bin/bash -o pipefail -c set -eux;     make | RUN set -eux; make",
                "/bin/ash -eo pipefail -c apk add x | RUN apk add x",
                "RUN /bin/sh -c apt-get update # buildkit | RUN apt-get update",
                "COPY /usr/local /usr/local # buildkit | COPY /usr/local /usr/local",
                "ENV A=b | ENV A=b"
            })
    void instructionsReadAsInADockerfile(String createdBy, String instruction) {
        assertThat(ImageSize.instruction(createdBy)).isEqualTo(instruction);
    }

    @Test
    void valuesOfArgumentsAreNotPartOfTheScript() {
        assertThat(ImageSize.instruction("|2 A=1 B=2 /bin/sh -c make")).isEqualTo("RUN make");
        assertThat(ImageSize.instruction("RUN |1 A=1 /bin/sh -c make # buildkit"))
                .isEqualTo("RUN make");
    }
}
